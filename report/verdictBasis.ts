import { VERDICT_TESTS, type VerdictRules } from '../models/study.ts'
import { levelText, percent } from './format.ts'
import { type Lang, words } from './text.ts'

/** Which tests decide the verdict and which are for information, each with what it is held against, in one line. */
export function verdictBasis(rules: VerdictRules, lang: Lang): string {
  const text = words(lang)
  const thresholds = {
    expectedCoverage: '1',
    coverageProbability: levelText(rules.coverageProbability),
    nplCeiling: percent(rules.bankNpl + rules.nplMargin),
    largestClusterShare: levelText(rules.largestClusterShare),
  }
  const asked = (isDeciding: boolean): string =>
    text.list(
      VERDICT_TESTS.filter((test) => rules.mustHold.includes(test) === isDeciding).map((test) =>
        text.testAsked[test](thresholds[test]),
      ),
    )
  return text.verdictBasis(asked(true), asked(false))
}
