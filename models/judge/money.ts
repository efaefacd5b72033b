/** Money over the horizon by its parts; one entry a path, or a replicate, in every array. */
export interface Money {
  readonly interest: Float64Array
  readonly crossIncome: Float64Array
  readonly fundingCost: Float64Array
  readonly operatingCost: Float64Array
  readonly tax: Float64Array
  readonly targetProfit: Float64Array
  /** The bank's share. */
  readonly loss: Float64Array
  /** interest + cross income − costs − tax − target − loss. */
  readonly surplus: Float64Array
}

/** Money with what its parts leave. */
export const withSurplus = (parts: Omit<Money, 'surplus'>): Money => ({
  ...parts,
  surplus: parts.interest.map(
    (interest, i) =>
      interest +
      parts.crossIncome[i]! -
      parts.fundingCost[i]! -
      parts.operatingCost[i]! -
      parts.tax[i]! -
      parts.targetProfit[i]! -
      parts.loss[i]!,
  ),
})
