import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readAddress } from '../../src/embed/address.js';

const details = [
  'clinic-name',
  'clinic-phone',
  'after-hours-phone',
  'clinic-email',
  'clinic-url',
  'emergency-number',
];

describe('the address of the page in a frame', () => {
  it('without parameters asks for the whole guide', () => {
    const { tag, attributes, colours } = readAddress('', true);
    expect({ tag, attributes, colours }).to.deep.equal({
      tag: 'stemcell-guide',
      attributes: {},
      colours: {},
    });
  });

  it('takes what it knows', () => {
    const read = readAddress(
      '?widget=faq&pathway=donor&clinic-phone=%2B44%2020%207946%200000&accent=%23fa0&color-scheme=dark',
      true,
    );
    expect(read).to.deep.equal({
      tag: 'stemcell-faq',
      attributes: { pathway: 'donor', 'clinic-phone': '+44 20 7946 0000' },
      colours: { accent: '#fa0' },
      language: undefined,
      direction: undefined,
      scheme: 'dark',
    });
  });

  it('takes words and numbers only inside a frame', () => {
    const search = new URLSearchParams({
      'clinic-name': 'Rivertown',
      'clinic-phone': '555',
      'clinic-email': 'a@b.example',
      'clinic-url': 'https://b.example/',
      'emergency-number': '112',
      pathway: 'fat',
    });
    expect(Object.keys(readAddress(String(search), true).attributes)).to.have.length(6);
    expect(readAddress(String(search), false).attributes).to.deep.equal({ pathway: 'fat' });
  });

  it('lets nothing else in, whatever it is', () => {
    const names = fc.oneof(
      fc.constantFrom(
        'widget',
        'pathway',
        'region',
        'lang',
        'dir',
        'accent',
        'surface',
        'text',
        'storage',
        ...details,
      ),
      fc.constantFrom('__proto__', 'constructor', 'onclick', 'style', 'src', 'guide', 'class'),
      fc.string(),
    );
    const values = fc.oneof(
      fc.constantFrom(
        'donor',
        '911',
        'red',
        'javascript:alert(1)',
        'url(//evil.example)',
        'a;b:c',
        '"><script>',
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, values)), (pairs) => {
        const {
          tag,
          attributes,
          colours,
          language = '',
        } = readAddress(String(new URLSearchParams(pairs)), true);
        expect(tag).to.match(/^stemcell-(guide|stepper|faq|checklist)$/);
        for (const name of Object.keys(attributes))
          expect(name).to.match(
            /^(pathway|region|storage|heading-level|procedure-date|current|clinic-(name|phone|email|url)|after-hours-phone|emergency-number)$/,
          );
        for (const value of Object.values(colours)) expect(value).not.to.match(/[;:]|url/);
        expect(attributes['clinic-url'] ?? 'https:').to.match(/^https:/);
        expect(language).to.match(/^[\w-]*$/);
      }),
    );
  });
});
