import { readdirSync, readFileSync } from 'node:fs';

/**
 * The ready-made themes for a part of a page: each under `[data-theme="…"]`, where the files that clinics take say
 * `:root`. The home page has more on it than a clinic's would.
 */
export function scopedPresets(folder: string): string {
  return readdirSync(folder)
    .map((file) =>
      readFileSync(`${folder}/${file}`, 'utf8').replace(
        ':root',
        `[data-theme='${file.replace('.css', '')}']`,
      ),
    )
    .join('');
}
