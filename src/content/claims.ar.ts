import type { ClaimsInLanguage } from './claims.js';

/** Without what people leave out or mix up when they write: vowels, hamza, long strokes, and how some words end. */
const simplify = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}ء\u0640]/gu, '')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15));

/** Words, after no letter but those that are written together with them: "and", "with", "for", the article. */
const words = (pattern: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:[وفبكل]{0,2}(?:ال|لل)?)(?:${simplify(pattern)})`, 'gu');

const end = '(?!\\p{L})';
const regulator =
  '(?:FDA|EMA|(?:هيئة|إدارة|وكالة|مؤسسة|منظمة|وزارة)? ?(?:الغذاء والدواء|الأدوية|الأدوية الأوروبية|الصحة))';

/** How clinics claim in Arabic, and how an honest sentence denies it. */
export const arabicClaims: ClaimsInLanguage = {
  simplify,
  claims: [
    {
      pattern: words(`(?:ثوري|معجز|سحري)(?:ة|ات|ا)?${end}|طفرة|نقلة نوعية|غير مسبوق`),
      why: 'praise',
    },
    {
      pattern: words(
        `[يتن]شفي(?:ك|كم|ه|ها|هم)?${end}|شفاء (?:ال)?(?:تام|كامل|نهائي|مضمون)|شاف(?:ي|ية|يا)?${end}|علاج\\p{L}* (?:ال)?(?:نهائي|جذري)|[يتن]قضي على (?:ال)?(?:خشونة|التهاب|ألم)|وداعا لل?\\p{L}+`,
      ),
      why: 'cure',
    },
    {
      pattern: words(
        `(?:[يتن]?(?:جدد|رمم|نبت|عيد بناء|عيد نمو)|تجديد|تجدد|ترميم|إعادة بناء|إنبات|نمو)\\p{L}* (?:ال)?(?:غضروف|غضاريف|مفصل|مفاصل|أنسجة|نسيج)\\p{L}*|غضروفا? جديدا?|غضاريف جديدة`,
      ),
      why: 'regrowth',
    },
    {
      pattern: words(
        `(?:معتمد|مرخص|مسجل|مصرح|موافق|مجاز)\\p{L}* (?:(?:به|بها|عليه|عليها|رسميا) )?(?:من قبل|من|لدى|عند|في) ${regulator}|(?:حاصل|حاز|نال|حصل)\\p{L}* (?:على )?(?:موافقة|ترخيص|اعتماد) ${regulator}|(?:باعتماد|بموافقة) ${regulator}|(?:وافقت|اعتمدت)(?:ه|ها)? (?:(?:عليه|عليها) )?${regulator}`,
      ),
      why: 'approval',
    },
    {
      pattern: words(
        `آمن(?:ة|ا)? و?فعال|آمن(?:ة|ا)? (?:تماما|كليا|بالكامل)|(?:بدون|بلا|دون|خالي?ة? من|لا توجد|لا يوجد|لا) (?:(?:أي|أية) )?(?:ال)?(?:آثار جانبية|أعراض جانبية|مخاطر|خطورة|مضاعفات|ألم|آلام)${end}|غير مؤلمة?${end}`,
      ),
      why: 'safety',
    },
    {
      pattern: words(
        `[نيتأ]ضمن\\p{L}*|مضمون\\p{L}*|ضمان\\p{L}*|(?:نسبة|معدل) (?:ال)?نجاح|\\d{2} ?[%٪] من (?:ال)?(?:مرض|حالات)\\p{L}*|(?<=\\p{Script=Arabic}.*)100 ?[%٪]`,
      ),
      why: 'result',
    },
    {
      pattern: words(
        `(?:تجنب|[يت]جنب|[يت]غني|تفادي)\\p{L}* (?:عن )?(?:ال)?(?:جراحة|عملية|عمليات)|(?:بديل|بدائل)\\p{L}* (?:عن |من )?(?:ال|لل)?(?:جراحة|عملية|استبدال|تبديل|تغيير)`,
      ),
      why: 'surgery',
    },
    { pattern: words('ملايين (?:من )?(?:ال)?خلايا|خلايا (?:ال)?جذعية (?:ال)?نقية'), why: 'cells' },
    {
      pattern: words(
        `قبل فوات الأوان|(?:عرض|عروض|أماكن|مقاعد|مواعيد) محدودة?${end}|لفترة محدودة|لمدة محدودة|خصم${end}|خصومات|تخفيض\\p{L}*|احجز\\p{L}* (?:الآن|اليوم|فورا)|سارع\\p{L}*|لا تفوت\\p{L}*`,
      ),
      why: 'pressure',
    },
  ],
  warning: /(?<!\p{L})(?:[وف]?ال|[وف])?(?:حذر|احذر|احذروا|حذار|لا تصدق|لا تثق|لا تصدقوا|لا تثقوا)(?!\p{L})/u,
  clauseEnd: /(?<!\p{L})(?:و?لكن\p{L}*|بل|لان\p{L}*|لذلك|الا ان\p{L}*|غير ان\p{L}*)(?!\p{L})/u,
  // "No doubt" and "not only" deny nothing, nor does "do not wait".
  denial:
    /(?<!\p{L})[وف]?(?:لا|لم|لن|ما|ليس|ليست|ليسوا|غير|عدم|ابدا)(?!\p{L})(?! (?:شك|ريب|فقط|مجرد|تتردد|تنتظر))|(?<!\p{L})(?:بدون|بلا|دون) $/u,
  // "The full cure is not known."
  denialAfter: /^\S*(?: \p{L}+)? (?:غير|ليس|ليست|لا|لم|لن)(?!\p{L})(?! (?:فقط|شك))/u,
};
