import { describe, expect, test } from 'vitest'
import type { Book } from '../../models/book.ts'
import type { Study } from '../../models/study.ts'
import { finding } from '../../report/finding.ts'
import { partialScenarios } from '../../report/partialScenarios.ts'
import { toReportData } from '../../report/reportData.ts'
import { verdictNotes } from '../../report/verdictTable.ts'
import { fixtureRun } from './fixture.ts'

const run = fixtureRun()
const [network] = run.study.books as [Book]
const tape = { ...network, kind: 'tape', columns: {}, guarantees: null } as unknown as Book

/** The fixture's run on these books, each scenario once a book. */
function dataOn(books: readonly Book[]) {
  const tables = books.flatMap(({ id }) =>
    run.tables.map((table) => ({ ...table, result: { ...table.result, book: id } })),
  )
  const study: Study = { ...run.study, books }
  return toReportData({ ...run, study, tables, results: tables.map(({ result }) => result) })
}

const DEFERRAL = { name: 'Shutdown and deferral', limitation: 'the deferral is not simulated yet' }
const CHAINS = 'guarantee chains have no effect on this book, nobody in it guarantees anybody'
const FRAUD = 'fraud has no effect on this book, a tape has no applicants'

describe('scenarios that are simulated in part', () => {
  test('are those with a limitation where every shock acts', () => {
    expect(partialScenarios(dataOn([network]), 'en')).toEqual([DEFERRAL])
  })

  test('are also those whose risk a tape cannot show', () => {
    const data = dataOn([tape])
    expect(partialScenarios(data, 'en')).toEqual([
      { name: 'Guarantee chain (Wenzhou)', limitation: CHAINS },
      DEFERRAL,
      { name: 'Falsified statements', limitation: FRAUD },
    ])
    expect(verdictNotes(data, 'zh')).toContain('报表造假潮（部分模拟）：造假对本客群无影响，贷款台账没有申请户')
  })

  test('count as such in the headline where they are covered', () => {
    const data = dataOn([tape])
    const entries = data.entries.map((entry) => ({
      ...entry,
      result: { ...entry.result, verdict: 'covered' as const },
    }))
    expect(finding({ ...data, entries }, 'en')).toMatch(/in all 10 scenarios \(3 of them simulated in part\);/)
  })

  test('name the book where another book shows the whole scenario', () => {
    const other = { ...tape, id: 'tape', title: { en: 'Tape' } }
    expect(partialScenarios(dataOn([network, other]), 'en')).toEqual([
      DEFERRAL,
      { name: 'Guarantee chain (Wenzhou) · Tape', limitation: CHAINS },
      { name: 'Falsified statements · Tape', limitation: FRAUD },
    ])
  })

  test('add what a tape hides to what a scenario leaves out itself', () => {
    const scenarios = run.study.scenarios.map((one) => ({ ...one, limitation: { en: 'no growth', zh: '无增长' } }))
    const { entries } = toReportData({ ...run, study: { ...run.study, books: [tape], scenarios } })
    expect(entries.find(({ result }) => result.scenario === 'falsified_wave')!.limitation).toEqual({
      en: `no growth; ${FRAUD}`,
      zh: '无增长；造假对本客群无影响，贷款台账没有申请户',
    })
  })
})
