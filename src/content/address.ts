const allowed = /^(https?:|mailto:|tel:|[/?#.]|[^:]*$)/i;

/** What an address may start with, in words for who writes a guide. */
export const allowedAddresses = 'an address that starts with https:, mailto: or tel:, or one within the site';

/** An address that may stand in a link, or `undefined` for others, such as `javascript:`. */
export function safeAddress(href: string): string | undefined {
  // Browsers drop control characters and spaces from addresses, so a check must do so too.
  const bare = href.replace(/[\u0000-\u0020]/g, '');
  return allowed.test(bare) ? bare : undefined;
}
