// Writes the templates of both stacks to `cdk.out`: `npm run synth -- -c repository=OWNER/REPO`. The command line of CDK
// runs it too, and hands in what it was given with -c.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeApp } from './stack/app.ts';

const { values } = parseArgs({
  options: { context: { type: 'string', short: 'c', multiple: true, default: [] } },
});
const asked = values.context.map((text) => text.split(/=(.*)/s).slice(0, 2) as [string, string]);
const file = path.join(import.meta.dirname, 'cdk.json');
const { context } = JSON.parse(fs.readFileSync(file, 'utf8')) as { context: Record<string, unknown> };
const outdir = process.env['CDK_OUTDIR'] ?? path.join(import.meta.dirname, 'cdk.out');

makeApp({ context: { ...context, ...Object.fromEntries(asked) }, outdir }).synth();
