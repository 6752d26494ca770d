/** The keys of a guide whose values are no words, the same in every language. */
export const neutralKeys: ReadonlySet<string> = new Set(
  `id lang version written checked scope review category unit repeat basis href url cites pathways regions sources icon
   from to min max confirm safety visit day optional formerly`.split(/\s+/),
);
