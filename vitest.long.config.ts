import { defineConfig } from 'vitest/config'

/** Long statistical checks, one at a time; never part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.long.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 600_000,
    reporters: ['default', './test/countReporter.ts'],
  },
})
