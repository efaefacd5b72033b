import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Processes, not threads: several tests load native code or start worker threads of their own.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/countReporter.ts'],
    coverage: { include: ['models/**', 'scenarios/**', 'sim/**', 'report/**'] },
  },
})
