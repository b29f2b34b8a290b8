import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { exitCodes, runCommand, UsageError } from '../command.ts';
import { refreshAlarm, watchAlarm, type Alarm } from './alarm.ts';
import { keepIssue, type Change } from './issue.ts';
import { postNews } from './webhook.ts';

const usage = `Usage: node scripts/watch/tell.ts --about watch|refresh

Keeps one issue about the subject: opens it with the facts, brings them up to date, closes it on recovery; and posts
to the webhook when it opens or closes. A step of watch.yml and refresh.yml, which pass the facts by environment.
Step output: news, one line, empty when there is none.

Exit codes: 0 done, 1 failure, 2 usage. Environment: ALERT_WEBHOOK (optional), and what GitHub Actions sets.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: { about: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  const alarm = alarmAbout(values.about);
  const run = `${env('GITHUB_SERVER_URL')}/${env('GITHUB_REPOSITORY')}/actions/runs/${env('GITHUB_RUN_ID')}`;
  const repository = {
    api: env('GITHUB_API_URL'),
    name: env('GITHUB_REPOSITORY'),
    token: env('GITHUB_TOKEN'),
    run,
    fetch,
  };
  // Whatever becomes of the issue, the webhook must hear of an alarm.
  const outcome = await keepIssue(alarm, repository).catch((fault: unknown) => ({ fault }));
  const change = typeof outcome === 'string' ? outcome : 'off';
  const news = newsOf(alarm, change, run);
  console.log(news === '' ? `Nothing to tell (${change}).` : news);
  if (outcome === 'off') console.log('::warning title=Alarm::This repository takes no issues.');
  const summary = env('GITHUB_STEP_SUMMARY');
  if (summary !== '' && !alarm.ok)
    fs.appendFileSync(
      summary,
      ['```text', ...alarm.facts.map((fact) => fact.replaceAll('`', ' ')), '```', ''].join('\n'),
    );
  const output = env('GITHUB_OUTPUT');
  if (output !== '') fs.appendFileSync(output, `news=${news}\n`);
  const webhook = env('ALERT_WEBHOOK').trim();
  if (news !== '' && webhook !== '') await postNews(webhook, news, fetch);
  if (typeof outcome !== 'string') throw outcome.fault;
  return exitCodes.done;
}, usage);

/** One line for the webhook and the topic; empty when nothing begins or ends. */
function newsOf(alarm: Alarm, change: Change, run: string): string {
  const begins = !alarm.ok && (change === 'opened' || change === 'off');
  if (!begins && change !== 'closed') return '';
  const words = begins
    ? `${alarm.title}: ${alarm.facts.filter((fact) => !fact.startsWith('well ')).join('; ')}`
    : `All is well again (${alarm.about})`;
  return `${words} — ${run}`.replace(/[\r\n]+/g, ' ').slice(0, 1500);
}

function alarmAbout(about: string | undefined): Alarm {
  if (about === 'watch') return watchAlarm(process.env);
  if (about === 'refresh') return refreshAlarm(process.env);
  throw new UsageError(`--about is "watch" or "refresh", not "${about}".`, usage);
}

function env(name: string): string {
  return process.env[name] ?? '';
}
