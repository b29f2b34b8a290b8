import fs from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkflows } from './workflow-file.ts';

type Validate = (
  document: TextDocument,
) => Promise<{ message: string; range: { start: { line: number } } }[]>;
let faultsOf: (text: string) => Promise<string[]>;

beforeAll(async () => {
  // GitHub's language service imports JSON without saying so, which Node refuses.
  const hooks = registerHooks({
    load: (url, context, next) => {
      if (!/\/@actions\/.*\.json$/.test(url)) return next(url, context);
      const source = `export default ${fs.readFileSync(fileURLToPath(url), 'utf8')}`;
      return { format: 'module', source, shortCircuit: true };
    },
  });
  const service = (await import('@actions/languageservice')) as unknown as { validate: Validate };
  const { TextDocument } = await import('vscode-languageserver-textdocument');
  hooks.deregister();
  let count = 0; // the service keeps what it parsed, by address
  faultsOf = async (text) => {
    const address = `file:///.github/workflows/${count++}.yml`;
    const found = await service.validate(TextDocument.create(address, 'yaml', 1, text));
    return found.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
  };
}, 60_000);

describe('the language service of GitHub Actions', () => {
  it.each(readWorkflows().map(({ name, text }) => [name, text]))('finds nothing in %s', async (_, text) => {
    expect(await faultsOf(text)).toEqual([]);
  });

  const job = (step: string) =>
    `on: push\njobs:\n  one:\n    runs-on: ubuntu-24.04\n    steps:\n      - ${step}\n`;

  it.each([
    ['an unknown key', job('runs: echo')],
    ['a context that does not exist', job('run: echo ${{ nonsense.city }}')],
    ['a step that does not exist', job('run: echo ${{ steps.none.outputs.city }}')],
    ['a broken expression', job("run: echo\n        if: ${{ github.ref == 'x }}")],
    ['an event that does not exist', job('run: echo').replace('push', 'pushed')],
    [
      'a job that needs another that is not there',
      job('run: echo').replace('    steps', '    needs: two\n    steps'),
    ],
  ])('finds %s', async (_, text) => expect(await faultsOf(text)).not.toEqual([]));
});
