import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';

// Bundled by Vite in place of Astro's own prerender entry, so that the compiled site can be imported
// later without Vite. `createApp` without streaming gives the same bytes as `astro build`.
export const app = createApp({ streaming: false });
export const staticPaths = new StaticPaths(app);
