import type { Connections } from './connections.ts';
import type { AllGone, Outage } from './outages.ts';
import type { Releases } from './releases.ts';
import type { Rendering } from './rendering.ts';
import type { Visit } from './visits.ts';
import { errorsOf } from './wrk.ts';

/** Everything that was measured; null what was left out. */
export interface Results {
  readonly rendering: Rendering | null;
  readonly connections: Connections | null;
  readonly visits: readonly Visit[] | null;
  readonly releases: Releases | null;
  readonly oneOrigin: Outage | null;
  readonly allOrigins: AllGone | null;
}

const names: Readonly<Record<keyof Rendering, string>> = {
  astro: '@astrojs/node, rendered on each request',
  nginx: 'nginx, Brotli copies',
  nginxPlain: 'nginx, plain files',
  varnish: 'Varnish, from memory',
  haproxy: 'haproxy, before nginx',
};

/** The tables, in Markdown. */
export function reportLines(results: Results): string[] {
  const { rendering, connections, visits, releases, oneOrigin, allOrigins } = results;
  return [
    ...(rendering === null ? [] : renderingLines(rendering)),
    ...(connections === null ? [] : connectionLines(connections)),
    ...(visits === null ? [] : visitLines(visits)),
    ...(releases === null ? [] : releaseLines(releases)),
    ...(oneOrigin === null ? [] : outageLine('one of two origins dies and comes back', oneOrigin)),
    ...(allOrigins === null ? [] : allGoneLines(allOrigins)),
  ];
}

function renderingLines(rendering: Rendering): string[] {
  const rows = (Object.keys(names) as (keyof Rendering)[]).map((name) => {
    const measured = rendering[name];
    const { perSecond, cpuMicros, bytes, requests, p99Ms, othersBefore } = measured;
    return [
      names[name],
      whole(perSecond),
      whole(cpuMicros),
      whole(bytes / requests),
      p99Ms.toFixed(1),
      errorsOf(measured),
      othersBefore.toFixed(1),
    ];
  });
  const [nginx, astro] = [rendering.nginx.cpuMicros, rendering.astro.cpuMicros];
  return [
    ...table(
      ['server', 'requests/s', 'µs of CPU a request', 'bytes', 'p99, ms', 'errors', 'load before'],
      rows,
    ),
    `nginx takes 1/${whole(astro / nginx)} of the CPU of a page rendered on each request.`,
    '',
  ];
}

function connectionLines(all: Connections): string[] {
  const rows = [
    ['nginx', whole(all.nginxBytes)],
    ['Varnish', whole(all.varnishBytes)],
    ['haproxy', whole(all.haproxyBytes)],
    [`haproxy with TLS (beginning: ${whole(all.tlsMicros)} µs of CPU)`, whole(all.tlsBytes)],
  ];
  return table(['server', `bytes for each of ${whole(all.count)} idle connections`], rows);
}

function visitLines(visits: readonly Visit[]): string[] {
  const rows = visits.map(({ what, requests, bytes }) => [what, requests, whole(bytes)]);
  return table(['visit', 'requests', 'bytes'], rows);
}

function releaseLines(all: Releases): string[] {
  return table(
    [`${all.published} releases in ${whole(all.seconds)} s`, 'requests', 'errors', 'hit ratio'],
    [
      [
        `through Varnish (${whole(all.misses)} misses, ${whole(all.refreshed)} refreshed behind readers)`,
        whole(all.requests),
        all.errors,
        `${(all.hitRatio * 100).toFixed(3)} %`,
      ],
      ['from nginx', whole(all.nginxRequests), all.nginxErrors, ''],
    ],
  );
}

function outageLine(what: string, { seconds, requests, errors }: Outage): string[] {
  return [`${what} (${whole(seconds)} s): ${whole(requests)} requests, ${whole(errors)} errors`, ''];
}

function allGoneLines(all: AllGone): string[] {
  return [
    ...outageLine('all origins are gone, behind Varnish', all).slice(0, 1),
    `the oldest answer was ${whole(all.oldestSeconds)} s old; an address nobody had asked for gave ${all.unknownStatus}`,
    '',
  ];
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
