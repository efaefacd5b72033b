/** Options that several commands share, and the checks of their values. */
import { availableParallelism } from 'node:os'
import { InvalidArgumentError, Option } from 'commander'
import { LANGS } from '../text.ts'

export const paths = () =>
  new Option('--paths <n>', 'simulated futures per scenario, in place of the study’s').argParser(wholeIn(1))

export const seed = () => new Option('--seed <text>', 'seed, in place of the study’s')

export const fidelity = () =>
  new Option('--fidelity <kind>', 'how defaults are simulated; in this version exact: every default drawn').choices([
    'exact',
  ])

export const correlation = () =>
  new Option(
    '--correlation <kind>',
    'none makes defaults independent, as the law of large numbers assumes; model as the book says',
  ).choices(['model', 'none'])

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

/** Parser of an option's whole number in a range. */
function wholeIn(min: number, max = Number.MAX_SAFE_INTEGER): (text: string) => number {
  const range = max === Number.MAX_SAFE_INTEGER ? `from ${min}` : `in ${min}..${max}`
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN
    if (!(value >= min && value <= max)) throw new InvalidArgumentError(`It must be a whole number ${range}.`)
    return value
  }
}
