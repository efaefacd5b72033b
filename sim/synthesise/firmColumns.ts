import type { DrawnVariable } from './copulaVariables.ts'
import { settlementColumns } from './settlementColumns.ts'
import type { SettlementColumns } from './settlementColumns.ts'

/** Drawn firms in columns, one entry a firm each. */
export type FirmColumns = ReturnType<typeof firmColumns>

type Column = Float64Array | Int32Array | Uint16Array | Uint8Array

/**
 * Empty columns.
 *
 * @param settlement  whether there are columns of settlement
 */
export function firmColumns(count: number, variables: readonly Pick<DrawnVariable, 'words'>[], settlement: boolean) {
  const real = (): Float64Array => new Float64Array(count)
  const whole = (): Int32Array => new Int32Array(count)
  const code = (): Uint8Array => new Uint8Array(count)
  return {
    count,
    traits: {
      sector: whole(),
      region: whole(),
      /** 0 is no cluster. */
      cluster: whole(),
      age: real(),
      quality: real(),
      /** Uniform that makes a firm fraudulent where it falls below P(fraud | θ). */
      fraudUniform: real(),
      honesty: code(),
      /** Turnover shown ÷ true: above 1 where a fraud sends money round, 1 for everybody else. */
      roundTrip: real(),
      /** logit h without the intercept that the calibration solves for. */
      logit: real(),
    },
    /** True values of the copula's variables, in their order: numbers, or codes of words. */
    truth: variables.map(({ words }) => (words ? new Uint16Array(count) : real())),
    /** What the bank is told, where it is not the truth itself. */
    told: {
      debtRatio: real(),
      quickRatio: real(),
      paidInCapital: real(),
      ownerPriorFailure: code(),
      ownerAge: real(),
      ownerHealthy: code(),
      minAssetGrowth3y: real(),
      annualSales: real(),
      annualTax: real(),
      /** Yearly sales as tax, meters and bank flows show them. */
      taxSales: real(),
      meterSales: real(),
      flowSales: real(),
      settlementCorporate: real(),
      settlementPersonalAgreed: real(),
      lossAmount: real(),
      netAssets: real(),
      blacklisted: code(),
      insolvent: code(),
      disorderlyOperation: code(),
      restrictedIndustry: code(),
      currentArrears: code(),
      classifiedSubstandard: code(),
    },
    request: {
      amount: real(),
      financingGap: real(),
      workingCapitalNeed: real(),
      /** Loans of all banks, where each lends what it is asked for; a fraud who sends money round borrows more. */
      allBankLoans: real(),
      termMonths: whole(),
      remainingMonths: whole(),
      repayment: code(),
      collateral: code(),
      deposit: real(),
      fees: real(),
      ownerAum: real(),
    },
    settlement: settlement ? settlementColumns(count) : null,
  }
}

/** Every column, in an order of their own. */
const columnsOf = ({ traits, truth, told, request, settlement }: FirmColumns): Column[] => [
  ...Object.values(traits),
  ...truth,
  ...Object.values(told),
  ...Object.values(request),
  ...Object.values(settlement ?? {}),
]

/**
 * Puts batches end to end. Takes the batches off the list, and lets each column's parts go before the next is joined: at no time are
 * there two copies of everything.
 *
 * @param count  firms to keep; the last batch may have more
 */
export function joinColumns(
  batches: FirmColumns[],
  count: number,
  variables: readonly Pick<DrawnVariable, 'words'>[],
): FirmColumns {
  const joined = firmColumns(
    count,
    variables,
    batches.some(({ settlement }) => settlement !== null),
  )
  const parts = batches.splice(0).map(columnsOf)
  for (const [c, column] of columnsOf(joined).entries()) {
    let from = 0
    for (const part of parts) {
      column.set(part[c]!.subarray(0, count - from), from)
      from += part[c]!.length
      part[c] = new Uint8Array(0)
    }
  }
  return joined
}

/** Some rows of columns. */
export function pickRows<T extends Readonly<Record<string, Column>> | readonly Column[]>(
  columns: T,
  rows: Int32Array,
): T {
  const pick = (column: Column): Column => {
    const picked = column.slice(0, rows.length)
    for (const [i, row] of rows.entries()) picked[i] = column[row]!
    return picked
  }
  return (
    Array.isArray(columns)
      ? columns.map(pick)
      : Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, pick(column)]))
  ) as T
}

/**
 * The same columns with other values in some rows; a column in which none of them differs is not copied.
 *
 * @param changed  one row for each of `rows`
 */
export function replaceRows<T extends FirmColumns['told'] | FirmColumns['traits'] | SettlementColumns>(
  columns: T,
  rows: Int32Array,
  changed: T,
): T {
  const replaced = Object.entries<Column>(columns).map(([name, column]): [string, Column] => {
    const own = (changed as Record<string, Column>)[name]!
    if (rows.every((row, i) => column[row] === own[i])) return [name, column]
    const copy = column.slice()
    for (const [i, row] of rows.entries()) copy[row] = own[i]!
    return [name, copy]
  })
  return Object.fromEntries(replaced) as T
}
