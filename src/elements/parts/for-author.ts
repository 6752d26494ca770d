import * as report from '../../content/author-report.js';
import * as structuredData from '../../content/structured-data.js';

export { tellSetting } from '../setting-report.js';
export { tellVersion } from '../version-report.js';

/** What only the author of a page asks for. Each part looks itself whether the element wants it. */
export function attach(host: structuredData.Host & report.Host): void {
  structuredData.attach(host);
  report.attach(host);
}
