import 'stemcell-guide/define';
import type {} from 'stemcell-guide/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const ownGuide = { stages: [{ id: 'consultation', title: 'Meet our team' }] };

function Page() {
  const [pathway, setPathway] = useState<'fat' | 'donor'>('fat');
  const [guide, setGuide] = useState<object>();
  const [stage, setStage] = useState('none');
  const [isShown, setShown] = useState(true);
  const [questions, setQuestions] = useState(['Where do I park?']);
  return (
    <>
      <button onClick={() => setPathway('donor')}>Donor cells</button>
      <button onClick={() => setGuide(ownGuide)}>Our own words</button>
      <button onClick={() => setShown(!isShown)}>Show or hide the questions</button>
      <button onClick={() => setQuestions(['Where do I eat?', ...questions])}>Add a question</button>
      <p>Stage: {stage}</p>
      <stemcell-stepper
        pathway={pathway}
        guide={guide}
        heading-level={3}
        onstemcell-stage-change={({ detail }) => setStage(detail.stage)}
      />
      {isShown && (
        <stemcell-faq hide-search>
          {questions.map((question) => (
            <details key={question}>
              <summary>{question}</summary>
              <p>Ask at the desk.</p>
            </details>
          ))}
        </stemcell-faq>
      )}
    </>
  );
}

const root = createRoot(document.getElementById('app')!);
root.render(<Page />);
document.getElementById('unmount')?.addEventListener('click', () => root.unmount());
