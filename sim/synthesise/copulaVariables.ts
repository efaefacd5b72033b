import { categoryAt, marginalValue } from '../../models/marginal.ts'
import { COPULA_VARIABLES } from '../../models/book.ts'
import type { CopulaVariable, Marginal, SyntheticBook } from '../../models/book.ts'

/** Position of each variable among the copula's. */
export const AT = Object.fromEntries(COPULA_VARIABLES.map((name, v) => [name, v])) as Record<CopulaVariable, number>

/** A variable of the copula, ready to draw. */
export interface DrawnVariable {
  readonly name: CopulaVariable
  /** The words that its codes stand for; null where the variable is a number. */
  readonly words: readonly (string | number | boolean)[] | null
  /** The number, or the code of the word, at a standard normal score in a sector. */
  readonly valueAt: (sector: number, z: number) => number
}

/** Variables that enter as numbers into what a firm reports and asks for. */
const NUMBERS: readonly CopulaVariable[] = [
  'debtRatio', 'quickRatio', 'paidInCapital', 'assetGrowth', 'annualSales', 'taxToSales', 'margin', 'depositToLoan',
  'settlementShare', 'lenders', 'loanShare',
] // prettier-ignore

/**
 * The copula's variables, in the order of COPULA_VARIABLES.
 *
 * @throws {RangeError} when a variable is a number in one sector and a word in another, or a word where a number is needed
 */
export const drawnVariables = (book: SyntheticBook): readonly DrawnVariable[] =>
  COPULA_VARIABLES.map((name) => {
    const marginals = Object.values(book.sectors).map((sector) => sector.marginals[name] ?? book.marginals[name])
    const isNumber = marginals.map((marginal) => wordsOf(marginal).every((value) => typeof value === 'number'))
    if (isNumber.every(Boolean))
      return { name, words: null, valueAt: (sector, z) => marginalValue(marginals[sector]!, z) as number }
    if (NUMBERS.includes(name)) throw new RangeError(`book ${book.id}: marginals.${name} must have numbers only`)
    if (isNumber.some(Boolean))
      throw new RangeError(`book ${book.id}: marginals.${name} must have numbers, or words, in every sector`)
    const words = [...new Set(marginals.flatMap(wordsOf))]
    const scales = marginals.map((marginal) => ({
      shares: marginal.kind === 'categories' ? marginal.shares : [],
      codes: wordsOf(marginal).map((word) => words.indexOf(word)),
    }))
    return {
      name,
      words,
      valueAt: (sector, z) => {
        const { shares, codes } = scales[sector]!
        return codes[categoryAt(shares, z)]!
      },
    }
  })

/** Values of a variable's categories; none for a continuous one. */
const wordsOf = (marginal: Marginal): readonly (string | number | boolean)[] =>
  marginal.kind === 'categories' ? marginal.values : []
