import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{edge,rotation,stack}/**/*.test.ts'],
    // Loading CDK and writing the templates is nearly all of the work: one process does it once for all files.
    isolate: false,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
