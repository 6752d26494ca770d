import { pathways, regions } from '../../src/content/choices.js';
import { dayOfIsoDate } from '../../src/journey/days.js';
import { targets } from './targets.js';

/**
 * What a webmaster has chosen, and how it is written into an address and kept in the browser. Pure. All settings are
 * texts; an empty one is not given, and an on-off one is `yes` or empty.
 */

export const widgets = ['guide', 'stepper', 'faq', 'checklist'] as const;
export type Widget = (typeof widgets)[number];

interface Setting {
  /** The attribute of the element; left out where it is the builder's own affair. */
  readonly attribute?: string;
  readonly fallback?: string;
  /** What is accepted, where not every text is. */
  readonly accepts?: readonly string[] | RegExp;
  /** The widgets that take it; left out, all do. */
  readonly only?: readonly Widget[];
}

const colour =
  /^(#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|[a-z]{3,30}|(rgb|hsl|hwb|lab|lch|oklab|oklch)\([^;{}<>]{3,80}\))$/i;
const size = /^\d{0,3}(\.\d{1,3})?(em|px|rem)?$/;

const definitions = {
  widget: { fallback: 'guide', accepts: widgets },
  pathway: { attribute: 'pathway', accepts: pathways },
  region: { attribute: 'region', accepts: regions },
  language: { attribute: 'lang', accepts: /^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/ },
  headingLevel: { attribute: 'heading-level', accepts: ['2', '3', '4', '5', '6'] },
  clinicName: { attribute: 'clinic-name' },
  clinicPhone: { attribute: 'clinic-phone' },
  afterHoursPhone: { attribute: 'after-hours-phone' },
  clinicEmail: { attribute: 'clinic-email' },
  clinicUrl: { attribute: 'clinic-url' },
  emergencyNumber: { attribute: 'emergency-number' },
  notice: { attribute: 'notice' },
  storage: { attribute: 'storage', accepts: ['session', 'none'] },
  structuredData: { attribute: 'structured-data', accepts: ['yes'] },
  orientation: { attribute: 'orientation', accepts: ['horizontal', 'vertical'], only: ['stepper'] },
  category: { attribute: 'category', accepts: /^[a-z\d-]+$/, only: ['faq'] },
  exclusive: { attribute: 'exclusive', accepts: ['yes'], only: ['faq'] },
  hideSearch: { attribute: 'hide-search', accepts: ['yes'], only: ['faq'] },
  feedback: { attribute: 'feedback', accepts: ['yes'], only: ['faq'] },
  procedureDate: { attribute: 'procedure-date', accepts: /^\d{4}-\d\d-\d\d$/, only: ['checklist', 'guide'] },
  theme: { accepts: ['calm', 'clinic', 'contrast', 'paper'] },
  accent: { accepts: colour },
  surface: { accepts: colour },
  text: { accepts: colour },
  radius: { accepts: size },
  space: { accepts: size },
  folder: {},
  follow: { fallback: 'pinned', accepts: ['pinned', 'major'] },
  target: { fallback: 'html', accepts: targets },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof definitions;
export const settingNames = Object.keys(definitions) as SettingName[];
export const settingOf = (name: SettingName): Setting => definitions[name];

export type Settings = Readonly<Record<SettingName, string>>;

/** The clinic's own guide, to be laid over the default one. */
export type OwnGuide = Readonly<Record<string, unknown>>;

export interface State {
  readonly settings: Settings;
  readonly guide: OwnGuide;
}

/** Where the script lies until the webmaster says so: an address that is nobody's. */
export const exampleFolder = 'https://your-site.example/stemcell-guide/';

export const emptyState: State = {
  settings: Object.fromEntries(
    settingNames.map((name) => [name, settingOf(name).fallback ?? '']),
  ) as unknown as Settings,
  guide: {},
};

/** Whether a value is one that a setting may have. */
export function isAccepted(name: SettingName, value: string): boolean {
  const { accepts } = settingOf(name);
  if (!value || !accepts) return true;
  if (name === 'procedureDate') return dayOfIsoDate(value) !== undefined;
  return accepts instanceof RegExp ? accepts.test(value) : accepts.includes(value);
}

export const withSetting = (state: State, name: SettingName, value: string): State => ({
  ...state,
  settings: { ...state.settings, [name]: value },
});

/** The attributes of the element, as they are written: a flag without a value has an empty one. */
export function attributesOf({ settings }: State): Record<string, string> {
  const widget = settings.widget as Widget;
  const entries = settingNames.flatMap((name) => {
    const { attribute, only, accepts } = settingOf(name);
    const value = settings[name].trim();
    if (!attribute || !value || !isAccepted(name, value) || (only && !only.includes(widget))) return [];
    const isFlag = Array.isArray(accepts) && accepts.length === 1;
    return [[attribute, isFlag ? '' : value] as const];
  });
  return Object.fromEntries(entries);
}

export const hasOwnWords = ({ guide }: State): boolean => Object.keys(guide).length > 0;

const toBase64 = (text: string): string =>
  btoa(String.fromCodePoint(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const fromBase64 = (text: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.codePointAt(0)!),
  );

/** The state as the part of an address after `#`. What is as at the start is left out. */
export function toFragment(state: State): string {
  const parameters = new URLSearchParams();
  for (const name of settingNames)
    if (state.settings[name] !== emptyState.settings[name]) parameters.set(name, state.settings[name]);
  if (hasOwnWords(state)) parameters.set('guide', toBase64(JSON.stringify(state.guide)));
  return parameters.toString();
}

/** The state that a fragment says. Anybody can write one: what is not known or not accepted counts as not there. */
export function fromFragment(fragment: string): State {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const settings = settingNames.flatMap((name) => {
    const value = parameters.get(name);
    return value !== null && isAccepted(name, value) ? [[name, value]] : [];
  });
  return {
    settings: { ...emptyState.settings, ...(Object.fromEntries(settings) as Partial<Settings>) },
    guide: readOwnGuide(parameters.get('guide')),
  };
}

function readOwnGuide(text: string | null): OwnGuide {
  try {
    const value: unknown = JSON.parse(fromBase64(text ?? ''));
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as OwnGuide) : {};
  } catch {
    // Half an address was copied, or none has a guide.
    return {};
  }
}
