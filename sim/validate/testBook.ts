import { layoutLoans } from '../../models/layout.ts'
import { originate } from '../../models/originate.ts'
import type { FactorGroup, GlobalFactor, GuaranteeNetwork, TapeBook } from '../../models/book.ts'
import type { Scenario, Shocks } from '../../models/scenario.ts'
import type { GuaranteeFund } from '../../models/strategy.ts'
import type { Fidelity, SimulationSettings } from '../../models/study.ts'
import { COLLATERALS } from '../../models/types.ts'
import type { Firms } from '../../models/types.ts'
import { NEUTRAL_STRATEGY, NO_SHOCKS } from '../../scenarios/index.ts'
import { factorLevels, factorSpaceOf } from '../engine/factorLevels.ts'
import type { FactorSpace } from '../engine/factors.ts'
import { plainLender } from '../lender.ts'
import type { Simulated } from '../simulated.ts'

/** Firms with one unsecured 12-month bullet each, which rolls; what the engine needs to simulate them. */
export interface TestBook {
  readonly simulated: Simulated
  readonly settings: SimulationSettings
  readonly factors: FactorSpace
}

/** A book whose exact answer is known. Columns have one entry a firm. */
export interface TestBookRecipe {
  readonly pds: Float64Array
  /** Default 1 each. */
  readonly balances?: Float64Array
  /** Stated LGDs; default 1 each. */
  readonly lgds?: Float64Array
  /** Natural deposits; default none. */
  readonly deposits?: Float64Array
  /** Sector numbers from 0. */
  readonly sectors?: Int32Array
  /** Default none: defaults are independent. */
  readonly factors?: readonly FactorGroup[]
  readonly globalFactor?: Partial<GlobalFactor>
  readonly guarantees?: GuaranteeNetwork
  /** Covers every loan. */
  readonly guaranteeFund?: Omit<GuaranteeFund, 'covers'>
  /** λ of the LGD link; default 0. */
  readonly lgdLink?: number
  /** Month of the year (1..12) in which every default falls; default any, evenly. */
  readonly defaultMonth?: number
  readonly paths: number
  readonly horizonMonths?: number
  readonly fidelity?: Fidelity
}

/** Every simulated check draws from this seed: a check passes always or never. */
const SEED = 'validate'
const REPLICATES = 20

/** A column with one value for every firm. */
export const everyFirm = (count: number, value: number): Float64Array => new Float64Array(count).fill(value)

export function testBook(recipe: TestBookRecipe): TestBook {
  const { paths, horizonMonths = 12, fidelity = 'exact', guaranteeFund } = recipe
  const settings: SimulationSettings = {
    seed: SEED,
    bookSeed: null,
    paths,
    replicates: REPLICATES,
    horizonMonths,
    fidelity,
    correlation: 'model',
    targetError: null,
    tail: null,
  }
  const book = bookOf(recipe)
  const firms = firmsOf(recipe)
  const loans = originate(firms, book, NEUTRAL_STRATEGY, null, null, [])
  const simulated: Simulated = {
    book,
    firms,
    levels: factorLevels(firms, book.factors, settings.correlation),
    lenders: [plainLender(book, guaranteeFund ? { ...guaranteeFund, covers: ['unsecured'] } : null)],
    layouts: [layoutLoans(loans, book, horizonMonths)],
    guaranteeOrder: Int32Array.from({ length: firms.count }, (_, firm) => firm),
  }
  return { simulated, settings, factors: factorSpaceOf({ simulation: settings }, [simulated]) }
}

/** A scenario with these shocks alone. */
export const scenarioOf = (shocks: Partial<Shocks>): Scenario => ({
  id: 'validate',
  title: { en: 'validate' },
  context: {},
  vary: {},
  limitation: null,
  shocks: { ...NO_SHOCKS, ...shocks },
})

const bookOf = ({ factors = [], globalFactor, guarantees, lgdLink = 0, defaultMonth }: TestBookRecipe): TapeBook => ({
  id: 'validate',
  title: { en: 'validate' },
  context: {},
  vary: {},
  kind: 'tape',
  origination: 'new',
  renewal: 'roll',
  amortisationRate: 0.06,
  factors,
  globalFactor: { persistence: 0, degreesOfFreedom: null, ...globalFactor },
  guarantees: guarantees ?? null,
  lgd: {
    floor: 0.1,
    cover: { residential: 1, commercial: 1, movable: 1 },
    auction: [0.5, 1],
    saleCost: 0,
    timeToSale: [1, 1],
    discountRate: 0,
    beta: { guarantee: { mean: 0.5, sd: 0.2 }, unsecured: { mean: 0.5, sd: 0.2 }, fraud: { mean: 0.5, sd: 0.2 } },
    link: lgdLink,
  },
  npl: { lagMonths: 3, disposalMonths: 12, openingRatio: 0 },
  timing: Array.from({ length: 12 }, (_, n) => (defaultMonth === undefined || n + 1 === defaultMonth ? 1 : 0)),
  unit: { en: 'money' },
  file: '',
  filePath: '',
  format: 'csv',
  columns: {
    loanId: { column: 'id' },
    balance: { constant: 1 },
    termMonths: { constant: 12 },
    repayment: { constant: 'bullet' },
    collateral: { constant: 'unsecured' },
  },
  values: {},
  pdTable: null,
  factorColumns: [],
  keep: {},
  moneyScale: 1,
})

function firmsOf({ pds, balances, lgds, deposits, sectors }: TestBookRecipe): Firms {
  const count = pds.length
  const ids = Array.from(pds, (_, i) => `${i + 1}`)
  const groupings = new Map<string, { labels: string[]; codes: Int32Array }>()
  if (sectors) {
    const labels = Array.from({ length: Math.max(...sectors) + 1 }, (_, s) => `${s}`)
    groupings.set('sector', { labels, codes: sectors })
  }
  return {
    count,
    ids,
    groupings,
    truePd: pds,
    honesty: new Uint8Array(count),
    applicants: null,
    numeric: new Map(),
    requests: {
      count,
      ids,
      firm: Int32Array.from(pds.keys()),
      amount: balances ?? everyFirm(count, 1),
      termMonths: new Int32Array(count).fill(12),
      remainingMonths: new Int32Array(count).fill(12),
      repayment: new Uint8Array(count),
      collateral: new Uint8Array(count).fill(COLLATERALS.indexOf('unsecured')),
      deposit: deposits ?? new Float64Array(count),
      fees: new Float64Array(count),
      ownerAum: new Float64Array(count),
      financingGap: everyFirm(count, Infinity),
      statedLgd: lgds ?? everyFirm(count, 1),
      givenPd: pds,
      givenGrade: new Uint8Array(count).fill(5),
    },
  }
}
