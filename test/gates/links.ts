/** Where the attributes of a page lead: as written, entities back. */
export function addressesIn(html: string): string[] {
  const found = html.matchAll(/\s(?:href|src|action|poster|data-(?:age|week|base|streets|file))="([^"]*)"/g);
  return [...found].map(([, address = '']) => address.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
}

/** Every id of a page, in its order. */
export function idsIn(html: string): string[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
}
