import { defineConfig } from 'vitest/config'

/** Benchmarks, one at a time so that they do not disturb each other; never part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/bench/**/*.bench.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 600_000,
  },
})
