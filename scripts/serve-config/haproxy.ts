import type { HostPort } from './host-port.ts';

export interface HaproxyOptions {
  readonly listen: HostPort;
  /** Web servers with the same site, one at least. */
  readonly origins: readonly HostPort[];
  /** A file with the certificate, its chain and its key, for TLS; null for none. */
  readonly certificate: string | null;
  /** Where the site begins: "/", or "/trucks/". */
  readonly base: string;
}

/** haproxy before two or more origins: asks each of them twice a second, and again elsewhere what one did not answer. */
export function haproxyConfig({ listen, origins, certificate, base }: HaproxyOptions): string {
  const servers = origins.map(({ host, port }, at) => `  server origin${at + 1} ${host}:${port}`);
  const bind = certificate === null ? '' : ` ssl crt ${certificate} alpn h2,http/1.1`;
  return `# To stand at the end of /etc/haproxy/haproxy.cfg, whose section "global" says as whom haproxy runs.

defaults curbside
  mode http
  timeout connect 1s
  timeout check 1s
  timeout client 30s
  timeout server 10s
  timeout http-request 10s
  timeout http-keep-alive 60s
  timeout queue 5s

frontend curbside from curbside
  bind ${listen.host}:${listen.port}${bind}
${certificate === null ? '' : '  http-response set-header Strict-Transport-Security "max-age=31536000"\n'}\
  # Reading twice does no harm; nothing else is let in, so that every request may be tried again.
  http-request deny deny_status 405 unless METH_GET
  default_backend curbside_origins

backend curbside_origins from curbside
  # An address goes to one origin: two give the same file different times, and a page would seem changed by turns.
  # Each must be able to bear all alone anyhow, on the day when the other is gone.
  balance uri
  hash-type consistent
  option httpchk
  # The home page, and nothing that ages sooner: a Varnish without its origins still has pages, and is well.
  http-check send meth HEAD uri ${base} ver HTTP/1.1 hdr Host curbside
  http-check expect status 200
  option redispatch 1
  retries 3
  retry-on conn-failure empty-response response-timeout 503
  default-server check inter 500ms fall 2 rise 2
${servers.join('\n')}
`;
}
