import type { OutcomeCube } from '../cube.ts'
import { importanceTail } from '../importanceSampling.ts'
import type { FigureErrors, Tail } from '../result.ts'
import type { Estimate, Unavailable } from '../standardErrors.ts'
import type { Probability } from '../types.ts'
import { lossParts } from './lossParts.ts'
import { varying } from './lossRates.ts'

/** How a tail sample is read. */
export interface TailInputs {
  /** Share of the loss that the bank bears. */
  readonly bankShare: number
  /** Likelihood ratio of each path. */
  readonly weights: Float64Array
  readonly level: Probability
  readonly confidence: Probability
}

/** The tail of an entry of the summary, with errors in the same shape, and why a figure is null. */
export interface TailFigures {
  readonly tail: Tail
  readonly standardErrors: FigureErrors
  readonly reasons: Readonly<Record<string, string>>
}

/** What an importance sample says about the far tail of the loss rate: bank's loss ÷ opening exposure over the horizon. */
export function tailFigures(cube: OutcomeCube, { bankShare, weights, level, confidence }: TailInputs): TailFigures {
  const unit = bankShare / cube.openingExposure
  const rates = cube.loss.map((loss) => loss * unit)
  const variances = varying(cube.spread?.lossVariance.map((variance) => variance * unit * unit))
  const parts = lossParts(cube, { rates, variances })
  const sample = { losses: rates, variances, weights, replicates: cube.replicates }
  const found = importanceTail(sample, level, parts, confidence)
  const valueAtRisk = figureOf('tail.valueAtRisk999', found.valueAtRisk)
  const expectedShortfall = figureOf('tail.expectedShortfall999', found.expectedShortfall)
  const contributions = (found.parts ?? []).map(({ value, standardError }, i) => {
    const { by, key } = parts[i]!
    return {
      value: { by, key, expectedShortfall999: value },
      standardError: { by, key, expectedShortfall999: standardError },
    }
  })
  return {
    tail: {
      valueAtRisk999: valueAtRisk.value,
      expectedShortfall999: expectedShortfall.value,
      contributions: contributions.map(({ value }) => value),
    },
    standardErrors: {
      valueAtRisk999: valueAtRisk.standardError,
      expectedShortfall999: expectedShortfall.standardError,
      contributions: contributions.map(({ standardError }) => standardError),
    },
    reasons: { ...valueAtRisk.reasons, ...expectedShortfall.reasons },
  }
}

/** The figures of a tail that cannot be had. */
export function missingTail(reason: string): TailFigures {
  const none = { valueAtRisk999: null, expectedShortfall999: null, contributions: [] }
  const reasons = { 'tail.valueAtRisk999': reason, 'tail.expectedShortfall999': reason }
  return { tail: none, standardErrors: none, reasons }
}

function figureOf(name: string, found: Estimate | Unavailable) {
  if ('reason' in found) return { value: null, standardError: null, reasons: { [name]: found.reason } }
  return { value: found.value, standardError: found.standardError, reasons: {} }
}
