/**
 * What a visitor must be told, whatever a clinic leaves out: risks, approval, limits of the evidence, emergencies. The
 * names are paths in a guide, by ids. A clinic may say these in its own words.
 */
export const mustStay =
  /^(questions\/(risks|approved|does-it-work)|warnings\/levels\/emergency(\/signs\/.*)?)$/;
