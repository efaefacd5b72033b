import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Check } from '../../../sim/validate/validate.ts'

/** A formula broken on purpose: the module it is in, what replaces what, and the family and rows that must notice. */
interface Break {
  readonly what: string
  readonly module: string
  readonly replace: (real: Record<string, never>) => Record<string, unknown>
  readonly family: string
  readonly misses: RegExp
}

type Formula = (...args: unknown[]) => number

const BREAKS: readonly Break[] = [
  {
    what: 'Vasicek’s quantile takes ρ for √ρ',
    module: 'models/vasicek.ts',
    replace: ({ vasicekQuantile }: Record<string, Formula>) => ({
      vasicekQuantile: (pd: number, correlation: number, level: number) =>
        vasicekQuantile!(pd, correlation ** 2, level),
    }),
    family: 'vasicek',
    misses: /^Vasicek limit, .*: 99.9 % quantile$/,
  },
  {
    what: 'the granularity adjustment is halved',
    module: 'models/oracle/finiteBook.ts',
    replace: ({ granularityAdjustedQuantile }: Record<string, Formula>) => ({
      granularityAdjustedQuantile: (pd: number, correlation: number, loans: number, level: number) =>
        granularityAdjustedQuantile!(pd, correlation, 2 * loans, level),
    }),
    family: 'finiteBook',
    misses: /granularity/,
  },
  {
    what: 'CreditRisk+ takes standard deviations for variances',
    module: 'models/oracle/creditRiskPlus.ts',
    replace: ({ creditRiskPlus }: Record<string, (inputs: { standardDeviations: number[] }) => unknown>) => ({
      creditRiskPlus: (inputs: { standardDeviations: number[] }) =>
        creditRiskPlus!({ ...inputs, standardDeviations: inputs.standardDeviations.map((s) => s * s) }),
    }),
    family: 'creditRiskPlus',
    misses: /quantile/,
  },
  {
    what: 'Basel’s maturity adjustment is left out',
    module: 'models/basel.ts',
    replace: ({ baselRiskWeight }: Record<string, Formula>) => ({
      baselRiskWeight: (inputs: object) => baselRiskWeight!({ ...inputs, maturity: 1 }),
    }),
    family: 'basel',
    misses: /corporate/,
  },
  {
    what: 'VAT is added to the rate, not grossed up',
    module: 'models/pricing/vat.ts',
    replace: () => ({
      grossUpForVat: (rate: number, _: number, costs: { vatRate: number }) => rate * (1 + costs.vatRate),
    }),
    family: 'pricing',
    misses: /^rate floor, no cross income: rate$/,
  },
  {
    what: 'systematic variance is forgotten',
    module: 'models/vasicek.ts',
    replace: () => ({ vasicekStandardDeviation: (pd: number) => Math.sqrt(pd * (1 - pd)) }),
    family: 'lawOfLargeNumbers',
    misses: /systematic standard deviation/,
  },
  {
    what: 'the conditional PD forgets that its own part shrinks',
    module: 'models/conditionalDefaultProbability.ts',
    replace: ({ conditionalDefaultProbability }: Record<string, Formula>) => ({
      conditionalDefaultProbability: (h: number, x: number) => conditionalDefaultProbability!(h, x, 0),
    }),
    family: 'bothWays',
    misses: /mean of the conditional PD/,
  },
  {
    what: 'the threshold of a t factor is a normal one',
    module: 'models/studentFactor.ts',
    replace: () => ({ studentMixtureQuantile: () => -1.8807936081512509 }),
    family: 'bothWays',
    misses: /^t factor with 3 degrees of freedom/,
  },
  {
    what: 'the engine feels twice the factor',
    module: 'sim/engine/factors.ts',
    replace: ({ drawFactors }: Record<string, (...args: unknown[]) => void>) => ({
      drawFactors: (...args: unknown[]) => {
        drawFactors!(...args)
        const out = args.at(-1) as Float64Array
        for (const [d, x] of out.entries()) out[d] = 2 * x
      },
    }),
    family: 'lossLink',
    misses: /standard deviation/,
  },
  {
    what: 'the LGD link does not keep the mean',
    module: 'models/lgdLink.ts',
    replace: ({ lgdLink }: Record<string, (...args: unknown[]) => { roots: Float64Array }>) => ({
      lgdLink: (...args: unknown[]) => {
        const link = lgdLink!(...args)
        // logit of the stated mean in place of logit μ₀
        return {
          ...link,
          roots: link.roots.map((_, i, r) => (i % 2 === 1 ? r[i]! : Math.log(r[i + 1]! / (1 - r[i + 1]!)))),
        }
      },
    }),
    family: 'lossLink',
    misses: /mean loss/,
  },
  {
    what: 'a defaulting member calls one of its group only',
    module: 'sim/guaranteeGraph.ts',
    replace: () => ({
      guaranteeGraph: () => ({ starts: Int32Array.of(0, 1, 2, 3), guarantors: Int32Array.of(1, 2, 0) }),
    }),
    family: 'guaranteeCalls',
    misses: /mean number of defaults$/,
  },
  {
    what: 'the guarantee fund has no cap',
    module: 'sim/engine/fundLedger.ts',
    replace: ({ FundLedger }) => ({
      FundLedger: class extends (FundLedger as unknown as new (
        task: object,
        positions: object,
        terms: object,
      ) => object) {
        constructor(task: object, positions: object, terms: { cap: Float64Array }) {
          super(task, positions, { ...terms, cap: terms.cap.map(() => Infinity) })
        }
      },
    }),
    family: 'guaranteeFund',
    misses: /the bank’s mean loss/,
  },
]

let printed: string[]
let errors: string[]
beforeEach(() => {
  printed = []
  errors = []
  vi.resetModules()
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text))
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  vi.spyOn(console, 'error').mockImplementation((text: string) => void errors.push(text))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.doUnmock('../../../sim/validate/index.ts')
})

/** Runs the command on one family, on this thread, where a replaced module is the one the engine sees. */
async function validate(family: string): Promise<{ readonly code: number; readonly checks: readonly Check[] }> {
  vi.doMock('../../../sim/validate/index.ts', async () => ({
    FAMILIES: [((await import(`../../../sim/validate/${family}.ts`)) as Record<string, unknown>)[family]],
  }))
  const { main } = await import('../../../report/cli.ts')
  const code = await main(['validate', '--json', '--workers', '1'])
  return { code, checks: JSON.parse(printed.join('')) as Check[] }
}

test.each(BREAKS)('validate exits with 1 when $what', async ({ module, replace, family, misses }) => {
  const path = `../../../${module}`
  vi.doMock(path, async () => {
    const real = await vi.importActual<Record<string, never>>(path)
    return { ...real, ...replace(real) }
  })
  const { code, checks } = await validate(family)
  vi.doUnmock(path)
  const missed = checks.filter(({ pass }) => !pass)
  expect(code).toBe(1)
  expect(missed.map(({ name }) => name)).toContainEqual(expect.stringMatching(misses))
  expect(errors).toEqual([`missed: ${missed.length} of ${checks.length}`])
})

test.each([...new Set(BREAKS.map(({ family }) => family))])(
  'validate exits with 0 when %s is whole',
  async (family) => {
    const { code, checks } = await validate(family)
    expect(checks.filter(({ pass }) => !pass)).toEqual([])
    expect(code).toBe(0)
  },
)

test('a family whose formula throws is a miss of its own, and says why', async () => {
  const path = '../../../models/basel.ts'
  vi.doMock(path, () => ({
    baselRiskWeight: () => {
      throw new RangeError('baselRiskWeight: no')
    },
  }))
  const { code, checks } = await validate('basel')
  vi.doUnmock(path)
  expect(code).toBe(1)
  expect(checks).toEqual([
    {
      name: 'Basel II risk weights',
      source: 'baselRiskWeight: no',
      expected: null,
      actual: null,
      tolerance: null,
      pass: false,
    },
  ])
})
