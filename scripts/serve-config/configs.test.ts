import { describe, expect, it } from 'vitest';
import { cacheControl, cacheRules, isOpenData, openDataAddress } from '../../src/publish/headers.ts';
import { haproxyConfig } from './haproxy.ts';
import { hostPortFrom } from './host-port.ts';
import { nginxConfig } from './nginx.ts';
import { varnishConfig } from './varnish.ts';

const [reader, first, second] = [8000, 8080, 8081].map((port) => ({ host: '127.0.0.1', port }));
const addresses = [
  '/',
  '/sf/friday/12/',
  '/sf/friday/12.json',
  '/status.json',
  '/sf/status.json',
  '/.well-known/curbside/published.json',
  '/_astro/site.BxY2.js',
  '/_astro/data.json',
  '/sf/search/abcdefghijklmnopqrstuv/pagefind.js',
  '/sf/search/records.json',
  '/api/health.json',
];

/** What a map of nginx gives for a text: the first expression that matches, else the default. */
function mapped(config: string, variable: string, text: string): string | undefined {
  const block = new RegExp(`map \\$\\w+ \\$${variable} \\{\\n(.*?)\\n\\}`, 's').exec(config)![1]!;
  const lines = [...block.matchAll(/^ {2}(?:"~(?<test>.*?)"|default) "(?<value>.*)";$/gm)].map(
    ({ groups }) => groups!,
  );
  expect(lines).toHaveLength(block.split('\n').length);
  return lines.find(({ test }) => test === undefined || new RegExp(test).test(text))?.['value'];
}

describe('nginxConfig', () => {
  it.each(['/', '/tr.ucks/'])('has the rules of the publisher, address by address, at %s', (base) => {
    const config = nginxConfig({ root: '/srv/curbside/current', listen: first!, base });
    for (const address of addresses) {
      const at = base + address.slice(1);
      expect([at, mapped(config, 'curbside_cache', at)]).toEqual([at, cacheControl(address)]);
      expect([at, mapped(config, 'curbside_readers', at)]).toEqual([
        at,
        isOpenData(address) ? '*' : undefined,
      ]);
    }
  });

  it('can write every rule: each begins at the beginning, in the expressions that nginx knows too', () => {
    for (const { source } of [...cacheRules.map(({ address }) => address), openDataAddress])
      expect(source).toMatch(/^\^($|\\\/)/);
  });

  it('prints the server', () => {
    const config = nginxConfig({ root: '/srv/curbside/current', listen: first!, base: '/' });
    const server = config.slice(config.indexOf('server {')).replace(/(types \{)[^}]*/, '$1 … ');
    expect(server).toMatchInlineSnapshot(`
      "server {
        listen 127.0.0.1:8080;
        server_tokens off;
        absolute_redirect off; # whatever stands before this server knows scheme and port

        types { … }
        default_type application/octet-stream;

        gzip off; # nothing is compressed twice
        gzip_static on;
        brotli_static on;
        gzip_vary on;
        gzip_proxied any;
        sendfile on;
        tcp_nopush on;
        # The root is a link that each publish sets anew: no descriptor of a file may be kept.
        open_file_cache off;

        add_header Cache-Control "$curbside_cache";
        add_header Access-Control-Allow-Origin "$curbside_readers";
        add_header Content-Security-Policy "$curbside_frames";
        add_header X-Content-Type-Options "nosniff";

        error_page 404 /404.html;
        error_page 403 =404 /404.html; # a folder without a page

        if ($curbside_slashed) {
          return 301 $curbside_slashed;
        }
        location / {
          alias "/srv/curbside/current/";
          index index.html;
        }
        location = /404.html {
          internal;
          alias "/srv/curbside/current/404.html";
          add_header Cache-Control "$curbside_cache" always;
          add_header Access-Control-Allow-Origin "$curbside_readers" always;
          add_header Content-Security-Policy "$curbside_frames" always;
          add_header X-Content-Type-Options "nosniff" always;
        }
      }
      "
    `);
  });
});

describe('varnishConfig', () => {
  it('prints the origin, with the address that tells whether it is well', () => {
    const config = varnishConfig({ listen: reader!, origins: [first!, second!], base: '/trucks/' });
    expect(config.slice(0, config.indexOf('sub vcl_recv'))).toMatchInlineSnapshot(`
      "vcl 4.1;
      import directors;

      # varnishd -a 127.0.0.1:8000 -f THIS_FILE -s default,256m -p http_gzip_support=off
      #
      # With its own gzip support on, Varnish asks for gzip only, and the Brotli copies would never be sent.

      probe health {
        .url = "/trucks/status.json";
        .interval = 1s;
        .timeout = 1s;
        .window = 4;
        .threshold = 2;
        .initial = 2;
      }

      backend origin1 {
        .host = "127.0.0.1";
        .port = "8080";
        .connect_timeout = 1s;
        .first_byte_timeout = 5s;
        .between_bytes_timeout = 5s;
        .probe = health;
      }

      backend origin2 {
        .host = "127.0.0.1";
        .port = "8081";
        .connect_timeout = 1s;
        .first_byte_timeout = 5s;
        .between_bytes_timeout = 5s;
        .probe = health;
      }

      sub vcl_init {
        new origins = directors.fallback();
        origins.add_backend(origin1);
        origins.add_backend(origin2);
      }

      "
    `);
  });
});

describe('haproxyConfig', () => {
  it('prints who listens and who is behind', () => {
    const origins = [first!, second!];
    const plain = haproxyConfig({ listen: reader!, origins, certificate: null, base: '/' });
    expect(plain.slice(plain.indexOf('frontend'))).toMatchInlineSnapshot(`
      "frontend curbside from curbside
        bind 127.0.0.1:8000
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
        http-check send meth HEAD uri / ver HTTP/1.1 hdr Host curbside
        http-check expect status 200
        option redispatch 1
        retries 3
        retry-on conn-failure empty-response response-timeout 503
        default-server check inter 500ms fall 2 rise 2
        server origin1 127.0.0.1:8080
        server origin2 127.0.0.1:8081
      "
    `);
    const secure = haproxyConfig({ listen: reader!, origins, certificate: '/etc/site.pem', base: '/' });
    expect(secure).toContain('bind 127.0.0.1:8000 ssl crt /etc/site.pem alpn h2,http/1.1\n');
  });
});

describe('hostPortFrom', () => {
  it.each(['localhost', ':80', '127.0.0.1:99999', 'a b:80', 'host:80;', ''])(
    'knows no address in "%s"',
    (text) => expect(hostPortFrom(text)).toBeNull(),
  );

  it('gives host and port', () =>
    expect(hostPortFrom('origin-1.example:8080')).toEqual({ host: 'origin-1.example', port: 8080 }));
});
