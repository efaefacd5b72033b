import type { TestResult } from '../../../models/result.ts'
import { MARKS } from '../../page/verdictBadge.ts'
import { words } from '../../text.ts'
import { lang } from './language.ts'

/** A verdict as a word, a sign and a colour, as in the report. */
export const VerdictBadge = ({ verdict }: { readonly verdict: TestResult }) => (
  <span class={`verdict ${verdict.replace(' ', '-')}`}>
    {MARKS[verdict]} {words(lang.value).verdicts[verdict]}
  </span>
)
