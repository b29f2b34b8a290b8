// Run as a process by compile.ts: `node compiler.ts ROOT FOLDER` leaves renderer/, client/ and server/ in FOLDER.
import { build } from 'astro';
import fs from 'node:fs';
import path from 'node:path';
import { keepRenderer } from './integration.ts';

const [root, folder] = process.argv.slice(2) as [string, string];
const outDir = path.join(folder, 'site');
await build({
  root,
  outDir,
  logLevel: 'warn',
  integrations: [keepRenderer(path.join(folder, 'renderer'))],
});

// With an adapter Astro parts its output in client and server; without one everything is for the client.
const server = path.join(outDir, 'server');
const hasAdapter = fs.existsSync(server);
if (hasAdapter) fs.renameSync(server, path.join(folder, 'server'));
const client = hasAdapter ? path.join(outDir, 'client') : outDir;
if (fs.existsSync(client)) fs.renameSync(client, path.join(folder, 'client'));
