import { expect } from '@open-wc/testing';
import { finderWords } from '../../src/words/en.finder.js';
import { en } from '../../src/words/en.js';
import { sourceListWords } from '../../src/words/en.source-list.js';
import { englishWords, plural, say } from '../../src/words/words.js';

describe('say', () => {
  it('puts values in the place of their names', () => {
    expect(say('Stage {number} of {count}', { number: 2, count: 6 })).to.equal('Stage 2 of 6');
    expect(say('{a} and {a}', { a: 'again' })).to.equal('again and again');
  });

  it('writes a zero', () => {
    expect(say('{done} done', { done: 0 })).to.equal('0 done');
  });

  it('leaves a name without a value in sight, so that a slip is seen', () => {
    expect(say('Back: {title}', {})).to.equal('Back: {title}');
  });

  it('takes values as they are, whatever signs are in them', () => {
    expect(say('Next: {title}', { title: '$& {number} <b>' })).to.equal('Next: $& {number} <b>');
  });
});

describe('plural', () => {
  it('takes the form that the language asks for', () => {
    const forms = { one: 'task', other: 'tasks' };
    expect([0, 1, 2].map((count) => plural('en', forms, count))).to.deep.equal(['tasks', 'task', 'tasks']);
    expect(plural('fr', forms, 0)).to.equal('task');
  });

  it('takes the form for all others where a language has more forms than were written', () => {
    expect(plural('pl', { one: 'zadanie', other: 'zadania' }, 2)).to.equal('zadania');
  });

  it('says nothing rather than "undefined" where there is no form', () => {
    expect(plural('en', {}, 1)).to.equal('');
  });
});

describe('the words in English', () => {
  const all = { ...en, ...finderWords, ...sourceListWords };
  const texts = Object.entries(all).flatMap(([key, text]) =>
    Object.values(typeof text === 'string' ? [text] : text).map((form) => [key, form] as const),
  );

  it('are the ones that elements start with', () => {
    expect(englishWords).to.equal(en);
  });

  it('are none of them empty, and none has a double space or a space at an end', () => {
    expect(texts.filter(([, text]) => !text || text !== text.trim() || text.includes('  '))).to.deep.equal(
      [],
    );
  });

  /** Texts that say one without a figure, as in "tomorrow". */
  const saysOneInWords = ['daysToGo'];

  it('use the same names in every form of a counting text', () => {
    for (const [key, forms] of Object.entries(all)) {
      if (typeof forms === 'string') continue;
      const counted = Object.entries(forms).filter(
        ([category]) => category !== 'one' || !saysOneInWords.includes(key),
      );
      const names = counted.map(([, form]) => [...form.matchAll(/\{\w+\}/g)].flat().sort().join());
      expect(new Set(names).size, key).to.equal(1);
    }
  });

  it('say one without a figure only where nothing else is to be filled in', () => {
    for (const key of saysOneInWords) {
      const { one, other } = en[key as 'daysToGo'];
      expect(one, key).not.to.contain('{');
      expect(other.match(/\{\w+\}/g), key).to.deep.equal(['{count}']);
    }
  });
});
