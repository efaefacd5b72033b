import type { Reporter, TestModule } from 'vitest/node'

/** Prints `N passed, N failed[, N skipped]` as the very last line of a run, for people and machines that read only that. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const line = countLine(modules, unhandledErrors)
    process.once('exit', () => process.stdout.write(`${line}\n`))
  }
}

/** A file that cannot be loaded, a hook that throws and an unhandled error count as failures, though no test ran. */
export function countLine(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): string {
  const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 }
  for (const module of modules) {
    count.failed += module.errors().length
    for (const suite of module.children.allSuites()) count.failed += suite.errors().length
    for (const test of module.children.allTests()) count[test.result().state]++
  }
  const failed = count.failed + count.pending
  return `${count.passed} passed, ${failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}`
}
