import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { nginxConfig } from '../../scripts/serve-config/nginx.ts';

interface Request {
  readonly method: string;
  readonly uri: string;
  readonly querystring: Readonly<Record<string, { value: string; multiValue?: { value: string }[] }>>;
  readonly headers: object;
}

interface Redirect {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, { value: string }>>;
}

const file = path.join(import.meta.dirname, 'viewer-request.js');
const code = fs.readFileSync(file, 'utf8');
/** With nothing around it, as at the edge: no Node, no network. */
const context = vm.createContext({});
vm.runInContext(code, context);

function answer(uri: string, querystring: Request['querystring'] = {}): Request | Redirect {
  const event = { version: '1.0', request: { method: 'GET', uri, querystring, headers: {} } };
  const call = `JSON.stringify(handler(${JSON.stringify(event)}))`;
  return JSON.parse(vm.runInContext(call, context) as string) as Request | Redirect;
}

const uriOf = (found: Request | Redirect) => ('uri' in found ? found.uri : found);
const locationOf = (found: Request | Redirect) =>
  'statusCode' in found ? [found.statusCode, found.headers['location']!.value] : found;

describe('the viewer function', () => {
  it.each([
    ['/', '/index.html'],
    ['/sf/', '/sf/index.html'],
    ['/sf/friday/12/', '/sf/friday/12/index.html'],
    ['/sf/truck/st.-johns/', '/sf/truck/st.-johns/index.html'],
    ['/sf/caf%C3%A9/', '/sf/caf%C3%A9/index.html'],
  ])('looks for the page of %s in its folder', (asked, wanted) => expect(uriOf(answer(asked))).toBe(wanted));

  it.each([
    '/index.html',
    '/404.html',
    '/sf/friday/12.json',
    '/sf/friday/12.geojson',
    '/sf/truck/anzu.ics',
    '/status.json',
    '/robots.txt',
    '/_astro/site.BxY2.js',
    '/.well-known/curbside/manifest.json',
    '/sf/search/abcdefghijklmnopqrstuv/wasm.en.pagefind',
    '/sf/missing.html',
  ])('leaves the file %s alone', (asked) => expect(uriOf(answer(asked))).toBe(asked));

  it.each([
    ['/sf', '/sf/'],
    ['/sf/friday/12', '/sf/friday/12/'],
    ['/sf/caf%C3%A9', '/sf/caf%C3%A9/'],
    ['/sf/st.-johns/menu', '/sf/st.-johns/menu/'],
    ['/~home', '/~home/'],
    ['/nowhere', '/nowhere/'],
  ])('sends whoever asks for %s to %s', (asked, wanted) =>
    expect(locationOf(answer(asked))).toEqual([301, wanted]),
  );

  // As nginx's configuration has it (test/serve-nginx.test.ts): no way on for what another host could be read into.
  it.each([
    '//host',
    '//host/page',
    '//else%2ewhere',
    '/\\elsewhere',
    '/sf//elsewhere',
    '/a%0d%0aSet-Cookie:b',
    '/@a/b',
    '/sf/a b',
    '/sf/"x',
    '/.well-known',
    '/sf/..',
  ])('answers %s with no way on', (asked) => expect(uriOf(answer(asked))).toBe(asked));

  it('knows a page without its slash by the expression that nginx is given', () => {
    const [, expression = ''] = /const unslashed = \/\^(.*)\$\/;/.exec(code) ?? [];
    expect(expression).not.toBe('');
    const listen = { host: '127.0.0.1', port: 8080 };
    const config = nginxConfig({ root: '/srv', listen, base: '/' });
    expect(config).toContain(`(?<curbside_page>${expression.replaceAll('\\/', '/')})`);
  });

  it('takes the query along, as it was', () => {
    const query = { at: { value: 'friday-12:05' }, food: { value: 'tacos%20al+pastor' }, map: { value: '' } };
    expect(locationOf(answer('/sf', query))).toEqual([
      301,
      '/sf/?at=friday-12:05&food=tacos%20al+pastor&map',
    ]);
  });

  it('takes each of several values along', () => {
    const query = { food: { value: 'tacos', multiValue: [{ value: 'tacos' }, { value: 'soup' }] } };
    expect(locationOf(answer('/sf', query))).toEqual([301, '/sf/?food=tacos&food=soup']);
  });

  it('lets no query end a header or begin another parameter', () => {
    const query = { 'a\r\nSet-Cookie': { value: 'b\r\n<c>&d#e"' } };
    expect(locationOf(answer('/sf', query))).toEqual([
      301,
      '/sf/?a%0D%0ASet-Cookie=b%0D%0A%3Cc%3E%26d%23e%22',
    ]);
  });

  it('is smaller than what the edge takes', () => expect(Buffer.byteLength(code)).toBeLessThan(10_240));
});
