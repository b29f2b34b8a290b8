import { publicLink } from './link.ts';

/** A file that is made of a view and of the site's public addresses, with the type that a static host gives to it. */
export function textFile(contentType: string, text: (addressOf: typeof publicLink) => string): Response {
  return new Response(text(publicLink), { headers: { 'content-type': contentType } });
}
