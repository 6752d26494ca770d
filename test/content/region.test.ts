import { expect } from '@open-wc/testing';
import { regions } from '../../src/content/choices.js';
import { emergencyNumbers, readLanguage, regionOfLanguage } from '../../src/content/region.js';

describe('the region of a language', () => {
  for (const [language, region] of [
    ['en-US', 'us'],
    ['es-US', 'us'],
    ['en-CA', 'ca'],
    ['fr-CA', 'ca'],
    ['en-GB', 'gb'],
    ['cy', 'gb'],
    ['en-AU', 'au'],
    ['de', 'eu'],
    ['de-AT', 'eu'],
    ['fr', 'eu'],
    ['en-IE', 'eu'],
    ['hr-HR', 'eu'],
    ['el', 'eu'],
    ['sr-Latn-HR', 'eu'],
  ] as const)
    it(`${language} is ${region}`, () => {
      expect(regionOfLanguage(language)).to.equal(region);
    });

  for (const language of [
    'de-CH',
    'pt',
    'zh',
    'ar',
    'he',
    'en-NZ',
    'en-IN',
    'nb-NO',
    'en-001',
    'es-419',
    'tlh',
  ])
    it(`${language} is a place whose rules we do not know`, () => {
      expect(regionOfLanguage(language)).to.equal('other');
    });

  it('takes plain English for American, the language of the default guide', () => {
    expect(regionOfLanguage('en')).to.equal('us');
  });

  it('knows the emergency number of every region', () => {
    expect(Object.keys(emergencyNumbers).sort()).to.deep.equal([...regions].sort());
    expect(emergencyNumbers).to.deep.equal({ us: '911', ca: '911', eu: '112', au: '000', gb: '999' });
  });
});

describe('the language of a page', () => {
  for (const [tag, language] of [
    ['de', 'de'],
    ['EN-gb', 'en-GB'],
    ['en_US', 'en-US'],
    ['pt_BR', 'pt-BR'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
  ] as const)
    it(`written "${tag}" is ${language}`, () => {
      expect(readLanguage(tag)).to.equal(language);
    });

  for (const tag of [undefined, null, '', 'english please', '{{ lang }}', '-', '123'])
    it(`counts as American English where ${JSON.stringify(tag)} is all that is written`, () => {
      expect(readLanguage(tag)).to.equal('en-US');
    });
});
