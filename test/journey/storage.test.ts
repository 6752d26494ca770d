import { expect } from '@open-wc/testing';
import { decode, deviceStorage, encode, storageKey } from '../../src/journey/storage.js';

describe('what is written', () => {
  it('says the version, the pathway, the date and the ticks, and reads them again', () => {
    const kept = {
      pathway: 'donor',
      date: '2026-11-22',
      done: new Set(['rest', 'a b&c=d', 'größe']),
    } as const;
    const text = encode(kept);
    expect(text).to.match(/^version=1&pathway=donor&date=2026-11-22&done=rest&/);
    expect(decode(text)).to.deep.equal(kept);
  });

  it('is empty if there is nothing to keep', () => {
    expect(encode({ done: new Set() })).to.equal('');
    expect(decode('')).to.deep.equal({ done: new Set() });
    expect(decode(null)).to.deep.equal({ done: new Set() });
  });

  it('is not read if it is of another version, or none of ours', () => {
    for (const text of [
      'version=2&done=rest',
      'done=rest',
      '{"version":1}',
      'null',
      '[]',
      '\u0000',
      'version=1.0',
    ])
      expect(decode(text), text).to.equal(undefined);
  });

  it('comes through libraries that change how lists become JSON', () => {
    const prototypes = [Array.prototype, Object.prototype, String.prototype, Set.prototype] as {
      toJSON?: unknown;
    }[];
    prototypes.forEach((prototype) =>
      Object.defineProperty(prototype, 'toJSON', { value: () => 'broken', configurable: true }),
    );
    try {
      const text = encode({ date: '2026-11-22', done: new Set(['rest', 'walk']) });
      expect([...decode(text)!.done]).to.have.ordered.members(['rest', 'walk']);
    } finally {
      prototypes.forEach((prototype) => delete prototype.toJSON);
    }
  });
});

describe('the storage of the device', () => {
  afterEach(() => {
    localStorage.removeItem(storageKey);
    sessionStorage.removeItem(storageKey);
  });

  it('keeps a text where it is told to, and an empty one not at all', () => {
    deviceStorage('session').save('version=1&done=rest');
    expect(sessionStorage.getItem(storageKey)).to.equal('version=1&done=rest');
    expect(localStorage.getItem(storageKey)).to.equal(null);
    expect(deviceStorage('session').load()).to.equal('version=1&done=rest');
    deviceStorage('session').save('');
    expect(sessionStorage.getItem(storageKey)).to.equal(null);
  });

  it('refuses to keep anything where the page wants none kept', () => {
    expect(() => deviceStorage('none').load()).to.throw();
    expect(() => deviceStorage('none').save('version=1')).to.throw();
  });

  it('tells of changes in other tabs, of our own key or of all at once, until it is stopped', () => {
    let told = 0;
    const stop = deviceStorage('local').subscribe!(() => told++);
    const change = (key: string | null): boolean =>
      window.dispatchEvent(new StorageEvent('storage', { key }));
    change(storageKey);
    change(null);
    change('another');
    expect(told).to.equal(2);
    (stop as () => void)();
    change(storageKey);
    expect(told).to.equal(2);
  });
});
