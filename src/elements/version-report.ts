/** Says that the elements of another version hold a tag. */
export function tellVersion(tag: string, existing: string | undefined, version: string): void {
  console.warn(`<${tag}> has version ${existing ?? 'unknown'} already; version ${version} is not used.`);
}
