/** The fixed choices of the public contract, apart from the schema so that the script can have them without it. */

/** Where the cells come from: the one choice that changes everything. */
export const pathways = ['bone-marrow', 'fat', 'donor'] as const;
/** Whose regulator and whose emergency number. */
export const regions = ['us', 'eu', 'ca', 'au', 'gb'] as const;

export type Pathway = (typeof pathways)[number];
export type Region = (typeof regions)[number];
