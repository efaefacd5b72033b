import type { GuaranteeNetwork } from '../../models/book.ts'
import { simulatedDeviation, simulatedMean, simulatedShare } from './estimates.ts'
import type { Family, Run } from './family.ts'
import { simulated } from './row.ts'
import type { Row } from './row.ts'
import { everyFirm, testBook } from './testBook.ts'

const PATHS = 200_000
const FIRMS = 3
const PD = 0.1
const LGD = 0.6

/** A default draws in each of the others, and those that stand pay; in the second group nobody who was drawn in draws in a third. */
const GROUPS: readonly Pick<GuaranteeNetwork, 'linkProbability' | 'rounds' | 'payment'>[] = [
  { linkProbability: 0.3, rounds: 3, payment: { each: 0.3, most: 0.5 } },
  { linkProbability: 0.5, rounds: 1, payment: { each: 0.2, most: 1 } },
]

/** Joint-liability groups of three firms that would default independently, against every course that events can take. */
export const guaranteeCalls: Family = {
  title: 'guarantee calls',
  rows: async (run) => {
    const rows: Row[] = []
    for (const group of GROUPS) rows.push(...(await groupRows(run, group)))
    return rows
  },
}

async function groupRows(run: Run, group: (typeof GROUPS)[number]): Promise<readonly Row[]> {
  const guarantees: GuaranteeNetwork = {
    share: 1,
    kind: 'groups',
    groups: [{ size: FIRMS, share: 1 }],
    linksPerFirm: 0,
    ...group,
  }
  const [pds, lgds] = [everyFirm(FIRMS, PD), everyFirm(FIRMS, LGD)]
  const cube = await run(testBook({ pds, lgds, guarantees, paths: PATHS }))
  const outcomes = everyOutcome(group)
  const mean = (figure: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + outcome.probability * figure(outcome), 0)
  const meanLoss = mean(({ loss }) => loss)
  const name = `group of 3, link probability ${group.linkProbability}, ${group.rounds} round${group.rounds > 1 ? 's' : ''}`
  const source = 'enumeration of defaults and calls'
  return [
    simulated(
      `${name}: mean number of defaults`,
      source,
      mean(({ defaulted }) => defaulted.length),
      simulatedMean(cube, cube.firmDefaults),
    ),
    simulated(
      `${name}: P(all three default)`,
      source,
      mean(({ defaulted }) => (defaulted.length === FIRMS ? 1 : 0)),
      simulatedShare(cube, (path) => cube.firmDefaults[path] === FIRMS),
    ),
    simulated(`${name}: mean loss`, source, meanLoss, simulatedMean(cube, cube.loss)),
    simulated(
      `${name}: standard deviation of loss`,
      source,
      Math.sqrt(mean(({ loss }) => (loss - meanLoss) ** 2)),
      simulatedDeviation(cube, cube.loss, meanLoss),
    ),
    simulated(
      `${name}: mean number of defaults without calls`,
      'the sum of the PDs',
      FIRMS * PD,
      simulatedMean(cube, cube.firmDefaultsUncalled),
    ),
  ]
}

/** One course of events so far. */
interface Outcome {
  readonly probability: number
  readonly defaulted: readonly number[]
  readonly loss: number
}

/** Every set of firms that default of themselves, one after the other, and everything their calls can lead to. */
function everyOutcome(group: (typeof GROUPS)[number]): readonly Outcome[] {
  return subsets([0, 1, 2]).flatMap((seeds) => {
    const probability = PD ** seeds.length * (1 - PD) ** (FIRMS - seeds.length)
    return seeds.reduce<readonly Outcome[]>(
      (outcomes, firm) =>
        outcomes.flatMap((outcome) =>
          outcome.defaulted.includes(firm)
            ? [outcome]
            : spread(group, { ...outcome, defaulted: [...outcome.defaulted, firm] }, [{ firm, round: 0 }]),
        ),
      [{ probability, defaulted: [], loss: 0 }],
    )
  })
}

/** Goes through the firms whose default is still to have its effect, in turn: it calls all others that stand, who default too or pay. */
function spread(
  group: (typeof GROUPS)[number],
  { probability, defaulted, loss }: Outcome,
  [next, ...later]: readonly { readonly firm: number; readonly round: number }[],
): readonly Outcome[] {
  if (!next) return [{ probability, defaulted, loss }]
  const { linkProbability: p, rounds, payment } = group
  const standing = [0, 1, 2].filter((firm) => !defaulted.includes(firm))
  const drawnIn = next.round < rounds ? subsets(standing) : [[]]
  return drawnIn.flatMap((drawn) => {
    const survivors = standing.length - drawn.length
    const chance = next.round < rounds ? p ** drawn.length * (1 - p) ** survivors : 1
    const outcome = {
      probability: probability * chance,
      defaulted: [...defaulted, ...drawn],
      loss: loss + LGD * (1 - Math.min(payment.most, payment.each * survivors)),
    }
    return spread(group, outcome, [...later, ...drawn.map((firm) => ({ firm, round: next.round + 1 }))])
  })
}

const subsets = (items: readonly number[]): readonly (readonly number[])[] =>
  items.reduce<readonly (readonly number[])[]>((all, item) => [...all, ...all.map((set) => [...set, item])], [[]])
