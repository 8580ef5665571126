import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/setup/postgres.ts'],
    reporters: ['default', './test/setup/closing-line.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Files share what they import: to load some two thousand sources anew for each took half of all the time.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    teardownTimeout: 20_000,
  },
})
