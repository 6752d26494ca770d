/** Styles are texts: whoever adopts them makes one style sheet of each. */
export const css = (strings: TemplateStringsArray, ...values: readonly unknown[]): string =>
  String.raw({ raw: strings }, ...values);

export const unsafeCSS = String;
