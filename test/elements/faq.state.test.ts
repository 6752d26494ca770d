import { expect } from '@open-wc/testing';
import { fold, openIds, textIn, wordsOf } from '../../src/elements/faq/faq.state.js';

describe('the words of a search', () => {
  it('leave out case, accents and the curl of apostrophes', () => {
    expect(fold('Can’t CAFÉ')).to.equal("can't cafe");
    expect(fold('Ångström İstanbul')).to.equal('angstrom istanbul');
    expect(fold('Thuốc giảm đau')).to.equal('thuoc giam đau');
    expect(fold('cafe\u0301')).to.equal(fold('café'));
  });

  it('are those between spaces', () => {
    expect(wordsOf('  Pain  after\tthe SHOT ')).to.deep.equal(['pain', 'after', 'the', 'shot']);
    expect(wordsOf('  ')).to.deep.equal([]);
  });

  it('are looked for in all that is said, and not in addresses', () => {
    const answer = [
      'Rest.',
      { list: ['Ice', ['Call ', { text: 'us', href: 'tel:5550100' }]] },
      { paragraph: 'Walk' },
    ];
    const said = textIn(['Why?', answer, undefined]);
    for (const word of ['Why?', 'Rest.', 'Ice', 'Call', 'us', 'Walk']) expect(said).to.include(word);
    expect(said).not.to.include('555');
  });
});

describe('which answers are open', () => {
  const questions = [{ id: 'a' }, { id: 'b', open: true }, { id: 'c', open: true }];
  const open = (chosen: [string, boolean][], exclusive = false): string =>
    [...openIds(questions, new Map(chosen), exclusive)].join();

  it('is up to the content until somebody opens or closes one', () => {
    expect(open([])).to.equal('b,c');
    expect(open([['a', true]])).to.equal('a,b,c');
    expect(open([['b', false]])).to.equal('c');
  });

  it('is one at most where only one may be', () => {
    expect(open([], true)).to.equal('b');
    expect(open([['b', false]], true)).to.equal('c');
  });

  it('takes no notice of ids that are not there', () => {
    expect(open([['z', true]])).to.equal('b,c');
  });
});
