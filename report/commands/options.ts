/** Options that several commands share, and the checks of their values. */
import { availableParallelism } from 'node:os'
import { InvalidArgumentError, Option } from 'commander'
import { FIDELITIES } from '../../models/study.ts'
import { LANGS } from '../text.ts'

export const paths = () =>
  new Option('--paths <n>', 'simulated futures per scenario, in place of the study’s').argParser(wholeIn(1))

export const seed = () => new Option('--seed <text>', 'seed, in place of the study’s')

export const fidelity = () =>
  new Option(
    '--fidelity <kind>',
    'exact draws every default; lln takes means given the factors, as the law of large numbers promises; clt adds the spread round them',
  ).choices([...FIDELITIES])

export const correlation = () =>
  new Option(
    '--correlation <kind>',
    'none makes defaults independent, as the law of large numbers assumes; model as the book says',
  ).choices(['model', 'none'])

export const targetError = () =>
  new Option(
    '--target-error <e>',
    'adds paths until the standard error of every mean surplus is at most this, decimal a year: 0.0001 is 1 bp',
  ).argParser(positive)

export const tail = () =>
  new Option('--tail', 'estimates the losses beyond 99.9 % from a second sample, drawn where losses are high')

export const workers = () =>
  new Option(
    '--workers <n>',
    `worker threads, here ${Math.min(8, availableParallelism())}; never changes a figure`,
  ).argParser(wholeIn(1, 256))

export const skipBadRows = () =>
  new Option('--skip-bad-rows', 'leave out the bad rows of a loan tape, and say so, instead of refusing the tape')

export const lang = () => new Option('--lang <lang>', 'language first shown').choices([...LANGS]).default('en')

export const port = () =>
  new Option('--port <n>', 'port of the report server, by default 4173 or else a free one').argParser(wholeIn(0, 65535))

export const level = () =>
  new Option(
    '--level <x>',
    'level of coverage asked for, by default 1 for the ratio and what the verdict asks for the probability',
  ).argParser(positive)

/** Parser of an option's whole number in a range. */
function wholeIn(min: number, max = Number.MAX_SAFE_INTEGER): (text: string) => number {
  const range = max === Number.MAX_SAFE_INTEGER ? `from ${min}` : `in ${min}..${max}`
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN
    if (!(value >= min && value <= max)) throw new InvalidArgumentError(`It must be a whole number ${range}.`)
    return value
  }
}

export const probability = () =>
  new Option(
    '--probability <p>',
    'coverage probability that the parallel shift is to reach, in place of the study’s: 0.9',
  ).argParser(betweenNoneAndAll)

/** Parser of an option's probability, above 0 and below 1. */
function betweenNoneAndAll(text: string): number {
  const value = /^(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('It must be a number above 0 and below 1, such as 0.9.')
  return value
}

/** Parser of an option's decimal number above 0, such as 0.0001 or 1e-4. */
function positive(text: string): number {
  const value = /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN
  if (!(value > 0 && value < Infinity)) throw new InvalidArgumentError('It must be a number > 0.')
  return value
}
