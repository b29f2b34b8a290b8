import fs from 'node:fs';
import path from 'node:path';
import { readHealth } from '../../site/health.ts';

export const prerender = false;

/** Whether there is a site to serve, and how old its data is. Read when asked, so that it is never that of the build. */
export function GET(): Response {
  const file = path.join(process.env['CURBSIDE_DIST'] ?? 'dist', 'status.json');
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
  const { status, body } = readHealth(text, new Date());
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}
