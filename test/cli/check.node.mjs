import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { bin } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));

const command = (...parameters) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, bin['stemcell-guide']), ...parameters],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

describe('stemcell-guide check', () => {
  let folder;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'stemcell-guide-'));
  });
  after(() => rm(folder, { recursive: true }));
  const file = async (name, content) => {
    const address = path.join(folder, name);
    await writeFile(address, typeof content === 'string' ? content : JSON.stringify(content));
    return address;
  };

  it('finds nothing wrong with the file of the demo, and says what the clinic has to confirm', () => {
    const { status, stdout } = command('check', path.join(root, 'demo/ways/rivertown.json'));
    assert.match(stdout, /note: to confirm: phases\.day-0\.tasks\.keep-dry: “Keep your bandages/);
    assert.match(stdout, /note: to confirm: review: no clinician has signed/);
    assert.match(stdout, /: 0 problems, \d+ notes\n$/);
    assert.equal(status, 0);
  });

  it('warns of a claim that regulators pursue, and of what is hard to read', async () => {
    const guide = await file('claims.json', {
      questions: [
        { id: 'hurt', answer: 'No. Our FDA-approved stem cells are painless.' },
        { id: 'cost', answer: `It is ${'very '.repeat(25)}expensive.` },
      ],
    });
    const { status, stdout } = command('check', guide);
    assert.match(stdout, /questions\.hurt\.answer: .*FDA-approved/);
    assert.match(stdout, /note: questions\.cost\.answer: 28 words in one sentence/);
    assert.equal(status, 1);
  });

  it('says every problem of a guide on a line of its own, and ends with 1', async () => {
    const guide = await file('wrong.json', {
      questions: [
        { id: 'hurt', answer: 42, cites: ['nowhere'] },
        { id: 'risks', hidden: true },
      ],
      notices: { result: '<b>No one</b> knows.' },
    });
    const { status, stdout } = command('check', guide);
    const told = stdout.replaceAll(`${guide}: `, '').trim().split('\n');
    assert.deepEqual(
      told.filter((line) => !line.includes('to confirm: ')).map((line) => line.replace(/, \d+ notes$/, '')),
      [
        'questions[0].answer: 42; expected a text or a list of blocks',
        'questions[1].hidden: true; visitors must be told this, so it is shown to all of them',
        'questions[hurt].cites: "nowhere"; expected the id of one of the sources',
        'note: notices.result: HTML in a text; a visitor reads the tags. Expected plain text, or blocks such as {"list": […]}',
        '3 problems',
      ],
    );
    assert.equal(status, 1);
  });

  it('checks several files and ends with the worst', async () => {
    const fine = await file('fine.json', '\uFEFF{}');
    const broken = await file('broken.json', '{"questions": [');
    const { status, stdout, stderr } = command('check', fine, broken);
    assert.match(stdout, /fine\.json: 0 problems/);
    assert.match(stderr, /broken\.json: not JSON/);
    assert.equal(status, 1);
    assert.equal(command('check', path.join(folder, 'none.json')).status, 2);
  });

  it('explains itself', () => {
    assert.match(command('help').stdout, /stemcell-guide check <guide\.json>/);
    assert.equal(command('chekc').status, 2);
    assert.equal(command('check').status, 2);
  });
});

describe('dist/guide.schema.json', () => {
  let schema;
  before(async () => {
    schema = JSON.parse(await readFile(path.join(root, 'dist/guide.schema.json'), 'utf8'));
  });

  it('asks a guide that is laid over the default one for ids alone', () => {
    assert.equal(schema.required, undefined);
    const { questions, phases, notices } = schema.properties;
    assert.deepEqual(questions.items.required, ['id']);
    assert.deepEqual(phases.items.properties.tasks.items.required, ['id']);
    assert.equal(notices.required, undefined);
    assert.equal(questions.items.properties.hidden.type, 'boolean');
    assert.equal(questions.items.properties.order.minimum, 1);
    assert.deepEqual(schema.properties.replace.items.enum, ['stages', 'questions', 'phases']);
  });

  it('asks for whole links, and says in words what is expected', () => {
    const text = JSON.stringify(schema);
    assert.match(text, /"required":\["text","href"\]/);
    assert.match(text, /an address that starts with https:/);
    assert.equal(schema.additionalProperties, false);
  });
});
