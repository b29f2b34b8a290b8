import { defineConfig } from 'vitest/config';

export default defineConfig({
  assetsInclude: ['**/*.wasm'], // as astro.config.mjs has it
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'test/**/*.test.ts'],
    // Whole builds of whole projects run in some of them, on machines that may have other work.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: 'test/gates/sample-setup.ts',
    // Compiled sites are imported as Node does it, untouched by the test runner.
    server: { deps: { external: [/\/renderer\/prerender-entry/] } },
  },
});
