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
    build: { assetsInlineLimit: 0, modulePreload: false },
    // With its packages bundled, the site can also be built into a folder outside the project.
    environments: { prerender: { resolve: { noExternal: true } } },
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
