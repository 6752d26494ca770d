import type { ClaimsInLanguage } from './claims.js';

/** How clinics claim in Spanish, on both sides of the ocean, and how an honest sentence denies it. */
export const spanishClaims: ClaimsInLanguage = {
  claims: [
    {
      pattern: /\b(?:revolucionari[oa]s?|milagr(?:os?[oa]?s?|osamente)|sin precedentes)\b/gi,
      why: 'praise',
    },
    {
      pattern:
        /\bcur(?:an?|ar|en|ado|ó|ar[áa]n?)(?!\p{L})|\bcuraci[óo]n (?:total|completa|definitiva|garantizada)|\bsanan? (?:tus?|sus?|las?|los?|el) (?:articulaci|rodilla|cadera|artr)\p{L}*|\belimina\p{L}* (?:su |tu |la |el |las |los )?(?:artrosis|artritis)|\badi[óo]s (?:a la artr\p{L}*|al dolor)/giu,
      why: 'cure',
    },
    {
      pattern:
        /\b(?:regener|restaur)\p{L}*(?: de)?(?: l)?(?:l| el| la| las| los| su| sus| tu| tus| un)?(?: nuevo)? (?:cart[íi]lago|articulaci|tejido)\p{L}*|\bcart[íi]lago nuevo|\bnuevo cart[íi]lago|\breconstru\p{L}+|\b(?:hacen? crecer|vuelven? a crecer)(?!\p{L})/giu,
      why: 'regrowth',
    },
    {
      pattern:
        /\b(?:aprobad|autorizad|registrad|certificad|avalad|homologad)[oa]s? (?:por|ante|en) (?:la |el )?(?:FDA|EMA|AEMPS|COFEPRIS|ANMAT|INVIMA|ministerio|autoridad\p{L}*)|\bcon (?:la )?aprobaci[óo]n de la (?:FDA|EMA|AEMPS|COFEPRIS|ANMAT|INVIMA)|\b(?:FDA|EMA|AEMPS|COFEPRIS|ANMAT|INVIMA) (?:lo |la |los |las )?(?:aprob[óo]|aprueba|autoriz[óo]|autoriza)(?!\p{L})/giu,
      why: 'approval',
    },
    {
      pattern:
        /\bsegur[oa]s? y (?:muy )?(?:efectiv[oa]s?|efica(?:z|ces))|\b(?:totalmente|completamente|absolutamente) segur[oa]s?|\b(?:sin|no (?:hay|tienen?|causan?|produce[n]?)|libres? de) (?:ning[úu]n(?:a)? )?(?:efectos? secundarios?|efectos? adversos?|riesgos?|complicaci[óo]n(?:es)?)|\b(?:inyecci[óo]n|tratamiento|terapia|procedimiento|m[ée]todo) (?:\p{L}+ )?sin dolor|\bindolor[oa]s?|\bno duelen?(?! (?:m[áa]s|menos))/giu,
      why: 'safety',
    },
    {
      pattern:
        /\bgarant[íi]\p{L}*|(?<!\p{L})(?:tasa|[íi]ndice|porcentaje) de [ée]xito|\b\d{2} ?% de (?:(?:los|nuestros|mis) )?(?:pacientes|[ée]xito|casos)|\bresultados (?:asegurados|comprobados)/giu,
      why: 'result',
    },
    {
      pattern:
        /\bevit(?:an?|ar|e|en|ar[áa]n?|ando) (?:una |la |el |su |tu )?(?:cirug[íi]a|operaci[óo]n|quir[óo]fano|pr[óo]tesis)|\balternativa a (?:la |una |el |un )?(?:cirug[íi]a|operaci[óo]n|pr[óo]tesis|reemplazo|quir[óo]fano)/giu,
      why: 'surgery',
    },
    { pattern: /\bmillones de (?:\p{L}+ )?c[ée]lulas madre|\bc[ée]lulas madre puras/giu, why: 'cells' },
    {
      pattern:
        /\bantes de que sea (?:demasiado )?tarde|\bpor tiempo limitado|\b(?:plazas|cupos|lugares|citas) limitad[oa]s|(?<!\p{L})[úu]ltim[oa]s (?:plazas|cupos|lugares)|\bdescuentos?|\b(?:act[úu][ea]|reserv[ea]) (?:ya|ahora mismo|hoy mismo)(?!\p{L})/giu,
      why: 'pressure',
    },
  ],
  warning: /\b(?:ten(?:ga|gan)? cuidado|cuidado con|desconf[íi]\p{L}+|no (?:se )?(?:cre|conf[íi])\p{L}+)/iu,
  clauseEnd: /\b(?:pero|sino|porque|pues|as[íi] que|aunque)(?!\p{L})/iu,
  // "No solo" and "no hay duda" deny nothing, nor does "no espere".
  denial:
    /(?<!\p{L})(?:no|nunca|jam[áa]s|nadie|nada|ning[úu]n[oa]?s?|tampoco|ni)(?!\p{L})(?! (?:s[óo]lo|solamente|hay duda|cabe duda|dude|espere|lo dude))|(?<!\p{L})sin (?:ser |que )?(?:una |un )?$/iu,
  // "La curación total no se conoce."
  denialAfter: /^[^\s.]*(?: \p{L}+)? (?:no|nunca|jam[áa]s)(?!\p{L})(?! (?:s[óo]lo|duele))/iu,
};
