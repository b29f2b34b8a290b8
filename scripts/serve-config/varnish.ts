import type { HostPort } from './host-port.ts';

export interface VarnishOptions {
  /** Where Varnish will listen; `-a` of varnishd. */
  readonly listen: HostPort;
  /** The web servers behind it, the nearest first: the others are asked while it is not well. */
  readonly origins: readonly HostPort[];
  /** Where the site begins: "/", or "/trucks/". */
  readonly base: string;
}

/**
 * The cache of a site in Varnish's language. Varnish itself takes how long a page is fresh from `s-maxage`, and from
 * `stale-while-revalidate`, a day, how long an old one is served while a new one is fetched or cannot be.
 */
export function varnishConfig({ listen, origins, base }: VarnishOptions): string {
  return `vcl 4.1;
import directors;

# varnishd -a ${listen.host}:${listen.port} -f THIS_FILE -s default,256m -p http_gzip_support=off
#
# With its own gzip support on, Varnish asks for gzip only, and the Brotli copies would never be sent.

probe health {
  .url = "${base}status.json";
  .interval = 1s;
  .timeout = 1s;
  .window = 4;
  .threshold = 2;
  .initial = 2;
}
${origins.map(backend).join('')}
sub vcl_init {
  new origins = directors.fallback();
${origins.map((_, at) => `  origins.add_backend(origin${at + 1});`).join('\n')}
}

sub vcl_recv {
  set req.backend_hint = origins.backend();
  # One site of files: who asks, in which name and with which cookies, makes no difference.
  set req.http.Host = "curbside";
  unset req.http.Cookie;
  unset req.http.Authorization;
  if (req.method != "GET" && req.method != "HEAD") {
    return (synth(405));
  }
  # A query is for scripts in the page. Only an address without its slash keeps it, for the way on.
  if (req.url ~ "^[^?]*(/|\\.[^/?]*)\\?") {
    set req.url = regsub(req.url, "\\?.*", "");
  }
  # Three kinds of readers, and so three copies at most.
  if (req.http.Accept-Encoding ~ "(?i)\\bbr\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))") {
    set req.http.Accept-Encoding = "br";
  } elsif (req.http.Accept-Encoding ~ "(?i)\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))") {
    set req.http.Accept-Encoding = "gzip";
  } else {
    unset req.http.Accept-Encoding;
  }
}

sub vcl_backend_response {
  # A fault of the origin never takes the place of a page that is still there.
  if (beresp.status >= 500) {
    if (bereq.is_bgfetch) {
      return (abandon);
    }
    set beresp.ttl = 0s;
    set beresp.uncacheable = true;
  }
}
`;
}

function backend({ host, port }: HostPort, at: number): string {
  return `
backend origin${at + 1} {
  .host = "${host}";
  .port = "${port}";
  .connect_timeout = 1s;
  .first_byte_timeout = 5s;
  .between_bytes_timeout = 5s;
  .probe = health;
}
`;
}
