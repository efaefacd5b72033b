import Table from 'cli-table3'
import { Command } from 'commander'
import { type RateBuildUp, type RateFloorInputs, rateFloor } from '../../models/pricing/rateFloor.ts'
import type { CostParameters, Schedule } from '../../models/schedule.ts'
import { InputError, type Problem, readSchedule, show, unknownField } from '../../scenarios/index.ts'
import { percent } from '../format.ts'
import { type FileRecord, readRecords } from '../readRecords.ts'
import { PLAIN, printJson } from './print.ts'

/** What a loan brings to its price; everything else is a cost parameter. */
const REQUIRED = ['balance', 'pd', 'lgd'] as const
const OPTIONAL = ['line', 'averageDeposit', 'fees', 'ownerAum'] as const

/** `yieldcover quote SCHEDULE FILE`: the whole build-up of the rate of each loan of a file. */
export const quoteCommand = (): Command =>
  new Command('quote')
    .summary('the whole build-up of a rate')
    .description(
      'Prints the rate at which each loan of a file covers its cost, its risk and the target profit, and how it is built up.\n' +
        `A loan has ${REQUIRED.join(', ')}, and where they matter ${OPTIONAL.join(', ')}; any cost parameter it states takes ` +
        'the place of the schedule’s.',
    )
    .argument('<schedule>', 'id of a shipped schedule, or a YAML file')
    .argument('<file>', 'JSON array of loans, or CSV with a header of field names')
    .option('--json', 'print a JSON array in the order of the file')
    .action(async (scheduleName: string, file: string, { json }: { readonly json?: boolean }) => {
      const schedule = await readSchedule(scheduleName)
      const quotes = quoteAll(schedule, await readRecords(file, 'inputs'))
      if (json) printJson(quotes.map(({ rate }) => rate))
      else console.log(quoteTable(quotes))
    })

type Inputs = CostParameters & RateFloorInputs

interface Quote {
  readonly inputs: Inputs
  readonly rate: RateBuildUp
}

/** @throws {InputError} with every problem of every loan */
function quoteAll(schedule: Schedule, records: readonly FileRecord[]): readonly Quote[] {
  const problems: Problem[] = []
  const quotes: Quote[] = []
  for (const record of records) {
    const found = checkFields(schedule, record)
    if (found.length > 0) {
      problems.push(...found)
      continue
    }
    try {
      const inputs = toInputs(schedule, record)
      quotes.push({ inputs, rate: rateFloor(inputs) })
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      const [, field, rest] = /^rateFloor: (\w+) (.*)$/s.exec(error.message) ?? []
      problems.push(record.problem(rest ?? error.message, field))
    }
  }
  if (problems.length > 0) throw new InputError(problems)
  return quotes
}

function checkFields({ costs }: Schedule, { values, problem }: FileRecord): readonly Problem[] {
  const known = [...REQUIRED, ...OPTIONAL, ...Object.keys(costs)]
  const missing = REQUIRED.filter((name) => values[name] === undefined).map((name) => problem('is required', name))
  const wrong = Object.entries(values).flatMap(([name, value]) => {
    if (!known.includes(name)) return problem(unknownField(name, known), name)
    return typeof value === 'number' ? [] : problem(`must be a number, got ${show(value)}`, name)
  })
  return [...missing, ...wrong]
}

/** The loan with the schedule's cost parameters under its own; without cross income where the schedule does not count any. */
function toInputs({ costs, crossIncome }: Schedule, { values }: FileRecord): Inputs {
  const inputs = { ...costs, ...(values as unknown as Inputs) }
  return crossIncome === 'observed' ? inputs : { ...inputs, averageDeposit: 0, fees: 0, ownerAum: 0 }
}

function quoteTable(quotes: readonly Quote[]): string {
  const table = new Table({
    ...PLAIN,
    head: ['#', ...STEPS.map(({ title }) => title)],
    colAligns: ['right', ...STEPS.map(() => 'right' as const)],
  })
  for (const [i, quote] of quotes.entries()) table.push([i + 1, ...STEPS.map(({ value }) => percent(value(quote)))])
  return table.toString()
}

/** The build-up from left to right: what is added, what that gives, and what it becomes. */
const STEPS: readonly { readonly title: string; readonly value: (quote: Quote) => number }[] = [
  { title: 'Funding', value: ({ inputs }) => inputs.fundingRate },
  { title: '+ operating cost', value: ({ rate }) => rate.operatingCost },
  { title: '+ expected loss', value: ({ rate }) => rate.expectedLoss },
  { title: '+ capital', value: ({ rate }) => rate.capitalCharge },
  { title: '+ extra profit', value: ({ inputs }) => inputs.extraTargetProfit },
  { title: '− cross income', value: ({ rate }) => rate.crossIncome },
  { title: '= cost rate', value: ({ rate }) => rate.costRate },
  { title: '÷ (1 − q·PD)', value: ({ rate }) => rate.netRate },
  { title: '+ VAT', value: ({ rate }) => rate.rate - rate.netRate },
  { title: '= rate', value: ({ rate }) => rate.rate },
]
