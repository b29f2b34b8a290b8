import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { emptyLock, lockName, writeLock } from '../src/payments/lock.ts';

const root = path.resolve(import.meta.dirname, '..');
const fields = '#Version: 1.0\n#Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent)\n';
const view = (time: string, page: string) =>
  [...time.split(' '), 'GET', page, '200', 'Mozilla/5.0'].join('\t') + '\n';
const sponsor = (food: string, price: string) =>
  `name: R\ntext: C.\nlink: https://r.example/\nwhere: { city: sf, food: ${food} }\nfrom: 2026-11-01\nto: 2026-11-30\nsize: card\n${price}`;

/** A folder of content and one of logs; with a campaign that is paid since the 20th, one that is not, and a free one. */
function folders(): { content: string; logs: string } {
  const at = fs.mkdtempSync(path.join(os.tmpdir(), 'report-'));
  onTestFinished(() => fs.rmSync(at, { recursive: true }));
  const [content, logs] = [path.join(at, 'content'), path.join(at, 'logs')];
  fs.mkdirSync(path.join(content, 'sponsors'), { recursive: true });
  fs.mkdirSync(path.join(logs, 'november'), { recursive: true });
  fs.writeFileSync(path.join(content, 'sponsors/free.yaml'), sponsor('tacos', ''));
  fs.writeFileSync(path.join(content, 'sponsors/paid.yaml'), sponsor('coffee', 'price: "120.00"\n'));
  fs.writeFileSync(path.join(content, 'sponsors/unpaid.yaml'), sponsor('salads', 'price: "120.00"\n'));
  const openedAt = Date.UTC(2026, 10, 20) / 1000;
  const paid = { 'sponsor/paid': { session: 'cs', openedAt, amount: 12000, currency: 'usd' } };
  writeLock(path.join(content, lockName), { ...emptyLock, paid });
  const pages = ['coffee', 'tacos', 'salads'].map((food) => `/sf/food/${food}/`);
  const text = ['2026-11-19 20:00:00', '2026-11-21 20:00:00'].flatMap((time) =>
    pages.map((page) => view(time, page)),
  );
  fs.writeFileSync(path.join(logs, 'november/a.gz'), gzipSync(fields + text.join('')));
  fs.writeFileSync(
    path.join(logs, 'b.gz'),
    gzipSync(`${fields}${view('2026-11-21 21:00:00', pages[0]!)}torn\n`),
  );
  return { content, logs };
}

function report(args: readonly string[]): string {
  return execFileSync(process.execPath, ['scripts/sponsor-report.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}

describe('npm run sponsor-report', () => {
  it('counts the days of each campaign that was shown, in every file of the folder', () => {
    const { content, logs } = folders();
    expect(report(['--logs', logs, '--content', content])).toBe(
      [
        'free: 2 page views from 2026-11-01 to 2026-11-30',
        '  2026-11-19         1',
        '  2026-11-21         1',
        'paid: 2 page views from 2026-11-20 to 2026-11-30',
        '  2026-11-21         2',
        '2 files of logs read; 1 of their lines could not be',
        '',
      ].join('\n'),
    );
  });

  it('tells of one alone, as JSON too', () => {
    const { content, logs } = folders();
    const file = path.join(logs, '../report.json');
    report(['--logs', logs, '--content', content, '--campaign', 'paid', '--report', file]);
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject([
      { campaign: 'paid', views: { '2026-11-21': 2 } },
    ]);
  });
});
