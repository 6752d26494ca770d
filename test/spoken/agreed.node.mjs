import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agrees, readScenes, writeScene, writeScenes } from './agreed.mjs';

const text = `What somebody hears.

# A step on
(stepper, at button "Next: …")
Next: Healing push button.
[Return]
in any order:
  Healing heading level 3.
  Stage 2 of 3: Healing
[types "two words"]
Two words

# A step back
(stepper, at button "Back: …")
`;

describe('an agreed script', () => {
  const [{ name, steps }, other] = readScenes(text);
  const [, { agreed }] = steps;
  const both = ['Healing heading level 3.', 'Stage 2 of 3: Healing'];

  it('has the place where it begins, the keys, and what is said at each', () => {
    assert.deepEqual(
      steps.map(({ act }) => act),
      [
        { begin: { element: 'stepper', role: 'button', name: 'Next: …' } },
        { press: 'Return' },
        { write: 'two words' },
      ],
    );
    assert.deepEqual(
      steps.map((step) => step.agreed.length),
      [1, 3, 1],
    );
  });

  it('is written as it was read', () => {
    const scenes = [writeScene(name, steps), writeScene(other.name, other.steps)];
    assert.equal(writeScenes(text, scenes), text);
  });

  it('has an order where none is said to be free', () => {
    assert.ok(agrees(['one', 'two'], ['one', 'two']));
    assert.ok(!agrees(['one', 'two'], ['two', 'one']));
    assert.ok(agrees(agreed, both));
    assert.ok(agrees(agreed, both.toReversed()));
    assert.ok(!agrees(['before', ...agreed], [both[0], 'before', both[1]]));
  });

  it('is not what was said if a line is missing, is said twice, or is another', () => {
    assert.ok(!agrees(agreed, both.slice(1)));
    assert.ok(!agrees(agreed, [...both, both[1]]));
    assert.ok(!agrees(agreed, [both[1], both[1]]));
    assert.ok(!agrees([], ['one']));
  });
});
