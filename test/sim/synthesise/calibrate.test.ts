import { expect, test } from 'vitest'
import { pdOfScore } from '../../../models/logisticFit.ts'
import { calibrate, drawHistory } from '../../../sim/synthesise/calibrate.ts'
import { assessDrawn, synthesise } from '../../../sim/synthesise/synthesise.ts'
import { truePds } from '../../../sim/synthesise/toFirms.ts'
import { bookOf } from './smallBook.ts'

const book = await bookOf({ loans: 1000 })
const { intercept } = await synthesise(book, 'a seed')
const history = drawHistory(book, intercept, 'a seed')
const { borrowers, defaulted } = history

test('as many borrowers default in the history as their true PDs say', () => {
  const pds = truePds(borrowers, intercept)
  const expected = pds.reduce((sum, p) => sum + p, 0)
  const error = Math.sqrt(pds.reduce((sum, p) => sum + p * (1 - p), 0))
  // Four standard errors: a false alarm once in 16,000 seeds.
  expect(Math.abs(defaulted.reduce((sum, one) => sum + one, 0) - expected)).toBeLessThan(4 * error)
})

test('the calibrated line predicts the defaults of its history in sum and in sum of scores (the maximum of the likelihood)', () => {
  const line = calibrate(history, book.referenceStrategy)
  const { scores } = assessDrawn(history.population, borrowers, book.referenceStrategy)
  let [excess, weighted] = [0, 0]
  for (let i = 0; i < scores.length; i++) {
    const own = defaulted[i]! - pdOfScore(line, scores[i]!)
    excess += own
    weighted += own * scores[i]!
  }
  expect(line.slope).toBeLessThan(0)
  expect(excess).toBeCloseTo(0, 6)
  expect(weighted).toBeCloseTo(0, 4)
})
