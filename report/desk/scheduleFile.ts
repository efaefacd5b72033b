import { Document, isCollection, visit } from 'yaml'
import type { Terms } from '../../models/reprice/terms.ts'
import type { Text } from '../../models/text.ts'
import { COLLATERALS, GRADES, TERM_BANDS, cellIndex, type Collateral, type TermBand } from '../../models/types.ts'

/** Rates of grades 1 to 10 that some terms and collateral classes share, as a schedule file writes them. */
interface Block {
  readonly terms?: readonly TermBand[]
  readonly collateral?: readonly Collateral[]
  readonly rates: readonly number[]
}

/**
 * A schedule file, which the reader gives back to the same rates, costs and cap: one block for all the terms and collateral classes
 * that share their ten rates.
 *
 * @param terms  200 rates, none above the cap
 * @returns YAML
 */
export function scheduleFile(title: Text, { costs, crossIncome, cap, rates }: Terms): string {
  const file = new Document({ title, costs, crossIncome, cap, rates: blocksOf(rates) })
  visit(file, {
    Seq: (_key, list) => {
      if (!list.items.some(isCollection)) list.flow = true
    },
  })
  return file.toString({ lineWidth: 0 })
}

function blocksOf(rates: readonly number[]): Block[] {
  const blocks = new Map<string, { readonly part: RatesOfTerms; readonly collateral: Collateral[] }>()
  for (const collateral of COLLATERALS)
    for (const part of termsByRates(rates, collateral)) {
      const key = JSON.stringify(part)
      const block = blocks.get(key) ?? { part, collateral: [] }
      block.collateral.push(collateral)
      blocks.set(key, block)
    }
  return [...blocks.values()].map(({ part: { terms, byGrade }, collateral }) => ({
    ...(terms.length < TERM_BANDS.length && { terms }),
    ...(collateral.length < COLLATERALS.length && { collateral }),
    rates: byGrade,
  }))
}

/** Term bands of one collateral class that have the same rates, by grade. */
interface RatesOfTerms {
  readonly terms: readonly TermBand[]
  readonly byGrade: readonly number[]
}

function termsByRates(rates: readonly number[], collateral: Collateral): RatesOfTerms[] {
  const parts = new Map<string, { readonly terms: TermBand[]; readonly byGrade: readonly number[] }>()
  for (const [t, term] of TERM_BANDS.entries()) {
    const byGrade = Array.from(
      { length: GRADES },
      (_, g) => rates[cellIndex(g + 1, t, COLLATERALS.indexOf(collateral))]!,
    )
    const part = parts.get(byGrade.join()) ?? { terms: [], byGrade }
    part.terms.push(term)
    parts.set(byGrade.join(), part)
  }
  return [...parts.values()]
}
