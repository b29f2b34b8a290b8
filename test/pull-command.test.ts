import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startCase } from './pull-case.ts';
import { runPull } from './pull-process.ts';
import { permitRow, scheduleRow, scheduleRows } from './soda-rows.ts';

describe('npm run pull', () => {
  it('pulls, says what changed and reports it', async () => {
    const on = await startCase();
    const { code, stdout, stderr, report } = await runPull(on, ['--as-of', '2022-01-19']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^40 rows, 0 problems; snapshot [\w-]{8}… changed \(40 added\); 9 requests; \d+\.\d s\n$/,
    );
    expect(stderr).toMatch(/page 1 of the schedule: 200, \d+ KB in \d+\.\d s, request request-2/);
    expect(report).toEqual({
      city: 'sf',
      source: 'live',
      snapshot: expect.stringMatching(/^[\w-]{22}$/) as string,
      changed: true,
      rows: 40,
      problems: 0,
      requests: 9,
      token: 'SOCRATA_APP_TOKEN',
      refused: [],
    });
  });

  it('pulls from files in the shape of the city’s answers', async () => {
    const on = await startCase();
    const [schedule, permits] = [path.join(on.stateDir, 's.json'), path.join(on.stateDir, 'p.json')];
    fs.writeFileSync(schedule, JSON.stringify([scheduleRow()]));
    fs.writeFileSync(permits, JSON.stringify([permitRow()]));
    const { code, report } = await runPull(on, ['--schedule', schedule, '--permits', permits]);
    expect(code).toBe(0);
    expect(report).toMatchObject({ source: 'file', changed: true, rows: 1, requests: 0 });
    expect(on.server.received).toEqual([]);
  });

  it('exits with 3 and all reasons when the snapshot is refused, and with 0 when a hand accepts it', async () => {
    const on = await startCase();
    const { current } = await on.pull();
    on.setSchedule(scheduleRows(20));
    const refused = await runPull(on);
    expect(refused.code).toBe(3);
    expect(refused.stdout).toMatch(
      /20 rows, 0 problems; snapshot refused, .{9} stays: the rows fell from 40 to 20, by 50.0 %/,
    );
    expect(refused.report).toMatchObject({
      snapshot: current?.digest,
      changed: false,
      rows: 20,
      refused: ['the rows fell from 40 to 20, by 50.0 %'],
    });
    const accepted = await runPull(on, ['--accept']);
    expect(accepted.code).toBe(0);
    expect(accepted.stderr).toContain('Warning: accepted by hand although the rows fell from 40 to 20');
    expect(accepted.report).toMatchObject({ changed: true, refused: [] });
  });

  it('exits with 1, a hint and a report when the city refuses', async () => {
    const on = await startCase();
    const { current } = await on.pull();
    on.server.city.mishaps.push({ kind: 'status', status: 404 });
    const { code, stderr, report } = await runPull(on);
    expect(code).toBe(1);
    expect(stderr).toContain('[dataset-missing]\n→ The ids of the tables are set in src/source/cities.ts.');
    expect(report).toMatchObject({
      snapshot: current?.digest,
      changed: false,
      failure: { code: 'dataset-missing' },
    });
  });

  const wrong: [string, string[]][] = [
    ['an unknown flag', ['--frobnicate']],
    ['an unknown city', ['--city', 'oz']],
    ['a date that is none', ['--as-of', '2022-02-30']],
    ['one file of the two', ['--schedule', 'x.json']],
  ];
  for (const [what, args] of wrong) {
    it(`exits with 2 and the usage for ${what}`, async () => {
      const { code, stderr } = await runPull(await startCase(), args);
      expect(code).toBe(2);
      expect(stderr).toContain('Usage: npm run pull');
    });
  }

  it('prints the usage when asked', async () => {
    const { code, stdout } = await runPull(await startCase(), ['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Exit codes: 0 done, 1 failure, 2 usage, 3 snapshot refused');
  });

  it('tells GitHub Actions what happened and masks the token', async () => {
    const on = await startCase([
      scheduleRow({ applicant: '<b>Tacos</b>', dayofweekstr: '<i>' }),
      ...scheduleRows(40),
    ]);
    const [output, summary] = [path.join(on.stateDir, 'output'), path.join(on.stateDir, 'summary')];
    fs.writeFileSync(output, '');
    fs.writeFileSync(summary, '');
    const actions = { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary };
    const { code, stdout, stderr } = await runPull(on, [], actions);
    expect(code).toBe(0);
    expect(stdout).toContain('::add-mask::first-secret');
    expect(stdout.replace('::add-mask::first-secret', '') + stderr).not.toContain('secret');
    expect(stdout).toMatch(
      /::warning title=Pull of San Francisco::weekday-unknown in #41, dayofweekstr "<i>"/,
    );
    expect(fs.readFileSync(output, 'utf8')).toMatch(/changed<<(\S+)\ntrue\n\1\n/);
    const page = fs.readFileSync(summary, 'utf8');
    expect(page).toContain('<h2>Pull of San Francisco</h2>');
    expect(page).toContain('&lt;b&gt;Tacos&lt;/b&gt;');
    expect(page).toContain('<td>page 1 of the schedule</td><td>200</td>');
  });
});
