import type { Compared } from '../models/result.ts'
import {
  type Format,
  basisPoints,
  fineBasisPoints,
  percent,
  points,
  ratio,
  share,
  signedRatio,
  signedWhole,
  whole,
} from './format.ts'
import type { TermId } from './glossary.ts'

/** How a figure that strategies are compared by is named and written. */
export interface ComparedFigure {
  readonly figure: Compared
  readonly term: TermId
  readonly format: Format
  /** Of a difference from the first strategy. */
  readonly difference: Format
  /** Whether it is money, in the book's unit. */
  readonly isMoney?: true
}

/** What decides, and what explains it. */
export const COVERAGE_FIGURES: readonly ComparedFigure[] = [
  { figure: 'coverageRatio', term: 'coverageRatio', format: ratio, difference: signedRatio },
  { figure: 'coverageProbability', term: 'coverageProbability', format: share, difference: points },
  { figure: 'surplus', term: 'surplus', format: fineBasisPoints, difference: fineBasisPoints },
  { figure: 'raroc', term: 'raroc', format: share, difference: points },
  { figure: 'approvalRate', term: 'approvalRate', format: share, difference: points },
  { figure: 'defaultRate', term: 'defaultRate', format: percent, difference: basisPoints },
  { figure: 'expectedLoss', term: 'expectedLoss', format: percent, difference: basisPoints },
]

/** Volume, and what a branch is assessed by. */
export const VOLUME_FIGURES: readonly ComparedFigure[] = [
  { figure: 'loans', term: 'comparedLoans', format: whole, difference: signedWhole },
  { figure: 'balance', term: 'balance', format: whole, difference: signedWhole, isMoney: true },
  { figure: 'portfolioYield', term: 'portfolioYield', format: percent, difference: basisPoints },
  { figure: 'comprehensiveProfit', term: 'comprehensiveProfit', format: whole, difference: signedWhole, isMoney: true },
  { figure: 'comprehensiveProfitRate', term: 'comprehensiveProfitRate', format: percent, difference: basisPoints },
  { figure: 'nplRatio', term: 'nplRatio', format: percent, difference: basisPoints },
  { figure: 'newOverdueRatio', term: 'newOverdueRatio', format: percent, difference: basisPoints },
]
