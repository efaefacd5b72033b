import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { PRICING_DEFAULTS } from '../../../../models/pricing/rateFloor.ts'
import type { Repriced, Terms } from '../../../../models/reprice/terms.ts'
import { CELL_COUNT, cellAt, cellIndex, cellKey } from '../../../../models/types.ts'
import { RefusedError } from '../../../../report/client/desk/api.ts'
import { createDesk } from '../../../../report/client/desk/desk.ts'
import { NO_CHANGES } from '../../../../report/client/desk/riskDesk.ts'
import type { ReadyDesk, RepriceAnswer, RiskAnswer, RiskRequest } from '../../../../report/desk/protocol.ts'

const CELL = cellIndex(2, 1, 0)
const RATES = Array.from({ length: CELL_COUNT }, (_, i) => (400 + cellAt(i).grade * 10) / 10_000)
const TODAY: Terms = { costs: PRICING_DEFAULTS, crossIncome: 'observed', cap: 0.154, rates: RATES }
const SCENARIOS = ['baseline', 'mild_downturn', 'severe_downturn']

const answerOf = (scenario: string, surplus: number): Repriced => ({
  scenario,
  balance: 1000,
  portfolioYield: 0.05,
  crossIncome: 0,
  fundingCost: 0.025,
  operatingCost: 0.006,
  tax: 0.001,
  targetProfit: 0.008,
  expectedLoss: 0.01,
  surplus,
  coverageRatio: 1 + 100 * surplus,
  coverageProbability: 0.7,
  profitProbability: 0.9,
  breakEvenYield: 0.05,
  raroc: 0.1,
  cells: [
    {
      cell: cellKey(cellAt(CELL)),
      loans: 30,
      balance: 100,
      expectedLoss: 0.01,
      offeredRate: 0.042,
      floorRate: 0.04,
      requiredRate: 0.042 - surplus,
      gap: surplus,
    },
  ],
  tests: [],
  verdict: surplus >= 0 ? 'covered' : 'not covered',
  pathsToDecide: 0,
  standardErrors: { surplus: 0.0001, cells: [{ gap: 0.0002 }] },
  reasons: {},
})

const READY: ReadyDesk = {
  status: 'ready',
  names: { book: 'b', strategy: 's', schedule: 'r' },
  choices: { books: [], strategies: [], schedules: [] },
  scenarios: SCENARIOS.map((id) => ({ id, title: { en: id } })),
  unit: { en: '10,000 CNY' },
  paths: 400,
  today: TODAY,
  cells: [{ index: CELL, cell: cellKey(cellAt(CELL)), loans: 30 }],
  answers: SCENARIOS.map((id) => answerOf(id, 0.001)),
  optimise: {
    scenarios: [],
    start: 'offered',
    weights: 'even',
    monotone: true,
    minimumRate: 0,
    maximumRate: null,
    largestStep: null,
    maxCrossSubsidy: null,
  },
  confirmationSeed: 'tiny/confirm',
  hasDemand: false,
  off: {},
}

/** A desk whose server answers when told to. */
function deskByHand() {
  const asked: { terms: Terms; answer: (surplus: number) => void; refuse: (error: Error) => void }[] = []
  const risks: { request: RiskRequest; answer: () => void; refuse: (error: Error) => void }[] = []
  const lost = vi.fn()
  const desk = createDesk(
    READY,
    {
      reprice: (terms) =>
        new Promise<RepriceAnswer>((tell, refuse) => {
          const answer = (surplus: number) =>
            tell({ answers: SCENARIOS.map((id) => answerOf(id, surplus)), flags: [], milliseconds: 1 })
          asked.push({ terms, answer, refuse })
        }),
      risk: (request) =>
        new Promise<RiskAnswer>((tell, refuse) => {
          const answer = () => tell({ answer: answerOf(request.scenario, -0.002), paths: 2000, milliseconds: 1 })
          risks.push({ request, answer, refuse })
        }),
    },
    lost,
  )
  onTestFinished(desk.close)
  return { desk, asked, risks, lost }
}

const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the desk', () => {
  test('asks nothing until something is edited', async () => {
    const { desk, asked } = deskByHand()
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked).toEqual([])
    expect(desk.isBehind.value).toBe(false)
  })

  test('asks about a typed number when typing rests, and about a moved one at once', async () => {
    const { desk, asked } = deskByHand()
    for (const text of ['5', '5.', '5.0', '5.05']) {
      desk.typeRate(CELL, text)
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(asked).toEqual([])
    expect(desk.cells[CELL]!.text.value).toBe('5.05')
    await vi.advanceTimersByTimeAsync(100)
    expect(asked.map(({ terms }) => terms.rates[CELL])).toEqual([0.0505])
    asked[0]!.answer(0.002)
    await settled()
    desk.nudge([CELL], 1)
    expect(asked.map(({ terms }) => terms.rates[CELL])).toEqual([0.0505, 0.0506])
  })

  test('shows the answer in the strip and at the cells, and today beside it', async () => {
    const { desk, asked } = deskByHand()
    desk.nudge([CELL], 10)
    expect(desk.isBehind.value).toBe(true)
    asked[0]!.answer(-0.003)
    await settled()
    expect(desk.shown.value.map(({ answer }) => answer!.verdict)).toEqual(SCENARIOS.map(() => 'not covered'))
    expect(desk.ready.answers[0]!.surplus).toBe(0.001)
    expect(desk.cells[CELL]!.result.value).toMatchObject({ figures: { gap: -0.003 }, error: 0.0002 })
    expect([desk.isBehind.value, desk.cells[CELL]!.isChanged.value]).toEqual([false, true])
  })

  test('keystrokes while an answer is awaited make one further question, about the last of them', async () => {
    const { desk, asked } = deskByHand()
    for (let i = 0; i < 20; i++) desk.nudge([CELL], 1)
    expect(asked.length).toBe(1)
    asked[0]!.answer(0.002)
    await settled()
    expect(desk.shown.value[0]!.answer!.surplus).toBe(0.002)
    expect(desk.isBehind.value).toBe(true)
    expect(asked.map(({ terms }) => terms.rates[CELL])).toEqual([0.0421, 0.044])
  })

  test('an undo back to today while an answer is awaited is asked about too, so that the screen never keeps it', async () => {
    const { desk, asked } = deskByHand()
    desk.nudge([CELL], 10)
    desk.undo()
    asked[0]!.answer(-0.003)
    await settled()
    expect(asked[1]!.terms).toEqual(TODAY)
    asked[1]!.answer(0.001)
    await settled()
    expect([desk.shown.value[0]!.answer!.surplus, desk.isBehind.value]).toEqual([0.001, false])
  })

  test('undo takes back a number typed as one step, redo brings it again', () => {
    const { desk } = deskByHand()
    for (const text of ['6', '6.', '6.1']) desk.typeRate(CELL, text)
    desk.settle()
    desk.nudge([CELL + 1], 5)
    desk.undo()
    desk.undo()
    expect(desk.draft.value).toBe(desk.today)
    expect([desk.canUndo.value, desk.canRedo.value]).toEqual([false, true])
    desk.redo()
    expect(desk.draft.value.rates[CELL]).toBe(0.061)
    expect(desk.cells[CELL]!.text.value).toBe('6.10')
  })

  test('escape takes back what is being typed, and nothing else', () => {
    const { desk } = deskByHand()
    desk.nudge([CELL + 1], 5)
    desk.typeRate(CELL, '9')
    desk.takeBack()
    expect(desk.draft.value.rates[CELL]).toBe(RATES[CELL])
    desk.takeBack()
    desk.typeRate(CELL, '4.20')
    desk.takeBack()
    expect(desk.draft.value.rates[CELL + 1]).toBe(RATES[CELL + 1]! + 0.0005)
  })

  test('an empty, unreadable or negative rate is a fault at its cell; nothing is asked until it is put right', async () => {
    const { desk, asked } = deskByHand()
    for (const [text, kind] of [
      ['', 'missing'],
      ['abc', 'missing'],
      ['-1', 'negative'],
    ] as const) {
      desk.typeRate(CELL, text)
      await vi.advanceTimersByTimeAsync(1000)
      expect(desk.cells[CELL]!.flags.value).toMatchObject([{ kind, severity: 'error' }])
      expect([desk.terms.value, desk.faults.value, desk.cells[CELL]!.text.value]).toEqual([null, 1, text])
    }
    expect(asked).toEqual([])
    desk.settle()
    expect(desk.cells[CELL]!.text.value).toBe('-1.00')
    desk.undo()
    expect([desk.terms.value, desk.faults.value]).toEqual([TODAY, 0])
  })

  test('a rate above the cap is flagged and still answered', () => {
    const { desk, asked } = deskByHand()
    desk.typeRate(CELL, '16')
    desk.settle()
    vi.advanceTimersByTime(1000)
    expect(desk.cells[CELL]!.flags.value).toMatchObject([{ kind: 'aboveCap', severity: 'warning' }])
    expect([asked.length, desk.faults.value]).toEqual([1, 0])
  })

  test('a refusal is told and can be tried again; the answer clears it', async () => {
    const { desk, asked, lost } = deskByHand()
    desk.nudge([CELL], 1)
    asked[0]!.refuse(new RefusedError('badRequest', 'cap must be < 10'))
    await settled()
    expect([desk.problem.value, lost.mock.calls.length]).toEqual(['cap must be < 10', 0])
    desk.retry()
    asked[1]!.answer(0.001)
    await settled()
    expect(desk.problem.value).toBeNull()
  })

  test('a server that no longer holds the desk is no refusal', async () => {
    const { desk, asked, lost } = deskByHand()
    desk.nudge([CELL], 1)
    asked[0]!.refuse(new RefusedError('notOpen', 'open it first'))
    await settled()
    expect([desk.problem.value, lost.mock.calls.length]).toEqual([null, 1])
  })

  test('an edit kept from before a reload comes back as one step', () => {
    const { desk } = deskByHand()
    desk.restore({ ...desk.today, rates: RATES.with(CELL, 0.07) })
    expect(desk.cells[CELL]!.text.value).toBe('7.00')
    desk.undo()
    expect(desk.draft.value).toBe(desk.today)
  })
})

describe('other risks', () => {
  test('are asked about in the chosen scenario first, one at a time, and shown as they come', async () => {
    const { desk, risks } = deskByHand()
    desk.chosen.value = 2
    desk.risk.changes.value = { ...NO_CHANGES, pdMultiple: 2 }
    for (const i of [0, 1, 2]) {
      expect(risks.length).toBe(i + 1)
      risks[i]!.answer()
      await settled()
    }
    expect(risks.map(({ request }) => request.scenario)).toEqual(['severe_downturn', 'baseline', 'mild_downturn'])
    expect(risks[0]!.request.risk.pdMultiple).toBe(2)
    expect(desk.risk.answers.value.map((answer) => answer?.surplus)).toEqual([-0.002, -0.002, -0.002])
    expect([desk.risk.awaited.value.size, desk.risk.paths.value]).toEqual([0, 2000])
  })

  test('leave no figure of the run on the page: what waits for its answer has none, or an older one that is marked', async () => {
    const { desk, risks } = deskByHand()
    desk.risk.changes.value = { ...NO_CHANGES, pdMultiple: 2 }
    expect(desk.shown.value).toEqual(SCENARIOS.map(() => ({ answer: null, isAwaited: true, refusal: null })))
    expect([desk.cells[CELL]!.result.value, desk.isBehind.value]).toEqual([null, true])
    for (const i of [0, 1, 2]) {
      risks[i]!.answer()
      await settled()
    }
    expect(desk.shown.value.map(({ answer, isAwaited }) => [answer!.surplus, isAwaited])).toEqual(
      SCENARIOS.map(() => [-0.002, false]),
    )
    expect(desk.cells[CELL]!.result.value?.figures.gap).toBe(-0.002)
    desk.nudge([CELL], 10)
    expect(desk.shown.value.every(({ isAwaited }) => isAwaited)).toBe(true)
    desk.risk.changes.value = NO_CHANGES
    expect(desk.shown.value[0]!.answer!.surplus).toBe(0.001)
    expect(desk.isBehind.value).toBe(true)
  })

  test('that are moved on are asked about anew, without finishing the round before', async () => {
    const { desk, risks } = deskByHand()
    desk.risk.changes.value = { ...NO_CHANGES, pdMultiple: 2 }
    desk.risk.changes.value = { ...NO_CHANGES, pdMultiple: 3 }
    risks[0]!.answer()
    await settled()
    expect(risks.map(({ request }) => [request.scenario, request.risk.pdMultiple])).toEqual([
      ['baseline', 2],
      ['baseline', 3],
    ])
    expect(desk.risk.answers.value[0]?.surplus).toBe(-0.002)
    expect(desk.risk.awaited.value.has(0)).toBe(true)
  })

  test('that cannot act on one scenario are refused there, and answered in the others', async () => {
    const { desk, risks } = deskByHand()
    desk.risk.changes.value = { ...NO_CHANGES, pdMultiple: 2 }
    risks[0]!.refuse(new RefusedError('badRequest', 'the economy is shifted already'))
    await settled()
    risks[1]!.answer()
    await settled()
    risks[2]!.answer()
    await settled()
    expect([...desk.risk.refusals.value]).toEqual([[0, 'the economy is shifted already']])
    expect(desk.risk.answers.value.map((answer) => answer?.surplus)).toEqual([undefined, -0.002, -0.002])
    expect([desk.risk.awaited.value.size, desk.problem.value]).toEqual([0, null])
    expect(desk.shown.value[0]).toEqual({ answer: null, isAwaited: false, refusal: 'the economy is shifted already' })
  })

  test('follow the rates, and leave the figures of the run when they are put back', async () => {
    const { desk, asked, risks } = deskByHand()
    desk.risk.changes.value = { ...NO_CHANGES, lgdAdd: 0.1 }
    desk.nudge([CELL], 10)
    asked[0]!.answer(0.003)
    risks[0]!.answer()
    await settled()
    expect(risks[1]!.request.terms.rates[CELL]).toBe(0.043)
    desk.risk.changes.value = NO_CHANGES
    risks[1]!.answer()
    await settled()
    expect(desk.risk.isTried.value).toBe(false)
    expect(desk.risk.answers.value).toEqual([null, null, null])
    expect(desk.cells[CELL]!.result.value?.figures.gap).toBe(0.003)
  })
})
