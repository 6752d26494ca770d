/**
 * The words of what a visitor carries along from the checklist, in English. They come with the part that shows them,
 * not with the script; the words of another language hold both.
 */
export const en = {
  print: 'Print with my ticks',
  printBlank: 'Print without ticks',
  copyText: 'Copy as text',
  copied: 'Copied. You can paste it into a message or a note.',
  copyFailed: 'Your browser did not copy it. Select the text below and copy it yourself.',
  textToCopy: 'Text to copy',
  calendar: 'Add to my calendar',
  calendarHelp: 'Reminders that do not say what they are for, since others may see your calendar.',
  calendarNeedsDate:
    'To add it to your calendar, first give the date of your procedure at the top of the list.',
  calendarMade: 'The reminders are in the file {file}. Open it to add them.',
  calendarOver: 'All days of the list are over. There is nothing to add.',
  move: 'Move to my phone',
  moveHelp:
    'Point the camera of your phone at this picture, or open the link there. Your ticks are inside the link. Share it only with people who may see them.',
  moveLink: 'Link with your ticks',
  copyLink: 'Copy the link',
  qrCode: 'QR code of the link',
  listen: 'Listen: {title}',
  stopListening: 'Stop reading aloud',
  listenFailed: 'This browser could not read the list aloud.',
  arrivalTitle: 'This link brings a list from another device',
  arrivalTicks: { one: '{count} task is done in it.', other: '{count} tasks are done in it.' },
  arrivalDate: 'The procedure is on {date}.',
  arrivalQuestion: 'Do you want to use it here? What is ticked here stays ticked.',
  accept: 'Yes, use it here',
  decline: 'No, leave my list as it is',
  accepted: 'Your list is here now.',
  declined: 'Your list is as it was.',
  sheetPhones: 'Who to call',
  sheetEmergency: 'Emergency: {number}',
  sheetClinic: 'Clinic: {number}',
  sheetAfterHours: 'When the clinic is closed: {number}',
  sheetProcedure: 'Procedure: {date}',
  sheetPrinted: 'Printed on {date}.',
  sheetDone: 'done',
  eventDay: { one: 'My list: {count} thing to look at', other: 'My list: {count} things to look at' },
  eventVisit: 'Appointment around now',
  eventWeek: 'My weekly note',
  eventText: 'Open your list to see more.',
} as const satisfies Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>;

type Plural = { readonly [Category in Intl.LDMLPluralRule]?: string };

export type CarryWords = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : Plural;
};
