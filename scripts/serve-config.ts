import { parseArgs } from 'node:util';
import { siteAddress } from '../src/site/site-address.ts';
import { exitCodes, runCommand, UsageError } from './command.ts';
import { haproxyConfig } from './serve-config/haproxy.ts';
import { hostPortFrom, type HostPort } from './serve-config/host-port.ts';
import { nginxConfig } from './serve-config/nginx.ts';
import { varnishConfig } from './serve-config/varnish.ts';

const usage = `Usage: npm run serve-config -- nginx|varnish|haproxy [--listen HOST:PORT] [--root DIR]
                               [--origin HOST:PORT]... [--certificate FILE]

Prints a configuration for serving the published site oneself: nginx sends the files, Varnish before it keeps them,
haproxy before two of either goes on with one.

  --listen HOST:PORT  where readers come (nginx 127.0.0.1:8080, varnish 127.0.0.1:6081, haproxy 127.0.0.1:8000)
  --root DIR          nginx: the web root (/srv/curbside/current, of the target folder:/srv/curbside)
  --origin HOST:PORT  varnish and haproxy: a server behind it (127.0.0.1:8080); varnish asks the first that is well
  --certificate FILE  haproxy: certificate, chain and key in one file, for TLS (none)

Where CURBSIDE_SITE has a path, the site begins there.
Exit codes: 0 done, 1 failure, 2 usage.`;

/** Where the site begins on its host. */
const base = () => siteAddress().pathname;

interface Values {
  readonly listen?: string | undefined;
  readonly root?: string | undefined;
  readonly origin?: readonly string[] | undefined;
  readonly certificate?: string | undefined;
}

interface Server {
  /** Flags that it knows besides --listen. */
  readonly flags: readonly (keyof Values)[];
  readonly config: (values: Values) => string;
}

const servers: Readonly<Record<string, Server>> = {
  nginx: {
    flags: ['root'],
    config: ({ listen = '127.0.0.1:8080', root = '/srv/curbside/current' }) =>
      nginxConfig({ listen: addressFrom('--listen', listen), root: plainPath('--root', root), base: base() }),
  },
  varnish: {
    flags: ['origin'],
    config: ({ listen = '127.0.0.1:6081', origin }) =>
      varnishConfig({
        listen: addressFrom('--listen', listen),
        origins: originsFrom(origin),
        base: base(),
      }),
  },
  haproxy: {
    flags: ['origin', 'certificate'],
    config: ({ listen = '127.0.0.1:8000', origin, certificate }) =>
      haproxyConfig({
        listen: addressFrom('--listen', listen),
        origins: originsFrom(origin),
        certificate: certificate === undefined ? null : plainPath('--certificate', certificate),
        base: base(),
      }),
  },
};

await runCommand(async () => {
  await Promise.resolve();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      listen: { type: 'string' },
      root: { type: 'string' },
      origin: { type: 'string', multiple: true },
      certificate: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { help, ...flags } = values;
  process.stdout.write(help ? `${usage}\n` : configFor(positionals, flags));
  return exitCodes.done;
}, usage);

function configFor([name = '', ...more]: readonly string[], values: Values): string {
  const server = Object.hasOwn(servers, name) ? servers[name] : undefined;
  if (server === undefined || more.length > 0)
    throw new UsageError('Name one server: nginx, varnish or haproxy.', usage);
  for (const flag of Object.keys(values)) {
    if (flag !== 'listen' && !server.flags.includes(flag as keyof Values))
      throw new UsageError(`--${flag} is not for ${name}.`, usage);
  }
  return server.config(values);
}

function originsFrom(texts: readonly string[] = ['127.0.0.1:8080']): HostPort[] {
  return texts.map((text) => addressFrom('--origin', text));
}

function addressFrom(flag: string, text: string): HostPort {
  const address = hostPortFrom(text);
  if (address !== null) return address;
  throw new UsageError(`${flag} wants HOST:PORT, not "${text}".`, usage);
}

/** A path that no configuration reads as anything else; it is written as it is, for a machine that may not be this one. */
function plainPath(flag: string, text: string): string {
  if (/^\/[\w./@+-]*$/.test(text)) return text;
  throw new UsageError(`${flag} wants a whole path of plain characters, not "${text}".`, usage);
}
