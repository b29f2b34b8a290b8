import type { Plain } from './view-key.ts';

/** A data file's response: JSON with a line end. The content type is what a static host gives to ".json". */
export function jsonResponse(data: Plain): Response {
  return new Response(`${JSON.stringify(data)}\n`, { headers: { 'content-type': 'application/json' } });
}
