import type { Study } from '../../models/study.ts'
import type { Text } from '../../models/text.ts'
import type { CaseChoice } from '../../sim/cases.ts'
import { riskRefusal } from '../../sim/desk/risk.ts'

/** Why parts of a desk are off, by part. */
export function deskOff(study: Study, choice: CaseChoice): Readonly<Record<string, Text>> {
  const [risk, demand] = [riskRefusal(study, choice), demandRefusal(study, choice)]
  return { ...(risk && { risk }), ...(demand && { demand }) }
}

/** Why applicants' demand cannot be weighed; null where it can. */
function demandRefusal({ books, strategies }: Study, { book, strategy }: CaseChoice): Text | null {
  const { guaranteeFund, jointLiability } = strategies[strategy]!
  if (guaranteeFund || jointLiability)
    return {
      en: 'loans under a guarantee fund or joint liability hang on each other, and cannot be weighed one by one',
      zh: '担保基金或联保下的贷款相互关联，无法逐笔加权',
    }
  if (books[book]!.origination === 'stock')
    return {
      en: 'the loans of this book run already, so that no applicant is left to go elsewhere',
      zh: '该账册的贷款已经发放，不再有可转向他行的申请人',
    }
  return null
}
