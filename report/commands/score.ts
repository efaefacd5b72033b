import { Command } from 'commander'
import { type CardOptions, cardOptions } from '../../models/scorecard/cardOptions.ts'
import { applicantChecker } from '../../models/scorecard/checkApplicant.ts'
import { explainScore } from '../../models/scorecard/explain.ts'
import type { Scorecard } from '../../models/scorecard/card.ts'
import type { Applicant } from '../../models/types.ts'
import { InputError, loadCard, suggest } from '../../scenarios/index.ts'
import { type FileRecord, readRecords } from '../readRecords.ts'
import { UsageError } from '../errors.ts'
import { explanationText } from '../score/explanationText.ts'
import { scoreView } from '../score/scoreView.ts'
import { printJson } from './print.ts'

interface ScoreOptions {
  readonly json?: boolean
  readonly explain?: boolean
  readonly option?: CardOptions
}

/** `yieldcover score CARD FILE`: scores the applicants of a file. */
export const scoreCommand = (): Command =>
  new Command('score')
    .summary('score applicants on a scorecard')
    .description(
      'Scores the applicants of a file: items, sections, raw marks, deduction, score, level and vetoes; on the card "settlement" ' +
        'the index, its parts and negative situations.',
    )
    .argument('<card>', 'id of a shipped scorecard, or a YAML file')
    .argument('<file>', 'JSON array of applicants or their inputs, or CSV with a header of field names')
    .option('--json', 'print a JSON array in the order of the file')
    .option('--explain', 'say for each item how its marks came about')
    .option('--option <name=value>', 'choose how the card reads an ambiguity; may be repeated', collectOption)
    .action(async (cardName: string, file: string, options: ScoreOptions) => {
      const card = await loadCard(cardName)
      const chosen = checkOptions(card, options.option)
      const view = scoreView(card, chosen)
      const records = await readRecords(file, view.inside)
      for (const name of unknownFields(card, records))
        console.error(`note: card ${card.id} does not read "${name}"${suggest(name, Object.keys(card.fields))}`)
      const applicants = checkApplicants(card, chosen, records)
      if (options.explain) {
        const explanations = applicants.map((applicant) => explainScore(card, applicant, chosen))
        if (!options.json) console.log(explanations.map(explanationText).join('\n\n'))
        else
          printJson(
            explanations.map(({ result: _, ...explanation }, i) => ({ ...view.record(applicants[i]!), explanation })),
          )
      } else if (options.json) printJson(applicants.map(view.record))
      else console.log(view.table(applicants))
    })

function collectOption(text: string, sofar: CardOptions = {}): CardOptions {
  const [name, value, ...rest] = text.split('=')
  if (!name || value === undefined || rest.length > 0)
    throw new UsageError(`--option must be name=value, got "${text}"`)
  return { ...sofar, [name]: value === 'true' ? true : value === 'false' ? false : value }
}

function checkOptions(card: Scorecard, given: CardOptions | undefined): CardOptions {
  try {
    return cardOptions(card, given)
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message)
    throw error
  }
}

/** Names of columns that the card does not know: an id perhaps, or a misspelt veto that would be lost without a word. */
const unknownFields = (card: Scorecard, records: readonly FileRecord[]): string[] =>
  [...new Set(records.flatMap(({ values }) => Object.keys(values)))].filter((name) => !(name in card.fields))

/** @throws {InputError} with every problem of every applicant */
function checkApplicants(card: Scorecard, options: CardOptions, records: readonly FileRecord[]): readonly Applicant[] {
  const problemsOf = applicantChecker(card, options)
  const problems = records.flatMap(({ values, problem }) =>
    problemsOf(values as Applicant).map(({ field, message }) => problem(message, field)),
  )
  if (problems.length > 0) throw new InputError(problems)
  return records.map(({ values }) => values as Applicant)
}
