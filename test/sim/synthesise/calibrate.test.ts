import { expect, test } from 'vitest'
import { pdOfScore } from '../../../models/logisticFit.ts'
import { calibrate, scoreHistory } from '../../../sim/synthesise/calibrate.ts'
import { drawHistory } from '../../../sim/synthesise/history.ts'
import { synthesise } from '../../../sim/synthesise/synthesise.ts'
import { settlementCard } from '../../models/settlement/settlementCard.ts'
import { bookOf } from './smallBook.ts'

const book = await bookOf({ loans: 1000 })
const { intercept } = await synthesise(book, 'a seed')
const history = drawHistory(book, intercept, 'a seed')
const { defaulted } = history

test('the calibrated line predicts the defaults of its history in sum and in sum of scores (the maximum of the likelihood)', () => {
  const line = calibrate(history, book.referenceStrategy)
  const { scores } = scoreHistory(history, book.referenceStrategy)
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

test('a strategy that keeps a settlement index is told what is missing in a history drawn without', () => {
  const strategy = { ...book.referenceStrategy, settlement: { card: settlementCard, channel: null } }
  expect(() => scoreHistory(history, strategy)).toThrow(/verifiedSettlement/)
})
