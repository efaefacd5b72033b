import type { TestModule } from 'vitest/node'
import { describe, expect, test } from 'vitest'
import { countLine } from './countReporter.ts'

describe('the last line of a test run', () => {
  test('counts what passed, failed and was skipped', () => {
    expect(countLine([moduleOf(['passed', 'passed', 'failed', 'skipped'])], [])).toBe('2 passed, 1 failed, 1 skipped')
  })

  test('says nothing of skipped tests when there are none', () => {
    expect(countLine([moduleOf(['passed']), moduleOf(['passed'])], [])).toBe('2 passed, 0 failed')
  })

  test('counts a file that cannot be loaded, a broken hook, a test cut short and an unhandled error as failures', () => {
    expect(countLine([moduleOf(['passed', 'pending'], 1, 1)], [new Error('late')])).toBe('1 passed, 4 failed')
  })
})

/** As much of a module's report as the line reads. */
function moduleOf(states: readonly string[], moduleErrors = 0, suiteErrors = 0): TestModule {
  const errors = (count: number) => () => Array.from({ length: count }, () => new Error('broken'))
  return {
    errors: errors(moduleErrors),
    children: {
      allSuites: () => [{ errors: errors(suiteErrors) }],
      allTests: () => states.map((state) => ({ result: () => ({ state }) })),
    },
  } as unknown as TestModule
}
