import { describe, expect, test } from 'vitest'
import { assess } from '../../../models/lending/assess.ts'
import { logistic } from '../../../sim/synthesise/logistic.ts'
import { synthesise } from '../../../sim/synthesise/synthesise.ts'
import { toFirms } from '../../../sim/synthesise/toFirms.ts'
import { bookOf } from './smallBook.ts'

describe('a book of so many loans', () => {
  test('ends with the applicant that gets the last of them', async () => {
    const { drawn, reference } = await synthesise(await bookOf({ loans: 500 }), 'a seed')
    expect(reference.declined).toHaveLength(drawn.count)
    expect(reference.declined.filter((reason) => reason === 0)).toHaveLength(500)
    expect(reference.declined.at(-1)).toBe(0)
  })

  test('begins as a smaller one does, across batches', async () => {
    const small = await synthesise(await bookOf({ loans: 500 }), 'a seed')
    const large = await synthesise(await bookOf({ loans: 4000 }), 'a seed')
    expect(large.drawn.count).toBeGreaterThan(4096)
    expect(large.drawn.told.annualSales.subarray(0, small.drawn.count)).toEqual(small.drawn.told.annualSales)
    expect(large.reference.scores.subarray(0, small.drawn.count)).toEqual(small.reference.scores)
  })

  test('has the base default rate as the mean true PD of its loans', async () => {
    const book = await bookOf({ loans: 2000 })
    const { drawn, reference, intercept } = await synthesise(book, 'a seed')
    let sum = 0
    for (let i = 0; i < drawn.count; i++)
      if (reference.declined[i] === 0) sum += logistic(intercept + drawn.traits.logit[i]!)
    expect(sum / 2000).toBeCloseTo(book.baseDefaultRate, 12)
  })

  test('has been assessed batch by batch as it would be at once', async () => {
    const book = await bookOf({ loans: 4000 })
    const { population, drawn, reference } = await synthesise(book, 'a seed')
    expect(assess(book.referenceStrategy, toFirms(book, population, drawn, 0), book)).toEqual(reference)
  })

  test('has settlement columns when asked, and is the same otherwise', async () => {
    const book = await bookOf({ loans: 4000 })
    const plain = await synthesise(book, 'a seed')
    const { drawn, reference, intercept } = await synthesise(book, 'a seed', { settlement: true })
    expect(plain.drawn.settlement).toBeNull()
    expect(drawn.settlement!.verifiedSettlement).toHaveLength(drawn.count)
    expect({ ...drawn, settlement: null }).toEqual(plain.drawn)
    expect({ reference, intercept }).toEqual({ reference: plain.reference, intercept: plain.intercept })
  })
})

test('a book of so many applicants has that many', async () => {
  const { drawn, reference } = await synthesise(await bookOf({ applicants: 5000 }), 'a seed')
  expect(drawn.count).toBe(5000)
  expect(reference.scores).toHaveLength(5000)
})

describe('drawing', () => {
  test('tells how far it is after every batch', async () => {
    const seen: [number, number][] = []
    const onProgress = (done: number, total: number): void => void seen.push([done, total])
    await synthesise(await bookOf({ applicants: 9000 }), 'a seed', { onProgress })
    expect(seen).toEqual([
      [4096, 9000],
      [8192, 9000],
      [9000, 9000],
    ])
    seen.length = 0
    await synthesise(await bookOf({ loans: 4000 }), 'a seed', { onProgress })
    expect(seen).toHaveLength(2)
    expect(seen.at(-1)).toEqual([4000, 4000])
  })

  test('stops between batches when aborted, with the reason', async () => {
    const stop = new AbortController()
    const batches: number[] = []
    const onProgress = (done: number): void => {
      batches.push(done)
      if (batches.length === 2) stop.abort(new Error('enough'))
    }
    const drawing = synthesise(await bookOf({ applicants: 100_000 }), 'a seed', { onProgress, signal: stop.signal })
    await expect(drawing).rejects.toThrow('enough')
    expect(batches).toEqual([4096, 8192])
  })

  test('is refused when the reference strategy admits nobody', async () => {
    const { referenceStrategy, ...rest } = await bookOf({ loans: 100 })
    const strict = { ...referenceStrategy, admission: { ...referenceStrategy.admission, worstLevel: 0 } }
    await expect(synthesise({ ...rest, referenceStrategy: strict }, 'a seed')).rejects.toThrow(
      'reference strategy citic-trade admits only 0 of 8192 applicants',
    )
    const few = { ...rest, size: { applicants: 50 }, referenceStrategy: strict }
    await expect(synthesise(few, 'a seed')).rejects.toThrow('reference strategy citic-trade admits no applicant')
  })
})
