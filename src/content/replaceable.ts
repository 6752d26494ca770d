/** Lists of which a guide may say that it shows only what it names. */
export const replaceable = ['stages', 'questions', 'phases'] as const;
