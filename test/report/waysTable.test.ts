import { describe, expect, test } from 'vitest'
import { percent } from '../../report/format.ts'
import { waysFinding, waysNotes, waysTable } from '../../report/waysTable.ts'
import { fixtureWays } from './fixtureWays.ts'

const [ways] = fixtureWays()

describe('the ways to price as a table', () => {
  test('have a row a grade, one for all loans, and one for what policy floor and cap hold', () => {
    const { head, rows } = waysTable(ways!, 'en')
    expect(head.map(({ name, note }) => (note === undefined ? name : [name, note]))).toEqual([
      'Grade',
      'Loans',
      'Rate table',
      ['Income covers risk', 'VAT method 2'],
      ['Income covers risk', 'VAT method 1'],
      'CGAP',
      'RAROC at the hurdle',
      'LPR plus',
      'Risk-neutral',
      '1/(1 − q·PD)',
      '1/(1 − PD·LGD)',
    ])
    expect(rows.map(([name, loans]) => [name, loans])).toEqual([
      ...ways!.grades.map(({ grade }) => [`Grade ${grade}`, '2']),
      ['All loans', '14'],
      ['Balance at policy floor or cap', ''],
    ])
    expect(rows[2]![5]).toBe(percent(ways!.ways[3]!.grades[2]!))
    expect(rows.at(-2)![2]).toBe(percent(ways!.ways[0]!.portfolio))
    for (const row of rows) expect(row).toHaveLength(head.length)
  })

  test('say the lowest and the highest, in both languages', () => {
    expect(waysFinding(ways!, 'en')).toMatch(
      /^The same loans are asked from \d\.\d\d% \(Risk-neutral\) to \d\.\d\d% \([A-Z].*\)$/,
    )
    expect(waysFinding(ways!, 'zh')).toMatch(/^同一批贷款，各方法要求的利率从\d\.\d\d%（风险中性）到/)
  })

  test('say where each is furthest from income covers risk, but for that itself', () => {
    const notes = waysNotes(ways!, 'en')
    expect(notes).toHaveLength(ways!.ways.length - 1)
    expect(notes[0]).toMatch(
      /^Rate table: furthest from income covers risk in Grade \d, 6–12 months, (home|unsecured), where it asks /,
    )
  })

  test('say why LPR plus is missing where no schedule has spreads', () => {
    const without = { ...ways!, ways: ways!.ways.filter(({ kind }) => kind !== 'lprPlus') }
    expect(waysNotes(without, 'en').at(-1)).toBe('LPR plus needs spreads by grade, which no schedule of the study has.')
  })

  test('name the VAT method where two are shown', () => {
    const [, one, cgap] = waysNotes(ways!, 'zh')
    expect(one).toMatch(/^收益覆盖风险（增值税方法1）：/)
    expect(cgap).toMatch(/^CGAP公式：/)
  })
})
