import { aTimeout, expect } from '@open-wc/testing';
import { beside } from '../../src/beside.js';
import { Journey, journeyOf } from '../../src/journey/journey.js';
import { storageKey, type StorageAdapter } from '../../src/journey/storage.js';
import { waitUntil } from '../support/wait-until.js';

const kept = (): string | null => localStorage.getItem(storageKey);

/** A tab of its own: it reads and writes the same storage, and knows of others only what that tells. */
function openTab(source: ConstructorParameters<typeof Journey>[0] = 'local'): Journey {
  const journey = new Journey(source);
  journey.subscribe(() => {});
  return journey;
}

/** A page's own storage that can be made to fail, and answers later. */
class Account implements StorageAdapter {
  text: string | undefined;
  failing = false;
  failures = 0;
  saves = 0;
  #listener: (() => void) | undefined;

  async load(): Promise<string | undefined> {
    await aTimeout(1);
    if (this.failing) this.#fail();
    return this.text;
  }

  async save(text: string): Promise<void> {
    await aTimeout(1);
    if (this.failing) this.#fail();
    this.saves++;
    this.text = text;
  }

  #fail(): never {
    this.failures++;
    throw new Error('offline');
  }

  subscribe(listener: () => void): () => void {
    this.#listener = listener;
    return () => (this.#listener = undefined);
  }

  changeElsewhere(text: string): void {
    this.text = text;
    this.#listener?.();
  }
}

/** A visitor's journey with an account that is offline, and has refused a tick. */
async function openOffline(account: Account): Promise<Journey> {
  const journey = openTab(account);
  await aTimeout(20);
  account.failing = true;
  journey.setDone(['rest'], true);
  await waitUntil(() => !journey.saved);
  return journey;
}

/** Puts something in the place of a property of the browser for as long as the action takes. */
function whilst(object: object, name: string, descriptor: PropertyDescriptor, action: () => void): void {
  const before = Object.getOwnPropertyDescriptor(object, name)!;
  Object.defineProperty(object, name, { configurable: true, ...descriptor });
  try {
    action();
  } finally {
    Object.defineProperty(object, name, before);
  }
}

describe('a journey', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('writes nothing before the first action', () => {
    openTab();
    expect(kept()).to.equal(null);
  });

  it('is there again after a reload', () => {
    const before = openTab();
    before.choosePathway('fat');
    before.setDate('2026-11-22');
    before.setDone(['rest'], true);
    const after = openTab();
    expect(after.kept.pathway).to.equal('fat');
    expect(after.kept.date).to.equal('2026-11-22');
    expect([...after.kept.done]).to.deep.equal(['rest']);
    expect(after.saved).to.equal(true);
  });

  it('writes ids, a date, a pathway and a version, and nothing else', () => {
    const journey = openTab();
    journey.choosePathway('donor');
    journey.setDate('2026-11-22');
    journey.setDone(['rest'], true);
    expect(kept()).to.equal('version=1&pathway=donor&date=2026-11-22&done=rest');
    expect(localStorage.length).to.equal(1);
  });

  it('keeps the ticks of two tabs, neither of which has heard of the other', () => {
    const one = openTab();
    const other = openTab();
    one.setDone(['rest'], true);
    other.setDone(['walk'], true);
    one.setDone(['drink'], true);
    expect([...openTab().kept.done]).to.have.members(['rest', 'walk', 'drink']);
  });

  it('shows what another tab did as soon as that is told', () => {
    const one = openTab();
    let told = 0;
    one.subscribe(() => told++);
    openTab().setDone(['walk'], true);
    window.dispatchEvent(new StorageEvent('storage', { key: storageKey }));
    expect([...one.kept.done]).to.deep.equal(['walk']);
    expect(told).to.equal(1);
  });

  it('keeps ticks of tasks that it does not know', () => {
    localStorage.setItem(storageKey, 'version=1&done=of-an-older-list');
    openTab().setDone(['rest'], true);
    expect([...openTab().kept.done]).to.have.members(['of-an-older-list', 'rest']);
  });

  it('takes a tick back under every name that the task has had', () => {
    localStorage.setItem(storageKey, 'version=1&done=lie-down&done=walk');
    const journey = openTab();
    journey.setDone(['rest', 'lie-down'], false);
    expect([...journey.kept.done]).to.deep.equal(['walk']);
    journey.setDone(['rest', 'lie-down'], true);
    expect([...journey.kept.done]).to.deep.equal(['walk', 'rest']);
  });

  it('keeps a pathway that this version does not know', () => {
    localStorage.setItem(storageKey, 'version=1&pathway=moon-dust');
    openTab().setDone(['rest'], true);
    expect(kept()).to.equal('version=1&pathway=moon-dust&done=rest');
  });

  for (const text of ['version=2&ticks=rest', '{"done":["rest"]}', '[object Object]'])
    it(`works beside "${text}", says that nothing is saved, and leaves it alone`, () => {
      localStorage.setItem(storageKey, text);
      const journey = openTab();
      expect(journey.saved).to.equal(false);
      journey.setDone(['rest'], true);
      journey.setDate('2026-11-22');
      expect([...journey.kept.done]).to.deep.equal(['rest']);
      expect(journey.saved).to.equal(false);
      expect(kept()).to.equal(text);
    });

  it('works where even the look at the storage throws', () => {
    const get = (): never => {
      throw new DOMException('blocked', 'SecurityError');
    };
    whilst(window, 'localStorage', { get }, () => {
      const journey = openTab();
      expect(journey.saved).to.equal(false);
      journey.setDone(['rest'], true);
      journey.setDone(['walk'], true);
      expect([...journey.kept.done]).to.deep.equal(['rest', 'walk']);
      expect(journey.saved).to.equal(false);
    });
  });

  it('works where the storage is null', () => {
    whilst(window, 'localStorage', { value: null }, () => {
      const journey = openTab();
      journey.setDone(['rest'], true);
      expect([...journey.kept.done]).to.deep.equal(['rest']);
      expect(journey.saved).to.equal(false);
    });
  });

  it('keeps what a full storage refused, with what another tab did since, once there is room', () => {
    const journey = openTab();
    journey.setDone(['rest'], true);
    const value = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    whilst(Storage.prototype, 'setItem', { value }, () => {
      journey.setDone(['walk'], true);
      journey.setDone(['rest'], false);
      expect(journey.saved).to.equal(false);
    });
    expect(kept()).to.equal('version=1&done=rest');
    openTab().setDone(['drink'], true);
    journey.setDone(['eat'], true);
    expect(journey.saved).to.equal(true);
    expect([...openTab().kept.done]).to.have.members(['walk', 'drink', 'eat']);
    expect([...journey.kept.done]).to.have.members(['walk', 'drink', 'eat']);
  });

  it('keeps nothing anywhere where the page wants that', () => {
    const journey = openTab('none');
    journey.setDone(['rest'], true);
    expect([...journey.kept.done]).to.deep.equal(['rest']);
    expect(journey.saved).to.equal(false);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });

  it('removes every trace when it is cleared, and even what it cannot read', () => {
    for (const text of ['version=1&pathway=fat&date=2026-11-22&done=rest', 'version=2&done=rest']) {
      localStorage.setItem(storageKey, text);
      const journey = openTab();
      journey.clear();
      expect(localStorage.length).to.equal(0);
      expect(journey.saved).to.equal(true);
      expect(journey.kept.done.size).to.equal(0);
      expect(journey.kept.date).to.equal(undefined);
    }
  });

  it('removes its key with the last tick', () => {
    const journey = openTab();
    journey.setDone(['rest'], true);
    journey.setDone(['rest'], false);
    expect(localStorage.length).to.equal(0);
  });

  it('can bring back what was cleared or unticked, once, and keeps what was ticked since in another tab', () => {
    const journey = openTab();
    journey.setDate('2026-11-22');
    journey.setDone(['rest'], true);
    expect(journey.canUndo).to.equal(false);
    journey.untickAll();
    expect(journey.kept.done.size).to.equal(0);
    expect(journey.kept.date).to.equal('2026-11-22');
    openTab().setDone(['walk'], true);
    journey.undo();
    expect([...journey.kept.done]).to.have.members(['rest', 'walk']);
    expect(journey.canUndo).to.equal(false);
    journey.clear();
    journey.undo();
    expect(kept()).to.equal('version=1&date=2026-11-22&done=walk&done=rest');
  });

  it('has nothing to undo once the visitor has gone on', () => {
    const journey = openTab();
    journey.setDone(['rest'], true);
    journey.untickAll();
    journey.setDone(['walk'], true);
    journey.undo();
    expect([...journey.kept.done]).to.deep.equal(['walk']);
  });

  it('adopts a list from another device without losing a tick', () => {
    const journey = openTab();
    journey.setDate('2026-11-22');
    journey.setDone(['rest'], true);
    journey.adopt({ pathway: 'fat', done: new Set(['walk']) });
    expect(kept()).to.equal('version=1&pathway=fat&date=2026-11-22&done=rest&done=walk');
  });

  it('is one for all that ask for the same storage', () => {
    const account = new Account();
    expect(journeyOf('session')).to.equal(journeyOf('session'));
    expect(journeyOf('session')).not.to.equal(journeyOf('none'));
    expect(journeyOf(account)).to.equal(journeyOf(account));
    expect(journeyOf(account)).not.to.equal(journeyOf(new Account()));
  });

  describe('kept by the page', () => {
    it('shows at once what the visitor does, and hands it over', async () => {
      const account = new Account();
      account.text = 'version=1&done=rest';
      const journey = openTab(account);
      journey.setDone(['walk'], true);
      expect(journey.kept.done.has('walk')).to.equal(true);
      journey.setDone(['drink'], true);
      await waitUntil(() => account.text === 'version=1&done=rest&done=walk&done=drink');
      expect([...journey.kept.done]).to.deep.equal(['rest', 'walk', 'drink']);
      expect(journey.saved).to.equal(true);
      expect(localStorage.length).to.equal(0);
    });

    it('says that it is not saved, tries again by itself, and loses nothing', async () => {
      const account = new Account();
      const journey = await openOffline(account);
      const { failures } = account;
      journey.setDone(['walk'], true);
      await waitUntil(() => account.failures > failures, 'the second tick is refused, too');
      account.text = 'version=1&done=elsewhere';
      account.failing = false;
      await waitUntil(() => journey.saved, 'nobody tried again');
      expect(account.text).to.equal('version=1&done=elsewhere&done=rest&done=walk');
      expect([...journey.kept.done]).to.deep.equal(['elsewhere', 'rest', 'walk']);
    });

    it('takes in what is changed elsewhere', async () => {
      const account = new Account();
      const journey = openTab(account);
      await aTimeout(20);
      account.changeElsewhere('version=1&done=rest');
      await waitUntil(() => journey.kept.done.has('rest'));
      expect(account.saves).to.equal(0);
    });

    it('leaves alone what it cannot read', async () => {
      const account = new Account();
      account.text = 'version=9';
      const journey = openTab(account);
      journey.setDone(['rest'], true);
      await waitUntil(() => !journey.saved);
      expect(account.text).to.equal('version=9');
      expect(journey.kept.done.has('rest')).to.equal(true);
    });

    it('says that it is not saved where the file for it cannot be had, and tries again at the next action', async () => {
      const account = new Account();
      const journey = new Journey(account);
      let told = 0;
      const { exchange } = beside;
      beside.exchange = () => Promise.reject(new Error('exchange.js'));
      try {
        journey.subscribe(() => told++);
        journey.setDone(['rest'], true);
        await waitUntil(() => !journey.saved);
      } finally {
        beside.exchange = exchange;
      }
      expect([...journey.kept.done]).to.deep.equal(['rest']);
      expect(told).to.be.greaterThan(0);
      journey.setDone(['walk'], true);
      await waitUntil(() => account.text === 'version=1&done=rest&done=walk');
      await waitUntil(() => journey.saved);
    });

    it('does not say that it is saved while it is being saved', async () => {
      const account = new Account();
      const journey = await openOffline(account);
      account.failing = false;
      let finish = (): void => {};
      const save = account.save.bind(account);
      account.save = (text) => new Promise<void>((resolve) => (finish = resolve)).then(() => save(text));
      journey.setDone(['walk'], true);
      await aTimeout(20);
      expect(journey.saved).to.equal(false);
      finish();
      await waitUntil(() => journey.saved);
    });

    it('asks to forget all when it is cleared', async () => {
      const account = new Account();
      account.text = 'version=1&done=rest';
      const journey = openTab(account);
      await waitUntil(() => journey.kept.done.size);
      journey.clear();
      await waitUntil(() => account.text === '');
      expect(journey.kept.done.size).to.equal(0);
    });
  });
});
