import { expect, test } from 'vitest'
import { QUALITY_INDEX, copulaCorrelation } from '../../models/copulaCorrelation.ts'
import { COPULA_VARIABLES, type SyntheticBook } from '../../models/book.ts'

const none = Object.fromEntries(
  COPULA_VARIABLES.map((name) => [name, { quality: 0, size: 0 }]),
) as SyntheticBook['loadings']
const indexOf = (name: (typeof COPULA_VARIABLES)[number]): number => COPULA_VARIABLES.indexOf(name) + 1

test('without loadings nothing is correlated', () => {
  const matrix = copulaCorrelation({ loadings: none, correlations: [] })
  expect(matrix).toEqual(matrix.map((row, i) => row.map((_, j) => (i === j ? 1 : 0))))
})

test('two variables correlate by the products of their loadings, with quality by the loading on it, unless a pair is given', () => {
  const matrix = copulaCorrelation({
    loadings: { ...none, annualSales: { quality: 0.3, size: 0.6 }, paidInCapital: { quality: 0.2, size: 0.5 } },
    correlations: [{ pair: ['quality', 'outlook'], value: 0.4 }],
  })
  const [sales, capital, outlook] = [indexOf('annualSales'), indexOf('paidInCapital'), indexOf('outlook')]
  expect(matrix[sales]![capital]).toBeCloseTo(0.36, 15)
  expect(matrix[capital]![sales]).toBeCloseTo(0.36, 15)
  expect(matrix[sales]![QUALITY_INDEX]).toBe(0.3)
  expect(matrix[QUALITY_INDEX]![outlook]).toBe(0.4)
  expect(matrix[outlook]![QUALITY_INDEX]).toBe(0.4)
  expect(matrix[outlook]![sales]).toBe(0)
})
