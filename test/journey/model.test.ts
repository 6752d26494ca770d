import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { isDone, namesOf, progress } from '../../src/elements/checklist/checklist.state.js';
import { Journey } from '../../src/journey/journey.js';
import { storageKey } from '../../src/journey/storage.js';

/**
 * Whatever visitors and clinics do, in whatever order: the ticks are those that the visitor would name. The model is a
 * plain set of tasks; the real thing is tabs over one storage, of which some hear late of the others, a storage that
 * is full now and then, and a list that the clinic edits.
 */

interface Task {
  id: string;
  formerly?: string[];
}

interface Model {
  /** Tasks by their first name, whatever they are called today. */
  ticked: Set<string>;
  /** What was there before the last reset, while it can be undone, and in which tab. */
  before: { ticked: Set<string>; tab: number } | undefined;
}

interface Real {
  tabs: Journey[];
  list: Task[];
  /** What the clinic took out, as it was then: only so can it be known again, by all its names. */
  out: Task[];
}

const firstName = (task: Task): string => namesOf(task).at(-1)!;
const names = ['rest', 'walk', 'drink', 'eat', 'sleep', 'call'];

function openTab(): Journey {
  const journey = new Journey('local');
  journey.subscribe(() => {});
  return journey;
}

/** What a tab that is opened now shows. */
function check(model: Model, real: Real): void {
  const seen = openTab().kept.done;
  const ticked = real.list.filter((task) => isDone(task, seen)).map(firstName);
  const expected = real.list.map(firstName).filter((name) => model.ticked.has(name));
  expect(ticked).to.deep.equal(expected);
  expect(progress(real.list, seen).done).to.equal(expected.length);
}

type Step = fc.Command<Model, Real>;
const step = (name: string, run: (model: Model, real: Real) => void): Step => ({
  check: () => true,
  run(model, real) {
    run(model, real);
    check(model, real);
  },
  toString: () => name,
});

const tabNumber = fc.nat(1);
const place = fc.nat(names.length - 1);

const steps = [
  fc.tuple(tabNumber, place, fc.boolean()).map(([tab, index, done]) =>
    step(`tab ${tab}: ${done ? 'tick' : 'untick'} ${index}`, (model, real) => {
      const task = real.list[index % Math.max(real.list.length, 1)];
      if (!task) return;
      real.tabs[tab]!.setDone(namesOf(task), done);
      if (done) model.ticked.add(firstName(task));
      else model.ticked.delete(firstName(task));
      if (model.before?.tab === tab) model.before = undefined;
    }),
  ),
  tabNumber.map((tab) =>
    step(`tab ${tab}: reset`, (model, real) => {
      const journey = real.tabs[tab]!;
      window.dispatchEvent(new StorageEvent('storage', { key: storageKey }));
      model.before = { ticked: new Set(model.ticked), tab };
      journey.untickAll();
      model.ticked.clear();
    }),
  ),
  tabNumber.map((tab) =>
    step(`tab ${tab}: undo`, (model, real) => {
      if (model.before?.tab !== tab) return;
      real.tabs[tab]!.undo();
      model.before.ticked.forEach((name) => model.ticked.add(name));
      model.before = undefined;
    }),
  ),
  tabNumber.map((tab) =>
    step(`tab ${tab}: reload`, (model, real) => {
      real.tabs[tab] = openTab();
      if (model.before?.tab === tab) model.before = undefined;
    }),
  ),
  tabNumber.map((tab) =>
    step(`tab ${tab}: hear of the other`, () => {
      window.dispatchEvent(new StorageEvent('storage', { key: storageKey }));
    }),
  ),
  place.map((index) =>
    step(`the clinic takes task ${index} out`, (_model, real) => {
      const isMeant = (task: Task): boolean => firstName(task) === names[index];
      real.out.push(...real.list.filter(isMeant));
      real.list = real.list.filter((task) => !isMeant(task));
    }),
  ),
  place.map((index) =>
    step(`the clinic puts task ${index} back`, (_model, real) => {
      const isMeant = (task: Task): boolean => firstName(task) === names[index];
      real.list = [...real.list, ...real.out.filter(isMeant)];
      real.out = real.out.filter((task) => !isMeant(task));
    }),
  ),
  place.map((index) =>
    step(`the clinic gives task ${index} another id`, (_model, real) => {
      real.list = real.list.map((task) =>
        firstName(task) === names[index] ? { id: task.id + '-new', formerly: namesOf(task) } : task,
      );
    }),
  ),
];

/** A tab that cannot write for a while, and then can: its ticks must come through with those of the other. */
const full = [
  fc.tuple(tabNumber, fc.array(place, { minLength: 1, maxLength: 4 })).map(([tab, indexes]) =>
    step(`tab ${tab}: tick ${indexes.join()} while the storage is full, then once more`, (model, real) => {
      const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;
      const removeItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'removeItem')!;
      const refuse = {
        configurable: true,
        value: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      };
      Object.defineProperties(Storage.prototype, { setItem: refuse, removeItem: refuse });
      const tick = (index: number): void => {
        const task = real.list[index % Math.max(real.list.length, 1)];
        if (!task) return;
        real.tabs[tab]!.setDone(namesOf(task), true);
        model.ticked.add(firstName(task));
        if (model.before?.tab === tab) model.before = undefined;
      };
      indexes.forEach(tick);
      Object.defineProperties(Storage.prototype, { setItem, removeItem });
      tick(indexes[0]!);
    }),
  ),
];

describe('a list with its ticks', () => {
  afterEach(() => localStorage.clear());

  it('never loses a tick, whatever is done in whatever order', () => {
    fc.assert(
      fc.property(fc.commands([...steps, ...full], { maxCommands: 40 }), (commands) => {
        localStorage.clear();
        fc.modelRun(
          () => ({
            model: { ticked: new Set<string>(), before: undefined },
            real: { tabs: [openTab(), openTab()], list: names.map((id) => ({ id })), out: [] },
          }),
          commands,
        );
      }),
      { numRuns: 200 },
    );
  });
});
