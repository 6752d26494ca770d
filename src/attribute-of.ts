/**
 * The attribute of a property: its name with dashes, `clinic-name`. Lit takes `clinicname` for one that names none, so
 * the elements name theirs; the build of the one script leaves out the names that this finds out.
 */
export const attributeOf = (property: string): string => property.replace(/[A-Z]/g, '-$&').toLowerCase();
