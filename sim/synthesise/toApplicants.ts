import type { CopulaVariable } from '../../models/book.ts'
import type { ApplicantColumn, Applicants } from '../../models/types.ts'
import { AT } from './copulaVariables.ts'
import type { DrawnVariable } from './copulaVariables.ts'
import type { FirmColumns } from './firmColumns.ts'

/**
 * What the bank is told, by field of a scorecard; the columns are shared. Where no loan is asked for, as in the history, need and loans
 * of all banks are 0; without settlement its fields are left out.
 */
export function toApplicants(
  variables: readonly DrawnVariable[],
  { traits, truth, told, request, settlement }: FirmColumns,
): Applicants {
  const asIs = (name: CopulaVariable): ApplicantColumn => {
    const { words } = variables[AT[name]]!
    const column = truth[AT[name]]!
    return words ? { values: words, codes: column } : (column as Float64Array)
  }
  const flag = (codes: Uint8Array): ApplicantColumn => ({ values: [false, true], codes })
  return new Map<string, ApplicantColumn>([
    ['debtRatio', told.debtRatio],
    ['quickRatio', told.quickRatio],
    ['paidInCapital', told.paidInCapital],
    ['ownerCharacter', asIs('character')],
    ['ownerYearsInTrade', asIs('yearsInTrade')],
    ['ownerPriorFailure', flag(told.ownerPriorFailure)],
    ['ownerAge', told.ownerAge],
    ['ownerHealthy', flag(told.ownerHealthy)],
    ['management', asIs('management')],
    ['minAssetGrowth3y', told.minAssetGrowth3y],
    ['annualSales', told.annualSales],
    ['annualTax', told.annualTax],
    ['overdueCount', asIs('overdueCount')],
    ['depositToLoan', asIs('depositToLoan')],
    ['repaymentSource', asIs('repaymentSource')],
    ['settlementCorporate', told.settlementCorporate],
    ['settlementPersonalAgreed', told.settlementPersonalAgreed],
    ['location', asIs('location')],
    ['channel', asIs('channel')],
    ['peerOpinion', asIs('peerOpinion')],
    ['outlook', asIs('outlook')],
    ['lossAmount', told.lossAmount],
    ['netAssets', told.netAssets],
    ['blacklisted', flag(told.blacklisted)],
    ['insolvent', flag(told.insolvent)],
    ['disorderlyOperation', flag(told.disorderlyOperation)],
    ['restrictedIndustry', flag(told.restrictedIndustry)],
    ['currentArrears', flag(told.currentArrears)],
    ['classifiedSubstandard', flag(told.classifiedSubstandard)],
    ['yearsOfOperation', traits.age],
    ['lenders', asIs('lenders')],
    ['taxSales', told.taxSales],
    ['meterSales', told.meterSales],
    ['flowSales', told.flowSales],
    ['workingCapitalNeed', request.workingCapitalNeed],
    // Banks lend on the turnover that they are shown.
    ['allBankLoans', request.allBankLoans.map((loans, i) => loans * traits.roundTrip[i]!)],
    ...(settlement ? [['loanShare', asIs('loanShare')] as const, ...Object.entries(settlement)] : []),
  ])
}

/** True values of a variable that is a number, by firm; null for words. */
export const numbersOf = (
  variables: readonly DrawnVariable[],
  { truth }: FirmColumns,
  name: CopulaVariable,
): Float64Array | null => (variables[AT[name]]!.words ? null : (truth[AT[name]] as Float64Array))
