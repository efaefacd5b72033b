import type { OutcomeCube } from '../../models/cube.ts'
import type { Band, BandedCase } from '../../models/demand/bandedCase.ts'
import type { PricingCase } from '../../models/judge/pricingCase.ts'
import { cellWork } from '../../models/loanWork.ts'
import type { LoanWork } from '../../models/loanWork.ts'
import type { DemandModel } from '../../models/study.ts'
import { cellIndex, termBandOf } from '../../models/types.ts'
import type { Firms } from '../../models/types.ts'
import type { PreparedBook } from '../prepareBook.ts'
import { strategySchedule } from '../strategySchedule.ts'
import type { OfferedBand } from '../lending.ts'

/**
 * A case with the outcomes of all who are offered a loan beside those of the takers.
 *
 * @param lent   the book as the scenario finds it
 * @param index  of the strategy
 * @param cubes  of the whole simulation: the strategies', and behind them those of the bands
 * @returns null where the strategy's offers were not simulated by band
 */
export function banded(
  demand: DemandModel,
  { firms, lendings }: Pick<PreparedBook, 'firms' | 'lendings'>,
  index: number,
  outcomes: PricingCase,
  cubes: readonly OutcomeCube[],
): BandedCase | null {
  const lending = lendings[index]!
  const offered = lending.offer?.bands ?? []
  if (offered.length === 0) return null
  const first = lendings.slice(0, index).reduce((sum, { offer }) => sum + (offer?.bands.length ?? 0), lendings.length)
  const work = offered.map(({ layout }) => cellWork(layout))
  return {
    ...outcomes,
    demand,
    bands: offered.map((one, b) => toBand(one, cubes[first + b]!, firms)),
    scheduled: (stated, shares, expected) => {
      const done = (what: keyof LoanWork): number =>
        work.reduce((sum, own, b) => sum + own[what].reduce((all, one, c) => all + one * shares[b]![c]!, 0), 0)
      const lent = { loanYears: done('loanYears'), renewals: done('renewals') }
      return strategySchedule(stated, lending, firms, expected, lent)
    },
  }
}

function toBand({ band, layout: { loans, cells } }: OfferedBand, cube: OutcomeCube, { truePd }: Firms): Band {
  const places = new Map(Array.from(cells, (cell, position) => [cell, position]))
  const balance = new Float64Array(cells.length)
  const pds = new Float64Array(cells.length)
  for (let i = 0; i < loans.count; i++) {
    const cell = cellIndex(loans.grade[i]!, termBandOf(loans.termMonths[i]!), loans.collateral[i]!)
    const position = places.get(cell)!
    balance[position]! += loans.balance[i]!
    pds[position]! += truePd[loans.obligor[i]!]!
  }
  return { band, cube, balance, truePd: pds }
}
