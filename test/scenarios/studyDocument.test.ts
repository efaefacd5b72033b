import { expect, test } from 'vitest'
import type { Study } from '../../models/study.ts'
import { NEUTRAL_STRATEGY, studyDocument } from '../../scenarios/index.ts'

test('a limit that is open is null in a document, and everything else as it is', () => {
  const strategy = { ...NEUTRAL_STRATEGY, limit: { ...NEUTRAL_STRATEGY.limit, minimum: 5 } }
  const study = Object.freeze({ id: 's', strategies: [strategy], notices: ['one'] }) as unknown as Study
  expect(studyDocument(study)).toEqual({
    id: 's',
    strategies: [
      {
        ...strategy,
        admission: {
          ...strategy.admission,
          maxLenders: null,
          maxDebtRatio: null,
          ownerAge: [0, null],
          maxOverBorrowing: null,
          quota: null,
          largestSectorShare: null,
          largestClusterShare: null,
        },
        limit: { ...strategy.limit, maximum: null, salesShare: null, maxTermMonths: null },
      },
    ],
    notices: ['one'],
  })
})

test('no other number that JSON cannot hold is hidden', () => {
  const study = { a: NaN, b: -Infinity } as unknown as Study
  expect(studyDocument(study)).toEqual({ a: NaN, b: -Infinity })
})
