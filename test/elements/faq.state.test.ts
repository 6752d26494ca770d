import { expect } from '@open-wc/testing';
import { fold, openIds, placeOf, textIn, wordsOf } from '../../src/elements/faq/faq.state.js';

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

  it('are those without the stops at their ends', () => {
    expect(wordsOf('Cost? $5,000, or more... ?')).to.deep.equal(['cost', '$5,000', 'or', 'more', '?']);
  });

  it('leave out what people leave out in Arabic: vowels, hamza, long strokes, and how a word ends', () => {
    const pairs = [
      ['أُنجز', 'انجز'],
      ['إبرة', 'ابره'],
      ['الآثار', 'الاثار'],
      ['مسؤول', 'مسوول'],
      ['دواءً', 'دوا'],
      ['مميّعات', 'مميعات'],
      ['حقنة', 'حقنـــه'],
      ['التي على المستشفى', 'التى علي المستشفي'],
      ['کورتیزون', 'كورتيزون'],
      ['ٱلركبة', 'الركبه'],
      ['می\u200cخواهم', 'ميخواهم'],
    ] as const;
    for (const [written, typed] of pairs) expect(fold(written), written).to.equal(fold(typed));
  });

  it('are the same with the digits of Arabic, of Persian and of English', () => {
    expect(fold('٠١٢٣٤٥٦٧٨٩')).to.equal('0123456789');
    expect(fold('۰۱۲۳۴۵۶۷۸۹')).to.equal('0123456789');
  });

  it('are looked for without the Arabic article and the ending that a pronoun changes', () => {
    expect(wordsOf('هل سيؤلمني الحقن؟')).to.deep.equal(['هل', 'سيولمني', 'حقن']);
    expect(wordsOf('والألم، بالركبة كالعادة للإبرة')).to.deep.equal(['الم', 'ركب', 'عاد', 'ابر']);
    for (const written of ['ركبة', 'ركبتك', 'الركبة', 'وبركبتي'])
      for (const typed of ['ركبة', 'ركبه', 'الركبة', 'للركبة'])
        expect(fold(written), typed).to.include(wordsOf(typed)[0]);
    // Too short to be an article and a word, or a word and an ending.
    expect(wordsOf('ألم مدة له')).to.deep.equal(['الم', 'مده', 'له']);
  });

  it('are not found in an Arabic article and what follows it', () => {
    const [pain] = wordsOf('ألم') as [string];
    for (const written of ['ألم', 'الألم', 'ألمًا وراحة', 'بألم.', 'للألم', 'وألمك', 'والألم'])
      expect(placeOf(pain, fold(written)), written).to.be.at.least(0);
    for (const written of ['المفصل', 'والمدة', 'بالمستشفى', 'العالم', 'المهم'])
      expect(placeOf(pain, fold(written)), written).to.equal(-1);
    expect(placeOf(pain, fold('المفصل والألم'))).to.equal('المفصل وال'.length);
    expect(placeOf(pain, fold('ألم المفصل'), 1)).to.equal(-1);
    // Other words are found wherever they stand.
    expect(placeOf('ركب', 'وبركبتي')).to.equal(2);
    expect(placeOf('art', 'a smart art', 5)).to.equal(8);
  });

  it('fold one character at a time as they do together', () => {
    for (const text of ['Ångström İstanbul', 'أُنجزتْ ٣ مهامّ', '½… ـــ'])
      expect([...text].map(fold).join('')).to.equal(fold(text));
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
