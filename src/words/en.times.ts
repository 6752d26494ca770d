/** The words of the drawing of the times, loaded with it. A language may bring its own under the same names. */
export const timesWords = {
  timesDay: 'On the day of the shot',
  timesAfter: 'After the shot',
  timesTotal: 'About {duration} in all. The time to get set up and to rest comes on top.',
  timesKey: 'Thick bar: the shortest time. Thin line: it may take this long.',
};
