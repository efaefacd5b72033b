import { describe, expect, test } from 'vitest'
import { marginalValue } from '../../../models/marginal.ts'
import { COPULA_VARIABLES } from '../../../models/book.ts'
import type { Sector } from '../../../models/book.ts'
import { AT, drawnVariables } from '../../../sim/synthesise/copulaVariables.ts'
import { bookOf } from './smallBook.ts'

const SCORES = [-6, -2.3, -1, -0.2, 0, 0.4, 1.1, 2.5, 6]
const book = await bookOf({ applicants: 1 })
const sectors = (marginals: Sector['marginals']): Record<string, Sector> => ({
  one: { share: 0.5, logOdds: 0, marginals: {} },
  other: { share: 0.5, logOdds: 0, marginals },
})

test('every variable has the value of its marginal at a score, as a number or as the code of a word', () => {
  for (const [v, { name, words, valueAt }] of drawnVariables(book).entries()) {
    expect(name).toBe(COPULA_VARIABLES[v])
    for (const z of SCORES) {
      const value = valueAt(0, z)
      expect(words ? words[value] : value).toBe(marginalValue(book.marginals[name], z))
    }
  }
})

describe('words', () => {
  test('of several sectors share one list of codes', () => {
    const own = { kind: 'categories', values: ['brilliant', 'fair'], shares: [0.5, 0.5] } as const
    const outlook = drawnVariables({ ...book, sectors: sectors({ outlook: own }) })[AT.outlook]!
    expect(outlook.words).toEqual(['poor', 'fair', 'good', 'brilliant'])
    expect([outlook.valueAt(0, 0), outlook.valueAt(1, 1), outlook.valueAt(1, -1)]).toEqual([1, 1, 3])
  })

  test('are refused where a number is needed, and beside numbers of another sector', () => {
    const many = { kind: 'categories', values: ['many'], shares: [1] } as const
    expect(() => drawnVariables({ ...book, sectors: sectors({ lenders: many }) })).toThrow(
      'book small-firms: marginals.lenders must have numbers only',
    )
    expect(() => drawnVariables({ ...book, sectors: sectors({ overdueCount: many }) })).toThrow(
      'book small-firms: marginals.overdueCount must have numbers, or words, in every sector',
    )
  })
})
