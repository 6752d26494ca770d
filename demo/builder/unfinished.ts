import type { Guide } from '../../src/content/guide.js';
import { isAccepted, settingNames, settingOf, type SettingName, type State, type Widget } from './state.js';

/** What a webmaster still has to fill in or to mend, each with the field where that is done. Pure. */

export interface Unfinished {
  /** The id of the field. */
  readonly field: string;
  readonly message: string;
}

export const fieldId = (name: SettingName): string => `setting-${name}`;

const messages: Partial<Record<SettingName, string>> = {
  accent: 'The main colour is not one that a browser knows. Write it like #0b6e4f.',
  surface: 'The ground is not a colour that a browser knows. Write it like #ffffff.',
  text: 'The text colour is not one that a browser knows. Write it like #14282a.',
  radius: 'The corners need a length, such as 0.5em or 8px.',
  space: 'The space needs a length, such as 1em or 12px.',
  language: 'The language is not a tag such as en-GB.',
  procedureDate: 'The date is not a day of the calendar.',
};

/** Three digits at least, as the script asks for before it makes a link. */
const isDialled = (text: string): boolean => text.replace(/\D/g, '').length >= 3;

const checks: readonly ((state: State) => readonly [SettingName, string] | undefined)[] = [
  ({ settings: { clinicName } }) =>
    clinicName.trim() ? undefined : ['clinicName', 'The clinic has no name yet.'],
  ({ settings: { clinicPhone } }) =>
    clinicPhone.trim()
      ? undefined
      : ['clinicPhone', 'There is no number to call yet: the warning signs would not say whom to call.'],
  ({ settings: { clinicPhone } }) =>
    !clinicPhone.trim() || isDialled(clinicPhone)
      ? undefined
      : ['clinicPhone', 'The number by day has too few digits to be dialled.'],
  ({ settings: { afterHoursPhone } }) =>
    !afterHoursPhone.trim() || isDialled(afterHoursPhone)
      ? undefined
      : ['afterHoursPhone', 'The number at night has too few digits to be dialled.'],
  ({ settings: { clinicEmail } }) =>
    !clinicEmail.trim() || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(clinicEmail.trim())
      ? undefined
      : ['clinicEmail', 'The mail address is not one yet.'],
  ({ settings: { clinicUrl } }) =>
    !clinicUrl.trim() || /^https?:\/\/\S+\.\S+/.test(clinicUrl.trim())
      ? undefined
      : ['clinicUrl', 'The page for questions must begin with https:.'],
  ({ settings: { folder } }) =>
    folder.trim()
      ? undefined
      : ['folder', 'Where the script lies is not said yet: the snippet has an address that is nobody’s.'],
];

/** @param shown - The guide as visitors get it. @param problems - What is wrong with the clinic's own one. */
export function unfinishedOf(state: State, shown: Guide, problems: readonly string[]): Unfinished[] {
  const widget = state.settings.widget as Widget;
  const wrong = settingNames
    .filter((name) => !settingOf(name).only || settingOf(name).only!.includes(widget))
    .filter((name) => messages[name] && !isAccepted(name, state.settings[name].trim()))
    .map((name) => ({ field: fieldId(name), message: messages[name]! }));
  const missing = checks.flatMap((check) => {
    const found = check(state);
    return found ? [{ field: fieldId(found[0]), message: found[1] }] : [];
  });
  const unwritten = shown.questions
    .filter(({ answer }) => answer === newAnswer)
    .map(({ id, question }) => ({
      field: `item-questions-${id}`,
      message: `The answer to “${question}” is not written yet.`,
    }));
  return [...missing, ...wrong, ...unwritten, ...problems.map((message) => ({ field: 'words', message }))];
}

/** What stands in the place of an answer until somebody has written it. */
export const newAnswer = 'Write the answer here.';
