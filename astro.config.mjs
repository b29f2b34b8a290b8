import node from '@astrojs/node';
import { defineConfig } from 'astro/config';
import { siteAddress } from './src/site/site-address.ts';
import { tilesAddress } from './src/site/tiles.ts';

const address = siteAddress();

/**
 * Astro allows the inline scripts of its islands on every page: five digests that do not compress, a quarter of a
 * kilobyte on each. This site has no inline script at all, and what it loads is allowed by 'self'.
 */
const noInlineScripts = {
  name: 'no-inline-scripts',
  hooks: {
    'astro:build:ssr': ({ manifest }) => {
      manifest.csp.scriptDirective.hashes = [];
    },
  },
};

/**
 * Vite wraps every import() in code that first loads the module's styles: a third of the script of every page. No module
 * here brings styles that way (src/browser/leaflet-map.ts says why), so the wrapping comes off again.
 */
const wrappedImport =
  /__vitePreload\(async \(\) => \{\s*const \{[^{}]*\} = await (import\([^()]*\));\s*return \{[^{}]*\};?\s*\}, *__VITE_PRELOAD__[^()]*\)/g;
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null,
  renderChunk: (code) => code.replaceAll(wrappedImport, '$1').replaceAll(/,\s*__VITE_PRELOAD__/g, ''),
};

/**
 * What many scripts share goes into the one that every page has, else into the home page's: a file for each shared
 * module compresses worse, and is asked for only when the one that needs it has come.
 */
const sharedScripts = [
  {
    name: 'site',
    test: /browser\/(site|age|dom|fetch-json|speech)\.ts|words\/en\/first\.ts|schedule\/(clock|format|week)\.ts|preload-helper/,
  },
  { name: 'home', test: /browser\/(home|moment|stop-list|week)\.ts/ },
];

export default defineConfig({
  site: address.origin,
  base: address.pathname,
  trailingSlash: 'always',
  adapter: node({ mode: 'standalone' }),
  integrations: [noInlineScripts],
  session: false,
  devToolbar: { enabled: false },
  // One stylesheet, small enough to travel in every page; scripts are files, fetched once and kept.
  build: { inlineStylesheets: 'always' },
  vite: {
    plugins: [plainImports],
    // The engine that draws the pictures of links travels in the bundle, as its font does.
    assetsInclude: ['**/*.wasm'],
    build: { assetsInlineLimit: 0, modulePreload: false },
    // With its packages bundled, the site can also be built into a folder outside the project.
    environments: {
      prerender: { resolve: { noExternal: true } },
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: sharedScripts } } } } },
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        // One more host only where the map's tiles come from one; src/site/tiles.ts.
        ["connect-src 'self'", tilesAddress()?.origin].filter(Boolean).join(' '),
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
    },
  },
});
