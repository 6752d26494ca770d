import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultGuide } from '../support/guide.mjs';
import { importSource } from '../support/import-source.mjs';
import { localeFromSource } from '../support/locales.mjs';

const { checkClaims, findClaims } = await importSource('content/claims.ts');
const { en } = await importSource('words/en.ts');
const { finderWords } = await importSource('words/en.finder.ts');
const { sourceListWords } = await importSource('words/en.source-list.ts');
const found = (text) => findClaims(text).map(({ words }) => words);

describe('claims', () => {
  it('the default guide makes none', () => {
    assert.deepEqual(checkClaims(defaultGuide()), []);
  });

  it('the elements make none', () => {
    assert.deepEqual(checkClaims({ ...en, ...finderWords, ...sourceListWords }), []);
  });

  it('a copy of the guide with "FDA-approved stem cells" is told where, what and why', () => {
    const guide = defaultGuide();
    guide.stages[0].happens.push('We use FDA-approved stem cells.');
    assert.deepEqual(checkClaims(guide), [
      'stages.consultation.happens.6: “FDA-approved” in “We use FDA-approved stem cells.”: ' +
        'a claim about approval must name the exact product and its use.',
    ]);
  });

  it('finds what clinics write', () => {
    const sold = {
      'A revolutionary treatment.': ['revolutionary'],
      'This breakthrough is a game-changer.': ['breakthrough', 'game-changer'],
      'It cures arthritis and heals your knee.': ['cures', 'heals your knee'],
      'Your cells regrow tissue and regenerate cartilage.': ['regrow', 'regenerate cartilage'],
      'Our shots rebuild the joint.': ['rebuild'],
      'Our lab is FDA registered.': ['FDA registered'],
      'It is approved by the FDA.': ['approved by the FDA'],
      'It is safe and effective, with no side effects.': ['safe and effective', 'no side effects'],
      'The shot is painless and risk-free.': ['painless', 'risk-free'],
      'We guarantee relief.': ['guarantee'],
      'Our success rate is 95%.': ['success rate'],
      '90% of our patients feel better.': ['90% of our patients'],
      'A true alternative to knee replacement.': ['alternative to knee replacement'],
      'You can avoid surgery.': ['avoid surgery'],
      'You get millions of stem cells.': ['millions of stem cells'],
      'Book before it is too late: a 20 % discount.': ['before it is too late', 'discount'],
    };
    for (const [text, claims] of Object.entries(sold))
      assert.deepEqual(found(text).toSorted(), claims.toSorted(), text);
  });

  it('lets a claim pass that is denied, asked or warned of', () => {
    for (const honest of [
      'This is not FDA-approved.',
      'No product is FDA-approved for knees.',
      'It has never been shown in people to regrow cartilage.',
      'It isn’t a cure.',
      'There is no guarantee.',
      'A cure is not known.',
      'Nobody can guarantee a result.',
      'Is it approved by the FDA?',
      'Be careful with ads that promise a miracle.',
    ])
      assert.deepEqual(found(honest), [], honest);
  });

  it('is not fooled by a denial of something else', () => {
    for (const sold of [
      'This is not surgery, it cures arthritis.',
      'There is no doubt that it cures arthritis.',
      'It is not only painless.',
      'You do not need a knife because cells rebuild the joint.',
      'We guarantee it does not hurt.',
      'Do not wait: act now.',
    ])
      assert.equal(found(sold).length, 1, sold);
  });

  it('in a guide in another language is told where, what and why', async () => {
    const { guide } = await localeFromSource('ar');
    guide.stages[0].happens.push('العلاج مُعتمَد من هيئة الغذاء والدواء.');
    assert.deepEqual(checkClaims(guide), [
      'stages.consultation.happens.6: “مُعتمَد من هيئة الغذاء والدواء” in “العلاج مُعتمَد من هيئة الغذاء والدواء.”: ' +
        'a claim about approval must name the exact product and its use.',
    ]);
  });

  it('reads lists, links and every part of a guide, but no titles of publications', () => {
    const guide = defaultGuide();
    guide.questions[0].answer = [{ list: ['One.', ['It is ', { text: 'pain-free', href: '/x' }, '.']] }];
    guide.warnings.levels[0].signs[0].note = 'It is painless.';
    guide.sources = [{ id: 'x', title: 'A miracle', publisher: 'P', url: 'https://example.org/' }];
    assert.deepEqual(
      checkClaims(guide).map((line) => line.split(':')[0]),
      ['questions.what-is.answer.1.list.2', 'warnings.levels.emergency.signs.breathing.note'],
    );
  });

  it('takes whatever it is given', () => {
    for (const odd of [undefined, null, 7, [], {}, { stages: null }, { stages: [null, 3] }])
      assert.deepEqual(checkClaims(odd), []);
  });
});

/** What clinics write, with the words that claim; what an honest page writes; and denials of something else. */
const examples = {
  Spanish: {
    sold: {
      'Un tratamiento revolucionario, un milagro.': ['revolucionario', 'milagro'],
      'Cura la artrosis y sana su rodilla.': ['Cura', 'sana su rodilla'],
      'Sus células regeneran el cartílago.': ['regeneran el cartílago'],
      'Logramos la regeneración de los tejidos.': ['regeneración de los tejidos'],
      'Reconstruye la articulación.': ['Reconstruye'],
      'Está aprobado por la FDA.': ['aprobado por la FDA'],
      'La COFEPRIS lo aprobó.': ['COFEPRIS lo aprobó'],
      'Es seguro y eficaz, sin efectos secundarios.': ['seguro y eficaz', 'sin efectos secundarios'],
      'Una inyección sin dolor y libre de riesgos.': ['inyección sin dolor', 'libre de riesgos'],
      'Es indoloro y 100 % seguro.': ['indoloro', '100 %'],
      'Garantizamos el alivio.': ['Garantizamos'],
      'Nuestra tasa de éxito es alta.': ['tasa de éxito'],
      'El 90 % de nuestros pacientes mejora.': ['90 % de nuestros pacientes'],
      'Evite la cirugía.': ['Evite la cirugía'],
      'La mejor alternativa a la prótesis.': ['alternativa a la prótesis'],
      'Recibe millones de células madre.': ['millones de células madre'],
      'Últimas plazas: reserve ya, con descuento.': ['Últimas plazas', 'reserve ya', 'descuento'],
    },
    honest: [
      'No está aprobado por la FDA.',
      'Ningún producto está aprobado por la FDA para la rodilla.',
      'Nunca se ha demostrado en personas que regenere el cartílago.',
      'No es una cura.',
      'No hay garantía.',
      'La curación total no se conoce.',
      'Nadie puede garantizar un resultado.',
      '¿Está aprobado por la FDA?',
      'Tenga cuidado con los anuncios que prometen un milagro.',
      'La curación de la herida toma unos días.',
      'Llame ya al 911.',
    ],
    fooling: [
      'Esto no es cirugía, cura la artrosis.',
      'No hay duda de que cura la artrosis.',
      'No solo es indoloro.',
      'No necesita bisturí porque las células reconstruyen la articulación.',
      'No espere: actúe ya.',
    ],
  },
  Arabic: {
    sold: {
      'علاج ثوري ومعجزة طبية.': ['ثوري', 'ومعجزة'],
      'يشفي من خشونة المفاصل.': ['يشفي'],
      'نحقق لك الشفاء التام.': ['الشفاء التام'],
      'علاج نهائي للخشونة.': ['علاج نهائي'],
      'الخلايا تجدّد الغضروف.': ['تجدّد الغضروف'],
      'إعادة بناء المفصل بخلاياك.': ['إعادة بناء المفصل'],
      'ينمو لك غضروف جديد.': ['غضروف جديد'],
      'العلاج معتمد من هيئة الغذاء والدواء.': ['معتمد من هيئة الغذاء والدواء'],
      'مختبرنا مسجّل لدى FDA.': ['مسجّل لدى FDA'],
      'حاصل على موافقة وزارة الصحة.': ['حاصل على موافقة وزارة الصحة'],
      'علاج آمن وفعّال بدون آثار جانبية.': ['آمن وفعّال', 'بدون آثار جانبية'],
      'حقنة بلا ألم ولا مخاطر.': ['بلا ألم', 'ولا مخاطر'],
      'نضمن لك الراحة.': ['نضمن'],
      'نتائج مضمونة ١٠٠٪.': ['مضمونة', '١٠٠٪'],
      'نسبة نجاح عالية.': ['نسبة نجاح'],
      'تحسّن 90% من المرضى.': ['90% من المرضى'],
      'تجنّب الجراحة.': ['تجنّب الجراحة'],
      'بديل عن استبدال المفصل.': ['بديل عن استبدال'],
      'ملايين الخلايا الجذعية في كل حقنة.': ['ملايين الخلايا'],
      'احجز الآن قبل فوات الأوان، مع خصم.': ['احجز الآن', 'قبل فوات الأوان', 'خصم'],
    },
    honest: [
      'هذا العلاج غير معتمد من هيئة الغذاء والدواء.',
      'لم يثبت عند البشر أنه يجدد الغضروف.',
      'هذا لا يشفي من خشونة المفاصل.',
      'لا يوجد ضمان.',
      'الشفاء التام غير معروف.',
      'لا أحد يستطيع أن يضمن نتيجة.',
      'ليس مضمونًا 100%.',
      'هل هو معتمد من هيئة الغذاء والدواء؟',
      'احذر من إعلانات تعد بمعجزة.',
    ],
    fooling: [
      'هذه ليست جراحة، بل تشفي من الخشونة.',
      'لا شك أنه يشفي من الخشونة.',
      'ليس فقط آمنًا وفعالًا.',
      'لا تنتظر: احجز الآن.',
    ],
  },
};

for (const [language, { sold, honest, fooling }] of Object.entries(examples))
  describe(`claims in ${language}`, () => {
    it('are found as clinics write them', () => {
      for (const [text, claims] of Object.entries(sold))
        assert.deepEqual(found(text).toSorted(), claims.toSorted(), text);
    });

    it('pass where they are denied, asked or warned of', () => {
      for (const text of honest) assert.deepEqual(found(text), [], text);
    });

    it('are found beside a denial of something else', () => {
      for (const text of fooling) assert.equal(found(text).length, 1, text);
    });
  });
