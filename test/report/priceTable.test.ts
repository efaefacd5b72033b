import { expect, test } from 'vitest'
import { priceTable } from '../../report/priceTable.ts'
import { reportEntries } from '../../report/reportData.ts'
import { fixtureRun } from './fixture.ts'

const { entries } = reportEntries(fixtureRun())
const short = entries.find(({ result }) => result.surplus < 0)!

test('every cell has its gap with the standard error, and what that is in money', () => {
  const lines = priceTable(entries[0]!, 0.95, 'en').split('\n')
  const { balance, gap } = entries[0]!.result.cells[0]!
  const money = new Intl.NumberFormat('en-US').format(Math.round(balance * gap!))
  const row = lines.find((line) => line.startsWith('│ Grade 1'))!
  expect(row).toMatch(/│ +[+−]\d+\.\d bp ± \d+\.\d bp │ +[+−][\d,]+ │$/)
  expect(row).toContain(` +${money} │`)
})

test('below the cells stands what the whole lacks, and who pays', () => {
  const [shift, subsidy] = priceTable(short, 0.9, 'en').split('\n').slice(-2)
  expect(shift).toMatch(
    /^All rates together: \+\d+\.\d bp ± \d+\.\d bp to a coverage ratio of 1, \+\d+\.\d bp ± \d+\.\d bp to a coverage probability of 90%$/,
  )
  expect(subsidy).toMatch(/^Cells above .* CNY .* below it lack CNY .*: CNY .* is paid by nobody$/)
})

test('a shift that cannot be had is a dash, and Chinese reads as English does', () => {
  const result = { ...short.result, parallelShift: { ratio: 0.01, probability: null } }
  expect(
    priceTable({ ...short, result }, 0.95, 'zh')
      .split('\n')
      .at(-2),
  ).toMatch(/^全部利率平移：\+100\.0 bp ± \d\.\d bp可使覆盖倍数为1，–.*可使覆盖概率达95%$/)
})
