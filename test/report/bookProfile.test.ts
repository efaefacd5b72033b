import { expect, test } from 'vitest'
import { bookProfile } from '../../report/bookProfile.ts'
import { bookProfile as chart } from '../../report/charts/bookProfile.ts'
import { toReportData } from '../../report/reportData.ts'
import { fixtureRun } from './fixture.ts'

const profile = bookProfile(fixtureRun().books[0]!)

test('a book profile splits the balance by sector, size, grade, collateral and term, each adding up to the whole', () => {
  expect(profile).toMatchObject({ loans: 8, balance: 40 * 255, largestLoan: 40 * 128 })
  for (const rows of Object.values(profile.groups)) {
    expect(rows.reduce((sum, row) => sum + row.share, 0)).toBeCloseTo(1, 12)
    expect(rows.reduce((sum, row) => sum + row.loans, 0)).toBe(8)
  }
  expect(profile.groups.size.map(({ key, loans }) => [key, loans])).toEqual([
    ['≤ 50', 1],
    ['50–100', 1],
    ['100–300', 1],
    ['300–1000', 2],
    ['> 1000', 3],
  ])
  expect(profile.groups.grade.map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
})

test('PDs of a group are weighted by balance', () => {
  // firms 0 and 7 are manufacturers: balances 40 and 5120, PDs .01 and .08
  const sector = profile.groups.sector.find(({ key }) => key === 'manufacturing')!
  expect(sector.truePd).toBeCloseTo((40 * 0.01 + 5120 * 0.08) / 5160, 12)
  expect(sector.assignedPd).toBeCloseTo(1.2 * sector.truePd, 12)
})

test('its chart names the largest sector', () => {
  const data = toReportData(fixtureRun())
  expect(chart(data, 'en').title).toBe('Manufacturing holds 50.6% of the balance, at a true PD of 7.95%')
})
