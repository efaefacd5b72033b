/** What a card may read of the applicants of a synthetic book: facts that a bank's history of borrowers has as well. */
export const APPLICANT_FIELDS = [
  'debtRatio', 'quickRatio', 'paidInCapital', 'ownerCharacter', 'ownerYearsInTrade', 'ownerPriorFailure', 'ownerAge', 'ownerHealthy',
  'management', 'minAssetGrowth3y', 'annualSales', 'annualTax', 'overdueCount', 'depositToLoan', 'repaymentSource', 'settlementCorporate',
  'settlementPersonalAgreed', 'location', 'channel', 'peerOpinion', 'outlook', 'lossAmount', 'netAssets', 'blacklisted', 'insolvent',
  'disorderlyOperation', 'restrictedIndustry', 'currentArrears', 'classifiedSubstandard', 'yearsOfOperation', 'lenders', 'taxSales',
  'meterSales', 'flowSales', 'loanShare', 'verifiedSettlement', 'cashSales', 'naturalDeposit', 'depositNorm', 'regularMonthsShare',
  'maturityWindowRatio', 'productShare', 'settlementAllBanks', 'referenceSales', 'settlementChange', 'grossTurnover', 'sameDayTurnover',
  'monthlyCost', 'depositSwing',
] as const // prettier-ignore
