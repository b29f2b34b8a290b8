import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The text of a real data file (`../shared/data/<name>` beside the repository), or null when it is absent.
 * In CI an absent file is an error, so that a suite over real data can never pass by not running;
 * elsewhere the reason is printed and the caller skips.
 */
export function sharedData(name: string): string | null {
  const path = fileURLToPath(new URL(`../../shared/data/${name}`, import.meta.url));
  if (existsSync(path)) return readFileSync(path, 'utf8');
  if (process.env['CI']) throw new Error(`${path} is missing: CI must run the suites over real data`);
  console.info(`skipped: ${path} is not there`);
  return null;
}
