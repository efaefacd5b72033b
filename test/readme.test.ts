import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readStudy } from '../scenarios/index.ts'
import { temporaryDirectory } from './temporaryDirectory.ts'

test("the study printed in README is read without a problem, beside a tape and a schedule of one's own", async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const [, study] = /```yaml\n([\s\S]*?)```/.exec(readme)!
  const folder = temporaryDirectory()
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text)
  }
  write('my-study.yaml', study!)
  write('our-schedule.yaml', 'extends: 2021-big\n')
  write('loans.csv', 'id,balance\nL1,100\n')
  write(
    'our-tape.yaml',
    `kind: tape
file: loans.csv
columns: { loanId: id, balance: balance, termMonths: 12, repayment: { constant: bullet }, collateral: { constant: residential }, pd: 0.02 }
`,
  )
  const { schedules, scenarios, masterScale } = await readStudy(join(folder, 'my-study.yaml'))
  expect(schedules.map(({ costs }) => costs.fundingRate)).toEqual([0.025, 0.028])
  expect(scenarios.map(({ id }) => id)).toEqual(['baseline', 'severe_downturn'])
  expect(masterScale.kind).toBe('cuts')
})
