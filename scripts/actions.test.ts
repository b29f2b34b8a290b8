import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hideSecrets, reportToActions, type ActionsReport } from './actions.ts';

const report: ActionsReport = {
  title: 'Pull',
  outputs: { changed: true, rows: 3, snapshot: 'abc' },
  tables: [{ heading: 'Facts', rows: [['fact'], ['a < b & "c"']] }],
  warnings: Array.from({ length: 25 }, (_, index) => `warning ${index}`),
  errors: [],
};

let folder: string;
let printed: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'curbside-actions-'));
  for (const name of ['output', 'summary']) fs.writeFileSync(path.join(folder, name), '');
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
  vi.stubEnv('GITHUB_OUTPUT', path.join(folder, 'output'));
  vi.stubEnv('GITHUB_STEP_SUMMARY', path.join(folder, 'summary'));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  fs.rmSync(folder, { recursive: true });
});

function written(name: string): string {
  return fs.readFileSync(path.join(folder, name), 'utf8');
}

describe('reportToActions', () => {
  it('does nothing outside a workflow', async () => {
    vi.stubEnv('GITHUB_ACTIONS', '');
    await reportToActions(report);
    await hideSecrets(['secret']);
    expect([written('output'), written('summary'), printed]).toEqual(['', '', '']);
  });

  it('writes outputs, a summary without markup of strangers, and no more annotations than are shown', async () => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    await reportToActions(report);
    expect(written('output')).toMatch(/rows<<(\S+)\n3\n\1\n/);
    expect(written('summary')).toContain('<td>a &lt; b &amp; "c"</td>');
    expect(printed.match(/::warning title=Pull::/g)).toHaveLength(10);
    expect(printed).toContain('16 more of this kind are in the log.');
  });

  it('goes without a summary where the runner has none', async () => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    vi.stubEnv('GITHUB_STEP_SUMMARY', '');
    await reportToActions(report);
    expect(written('output')).toContain('snapshot');
  });
});

describe('hideSecrets', () => {
  it('masks every secret, trimmed, and never an empty one', async () => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    await hideSecrets([' secret ', '', undefined]);
    expect(printed.trim()).toBe('::add-mask::secret');
  });
});
