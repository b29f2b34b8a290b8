import type { AstroConfig, AstroIntegration } from 'astro';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('./prerender-entry.ts', import.meta.url));

/**
 * An Astro integration that copies the compiled prerender bundle to `folder` and renders no page.
 * Uses Astro's public hooks only (7.3): a Vite plugin for the entry, `setPrerenderer` for the moment
 * between bundling and the deletion of the bundle.
 */
export function keepRenderer(folder: string): AstroIntegration {
  let config: AstroConfig;
  return {
    name: 'keep-renderer',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: { plugins: [{ name: 'keep-renderer-entry', configEnvironment: prerenderBundle }] },
        });
      },
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer(() => ({
          name: 'keep-renderer',
          setup: () => fs.promises.cp(bundleFolder(config), folder, { recursive: true }),
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('nothing is rendered while the renderer is compiled')),
        }));
      },
    },
  };
}

/**
 * Setting the input through `updateConfig` is overwritten by Astro; this hook of Vite's is not. Packages are bundled
 * too: the kept bundle then needs no package beside it and is imported in two thirds of the time.
 */
function prerenderBundle(environment: string) {
  if (environment !== 'prerender') return undefined;
  return { resolve: { noExternal: true as const }, build: { rolldownOptions: { input: entry } } };
}

function bundleFolder(config: AstroConfig): string {
  const candidates = [new URL('.prerender/', config.build.server), new URL('.prerender/', config.outDir)];
  const found = candidates.map((url) => fileURLToPath(url)).find((folder) => fs.existsSync(folder));
  if (found === undefined) throw new Error('Astro left no .prerender folder: its build layout has changed');
  return found;
}
