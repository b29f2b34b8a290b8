import fs from 'node:fs';
import path from 'node:path';
import { buildPlainly } from '../../src/incremental/plain.ts';
import { freePort, startServer, type ServerProcess } from '../server-process.ts';
import { siteCopy } from '../site-copy.ts';

/** Gives a page its view by its parameters. The list of all pages is made once, so that a request pays for its page only. */
const viewFor = `
const listings = new Map();
export function viewFor(list, params) {
  if (!listings.has(list))
    listings.set(list, new Map(list().map((page) => [JSON.stringify(page.params), page.props.view])));
  return listings.get(list).get(JSON.stringify(params))();
}
`;

/** This site's pages served by @astrojs/node, each rendered when it is asked for. */
export interface OnDemand extends ServerProcess {
  readonly remove: () => void;
}

/** Builds a copy of the site in which no page is made beforehand, and starts its server on a free port. */
export async function serveOnDemand(stateDir: string): Promise<OnDemand> {
  const site = siteCopy();
  const edit = (file: string, change: (text: string) => string) => {
    const text = fs.readFileSync(path.join(site.root, file), 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`${file} cannot be turned into a page on demand.`);
    fs.writeFileSync(path.join(site.root, file), changed);
  };
  fs.writeFileSync(path.join(site.root, 'src', 'on-demand.js'), viewFor);
  edit('astro.config.mjs', (text) => text.replace('defineConfig({', "defineConfig({ output: 'server',"));
  for (const page of pagesIn(site.root)) {
    const up = path.relative(path.dirname(page), path.join('src', 'on-demand.js'));
    edit(page, (text) =>
      text
        .replace('---', `---\nimport { viewFor } from '${up}';`)
        .replaceAll('Astro.props.view()', 'viewFor(getStaticPaths, Astro.params)'),
    );
  }
  const folder = path.join(site.root, 'on-demand');
  await buildPlainly(site.root, folder, { CURBSIDE_STATE: stateDir });
  const port = await freePort();
  const server = await startServer([process.execPath, path.join(folder, 'server', 'entry.mjs')], port, {
    HOST: '127.0.0.1',
    PORT: String(port),
    CURBSIDE_STATE: stateDir,
    NODE_ENV: 'production',
  });
  return { ...server, remove: () => site.remove() };
}

function pagesIn(root: string): string[] {
  const files = fs.readdirSync(path.join(root, 'src', 'pages'), { recursive: true, encoding: 'utf8' });
  const pages = files
    .filter((file) => file.endsWith('.astro'))
    .map((file) => path.join('src', 'pages', file));
  return pages.filter((file) =>
    fs.readFileSync(path.join(root, file), 'utf8').includes('Astro.props.view()'),
  );
}
