import path from 'node:path';
import { defineConfig } from 'vitest/config';

const site = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  test: {
    include: ['{edge,rotation,stack}/**/*.test.ts'],
    // Loading CDK and writing the templates is nearly all of the work: one process does it once for all files.
    isolate: false,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files of the site are imported as Node does it: their tsconfig needs packages that need not be installed here.
    server: {
      deps: { external: ['src', 'scripts', 'test'].map((folder) => under(path.join(site, folder))) },
    },
  },
});

function under(folder: string): RegExp {
  return new RegExp(`^(file://)?${folder.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}/`);
}
