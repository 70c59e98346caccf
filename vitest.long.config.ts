import { defineConfig } from 'vitest/config'

/** Kills, soak runs and large generated sets: `npm run test:long`. */
export default defineConfig({
  test: {
    include: ['src/**/*.long.test.ts', 'test/**/*.long.test.ts'],
    globalSetup: ['test/support/compile.ts'],
    testTimeout: 1_200_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
})
