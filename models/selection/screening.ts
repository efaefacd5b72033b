import { gini, kolmogorovSmirnov, rocCurve } from '../discrimination.ts'
import type { Assessment } from '../lending/assess.ts'
import { declineCode } from '../lending/assess.ts'
import { DECLINE_REASONS } from '../result.ts'
import type { Selection, WatchPower } from '../result.ts'
import type { Strategy } from '../strategy.ts'
import type { Applicants, Loans } from '../types.ts'
import { bestHalfPd } from './bestHalfPd.ts'
import { calibrationByGrade } from './calibrationByGrade.ts'
import { confusionByLevel } from './confusionByLevel.ts'
import { expectedLosses } from './expectedLosses.ts'
import { explainedVariance } from './explainedVariance.ts'
import { fileCost } from './fileCost.ts'
import { signals } from './signals.ts'

/** Points of a ROC curve, enough to draw it. */
const ROC_POINTS = 40

/** What a strategy made of its applicants, and what they are. */
export interface ScreeningInputs {
  readonly strategy: Pick<Strategy, 'scorecard' | 'verification' | 'process'>
  /** As the strategy has verified them. */
  readonly told: Applicants
  /** True PD by applicant, in (0, 1). */
  readonly truePd: Float64Array
  readonly assessment: Pick<Assessment, 'levels' | 'index' | 'declined'>
  /** PD that the strategy assigns to each applicant, admitted or not. */
  readonly assignedPd: Float64Array
  /** Upper edges of grades 1..9 in assigned PD. */
  readonly masterScale: readonly number[]
  /** Loans granted, at least one. */
  readonly loans: Loans
  /** Mean LGD of frauds in the strategy's LGD model. */
  readonly fraudLgd: number
  readonly watch: WatchPower | null
}

/**
 * How a strategy told its applicants apart, before any scenario or price. True PDs are known, so no figure has an error.
 */
export function screening(inputs: ScreeningInputs): Omit<Selection, 'frontier'> {
  const { strategy, told, truePd, assessment, assignedPd, masterScale, loans, fraudLgd, watch } = inputs
  const { levels, index, declined } = assessment
  const applicants = declined.length
  const isAdmitted = (_: number, row: number): boolean => declined[row] === 0
  const approved = declined.filter((code) => code === 0).length
  const costPerFile = fileCost(strategy)
  const ranks = assignedPd.map((pd) => -pd)
  return {
    applicants,
    approved,
    approvalRate: approved / applicants,
    declined: DECLINE_REASONS.map((reason) => ({ reason, applicants: countOf(declined, declineCode(reason)) })).filter(
      (one) => one.applicants > 0,
    ),
    costPerFile,
    costPerLoan: (costPerFile * applicants) / loans.count,
    gini: gini(ranks, truePd),
    kolmogorovSmirnov: kolmogorovSmirnov(ranks, truePd),
    giniAdmitted: gini(ranks.filter(isAdmitted), truePd.filter(isAdmitted)),
    explained: explainedVariance(assignedPd, truePd),
    bestHalfPd: bestHalfPd(assignedPd, truePd),
    ...expectedLosses(loans, truePd, fraudLgd),
    roc: rocCurve(ranks, truePd, ROC_POINTS),
    calibration: calibrationByGrade(assignedPd, truePd, masterScale),
    confusion: strategy.scorecard ? confusionByLevel(levels, truePd) : [],
    signals: signals(strategy, told, index, truePd),
    watch,
  }
}

const countOf = (codes: Uint8Array, wanted: number): number => codes.filter((code) => code === wanted).length
