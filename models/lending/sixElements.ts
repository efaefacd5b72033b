import type { Applicant } from '../types.ts'

/** The six elements of a file (六要素), in the order of the guideline. */
export const ELEMENTS = ['willingness', 'capacity', 'security', 'capital', 'terms', 'concentration'] as const
export type Element = (typeof ELEMENTS)[number]

/** What an element comes to; one `veto` suffices, whatever else speaks for the borrower (突出否决). */
export type Finding = 'good' | 'fair' | 'poor' | 'veto'

/** How a piece of evidence is judged; bounds are included. */
export type EvidenceRule =
  | { readonly kind: 'atLeast' | 'atMost'; readonly good: number; readonly fair: number }
  | { readonly kind: 'choice'; readonly good: readonly string[]; readonly fair: readonly string[] }
  /** A veto where the flag is true, or the number below the bound; otherwise it says nothing. */
  | { readonly kind: 'vetoIf' }
  | { readonly kind: 'vetoBelow'; readonly bound: number }

/** One fact about a file and what it speaks for. */
export interface Evidence {
  readonly field: string
  readonly value: number | string | boolean
  readonly rule: EvidenceRule
  /** Null where the fact is no veto and says nothing else. */
  readonly finding: Finding | null
}

export interface ElementFinding {
  readonly element: Element
  /** Null where the bank has nothing to judge it by. */
  readonly finding: Finding | null
  readonly evidence: readonly Evidence[]
}

const atLeast = (good: number, fair: number): EvidenceRule => ({ kind: 'atLeast', good, fair })
const atMost = (good: number, fair: number): EvidenceRule => ({ kind: 'atMost', good, fair })
const choice = (good: readonly string[], fair: readonly string[]): EvidenceRule => ({ kind: 'choice', good, fair })
const OPINION = choice(['good'], ['fair'])
const VETO: EvidenceRule = { kind: 'vetoIf' }

/**
 * What each element is judged by. The bounds are assumptions where no source is named: [card] the bands of the trade scorecard,
 * [guide] the guideline for small firms, [index] the bands of the settlement credit index, [cap] the cap on lenders after Wenzhou.
 * They describe a file, and decide nothing: admission has rules of its own.
 *
 * Fields are the applicant's, as the strategy sees them, and those of fileFacts.
 */
export const EVIDENCE: Readonly<Record<Element, Readonly<Record<string, EvidenceRule>>>> = {
  willingness: {
    blacklisted: VETO, // [card]
    currentArrears: VETO, // [card]
    classifiedSubstandard: VETO, // [card]
    ownerCharacter: choice(['good'], []), // [card]
    overdueCount: atMost(0, 1), // [card]
    peerOpinion: OPINION, // [card]
    settlementIndex: atLeast(75, 60), // [index]
    negativeSituations: atMost(0, 0), // [index]
  },
  capacity: {
    disorderlyOperation: VETO, // [card]
    restrictedIndustry: VETO, // [card]
    repaymentSource: choice(['sales'], ['refinance']), // [card]
    quickRatio: atLeast(1, 0.6),
    minAssetGrowth3y: atLeast(0.1, 0), // [card]
    depositToLoan: atLeast(0.2, 0.05), // [card]
    ownerYearsInTrade: atLeast(5, 2), // [card]
    management: choice(['sound'], []), // [card]
    outlook: OPINION, // [card]
    lineToSales: atMost(0.2, 0.4),
  },
  security: {
    collateral: choice(['residential', 'commercial'], ['movable', 'guarantee']), // [guide]: collateral before guarantees
    loanToValue: atMost(0.7, 1), // at most 70 % against a home; never above the value
  },
  capital: {
    insolvent: VETO, // [card]
    netAssets: { kind: 'vetoBelow', bound: 0 }, // [card]
    debtRatio: atMost(0.6, 0.7), // [card], and the guideline's bound for joint liability
    paidInCapital: atLeast(90, 50), // [card]; half its standard, about
    lossToNetAssets: atMost(0, 0.1),
  },
  terms: {
    amountToGap: atMost(1, 1.2), // what is asked for beyond the need
    lineToGap: atMost(1, 1), // [guide]: the gap sizes a line, never the collateral alone
    termMonths: atMost(12, 36), // [guide]: up to three years only against a mortgage
    repayment: choice(['equalPrincipal', 'annuity'], ['bullet']),
  },
  concentration: {
    lenders: atMost(2, 3), // [cap]
    overBorrowing: atMost(1, 1.3), // loans of all banks ÷ working-capital need
    line: atMost(500, 1000), // [guide]: visited on site from 500, one owner's firms at most 1,000 in all
    sectorShare: atMost(0.25, 0.4),
    clusterShare: atMost(0.05, 0.1),
  },
}

/**
 * The six elements of a file and what each is judged by.
 *
 * An element is a veto where any fact is one; else good where most facts are good and none is poor, poor where most are poor, and fair
 * otherwise.
 *
 * @param facts  by field; evidence whose field is missing is left out
 * @see China CITIC Bank, small-enterprise credit guideline: the elements, and that one intolerable factor vetoes
 */
export const sixElements = (facts: Applicant): readonly ElementFinding[] =>
  ELEMENTS.map((element) => {
    const evidence = Object.entries(EVIDENCE[element]).flatMap(([field, rule]): Evidence[] => {
      const value = facts[field]
      return value === undefined ? [] : [{ field, value, rule, finding: judged(value, rule) }]
    })
    return { element, finding: together(evidence), evidence }
  })

function judged(value: number | string | boolean, rule: EvidenceRule): Finding | null {
  switch (rule.kind) {
    case 'vetoIf':
      return value === true ? 'veto' : null
    case 'vetoBelow':
      return Number(value) < rule.bound ? 'veto' : null
    case 'choice':
      return rule.good.includes(String(value)) ? 'good' : rule.fair.includes(String(value)) ? 'fair' : 'poor'
    case 'atLeast':
      return Number(value) >= rule.good ? 'good' : Number(value) >= rule.fair ? 'fair' : 'poor'
    case 'atMost':
      return Number(value) <= rule.good ? 'good' : Number(value) <= rule.fair ? 'fair' : 'poor'
  }
}

function together(evidence: readonly Evidence[]): Finding | null {
  const findings = evidence.flatMap(({ finding }) => finding ?? [])
  const share = (one: Finding): number => findings.filter((finding) => finding === one).length / findings.length
  if (findings.length === 0) return null
  if (share('veto') > 0) return 'veto'
  if (share('poor') > 0.5) return 'poor'
  return share('poor') === 0 && share('good') > 0.5 ? 'good' : 'fair'
}
