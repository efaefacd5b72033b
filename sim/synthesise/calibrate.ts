import { score } from '../../models/lending/score.ts'
import type { Scored } from '../../models/lending/score.ts'
import { logisticFit } from '../../models/logisticFit.ts'
import type { LogitLine } from '../../models/logisticFit.ts'
import type { Strategy } from '../../models/strategy.ts'
import type { History } from './history.ts'
import { toApplicants } from './toApplicants.ts'

/** What a strategy made of the borrowers of the history when they came to it. */
export const scoreHistory = ({ population, borrowers }: History, strategy: Strategy): Scored =>
  score(strategy, toApplicants(population.variables, borrowers), borrowers.count)

/**
 * A strategy's calibration: the logit line of one-year defaults on its score in the history. The bank sees outcomes, not true
 * PDs, so the line carries the estimation error of a history of that length.
 */
export const calibrate = (history: History, strategy: Strategy): LogitLine =>
  logisticFit(scoreHistory(history, strategy).scores, history.defaulted)
