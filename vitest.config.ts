import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 20_000,
    // Compiled sites are imported as Node does it, untouched by the test runner.
    server: { deps: { external: [/\/renderer\/prerender-entry/] } },
  },
});
