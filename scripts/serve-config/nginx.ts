import { contentTypes, unknownType } from '../../src/publish/content-type.ts';
import { cacheRules, frameRules, hostHeaders, openDataAddress } from '../../src/publish/headers.ts';
import type { HostPort } from './host-port.ts';

export interface NginxOptions {
  /** The web root: of a folder that releases are published to, the link `current`. */
  readonly root: string;
  readonly listen: HostPort;
  /** Where the site begins: "/", or "/trucks/". */
  readonly base: string;
}

/**
 * A server of nginx for a published folder, as a file of `/etc/nginx/conf.d`. Its headers and types are those of the
 * publisher, rule by rule.
 */
export function nginxConfig({ root, listen, base }: NginxOptions): string {
  return `# Needs ngx_brotli's static module (Debian: libnginx-mod-http-brotli-static), and copies to send:
# npm run publish -- --to "folder:PATH?compress=br,gzip"

map $uri $curbside_cache {
${cacheRules.map(({ address, cacheControl }) => `  ${matching(address, base)} "${cacheControl}";`).join('\n')}
}
map $uri $curbside_readers {
  ${matching(openDataAddress, base)} "*";
}
map $uri $curbside_frames {
${frameRules.map(({ address, policy }) => `  ${matching(address, base)} "${policy}";`).join('\n')}
}
# Pages end with a slash, files have a dot in their name. Anything odd, such as "//host", is not answered with a way on.
map $request_uri $curbside_slashed {
  "~^(?<curbside_page>(?:/[\\w~%-][\\w.~%-]*)*/[\\w~%-]+)(?:\\?|$)" $curbside_page/$is_args$args;
}

server {
  listen ${listen.host}:${listen.port};
  server_tokens off;
  absolute_redirect off; # whatever stands before this server knows scheme and port

  types {
${Object.entries(contentTypes)
  .map(([ending, type]) => `    "${type}" ${ending};`)
  .join('\n')}
  }
  default_type ${unknownType};

  gzip off; # nothing is compressed twice
  gzip_static on;
  brotli_static on;
  gzip_vary on;
  gzip_proxied any;
  sendfile on;
  tcp_nopush on;
  # The root is a link that each publish sets anew: no descriptor of a file may be kept.
  open_file_cache off;

${headerLines('  ', '')}

  error_page 404 ${base}404.html;
  error_page 403 =404 ${base}404.html; # a folder without a page

  if ($curbside_slashed) {
    return 301 $curbside_slashed;
  }
  location ${base} {
    alias ${inFolder(root, '')};
    index index.html;
  }
  location = ${base}404.html {
    internal;
    alias ${inFolder(root, '404.html')};
${headerLines('    ', ' always')}
  }${base === '/' ? '' : beside(base)}
}
`;
}

/** A site below a path: everything else of the host is not there. */
function beside(base: string): string {
  return `
  location / {
    return 404;
  }
  location = / {
    return 302 ${base};
  }`;
}

/** `add_header` is inherited only where there is none, so each place that has one needs all; an empty one is not sent. */
function headerLines(indent: string, always: string): string {
  const headers = {
    'Cache-Control': '$curbside_cache',
    'Access-Control-Allow-Origin': '$curbside_readers',
    'Content-Security-Policy': '$curbside_frames',
  };
  return Object.entries({ ...headers, ...hostHeaders })
    .map(([name, value]) => `${indent}add_header ${name} "${value}"${always};`)
    .join('\n');
}

/** A rule for addresses below the base as nginx's maps write it; the one that holds for all is their default. */
function matching({ source }: RegExp, base: string): string {
  if (source === '^') return 'default';
  const begun = source.replaceAll('^\\/', `^${base.replaceAll('.', '\\.')}`);
  return `"~${begun.replaceAll('\\/', '/')}"`;
}

function inFolder(root: string, file: string): string {
  return `"${root.replace(/\/*$/, '/')}${file}"`;
}
