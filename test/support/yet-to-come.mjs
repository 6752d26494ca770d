/** What stands for something that comes once a visitor is near: the place of the search, and the date without a calendar. */
export const yetToCome = '.finder:empty, #date:not([type=date])';
