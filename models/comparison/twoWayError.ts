/**
 * Variance of the grand mean of a table in which whole rows and whole columns are drawn at random: populations, and replicates of the
 * factors that all populations share.
 *
 *     x_pr = μ + A_p + B_r + E_pr,   Var x̄ = σ_A²/P + σ_B²/R + σ_E²/(PR)
 *     V = s²(x̄_p)/P + s²(x̄_r)/R − s_E²/(PR),   s_E² = Σ (x_pr − x̄_p − x̄_r + x̄)² / ((P − 1)(R − 1))
 *
 * The means of the rows vary by σ_A² + σ_E²/R and those of the columns by σ_B² + σ_E²/P: together they count the interaction twice, so it
 * is taken off once, and V is unbiased. Where chance would make V smaller than one of the two first parts, which hold the interaction
 * once each, the larger of them stands. A single row has no variation between rows to tell: V = s²(x_r)/R, given that row.
 *
 * @param rows  populations × replicates, P ≥ 1 of R ≥ 2; where lengths differ, as after a target error, the replicates that all have
 * @throws {RangeError} when there is no row, or fewer than two replicates
 * @see Cameron, Gelbach & Miller (2011), Robust inference with multiway clustering, Journal of Business & Economic Statistics 29, 238–249
 * Tested by simulation: unbiased, and its t interval covers.
 */
export function twoWayVariance(rows: readonly Float64Array[]): number {
  const [populations, replicates] = sizeOf(rows)
  const own = rows.map((row) => mean(row.subarray(0, replicates)))
  const shared = Float64Array.from({ length: replicates }, (_, r) => mean(rows.map((row) => row[r]!)))
  const betweenReplicates = variance(shared) / replicates
  if (populations === 1) return betweenReplicates
  const betweenPopulations = variance(own) / populations
  const grand = mean(own)
  let interaction = 0
  for (const [p, row] of rows.entries())
    for (let r = 0; r < replicates; r++) interaction += (row[r]! - own[p]! - shared[r]! + grand) ** 2
  interaction /= (populations - 1) * (replicates - 1)
  const together = betweenPopulations + betweenReplicates - interaction / (populations * replicates)
  return Math.max(together, betweenPopulations, betweenReplicates)
}

/**
 * Degrees of freedom of {@link twoWayVariance} for a t interval: the fewer of P − 1 and R − 1, or R − 1 for a single population.
 *
 * Right where the populations make the error; where the replicates do it is on the safe side. A weighted number in between (Satterthwaite)
 * would rest on the variance of a handful of populations, and leave the interval too short whenever these happen to be alike.
 */
export function twoWayDegrees(rows: readonly Float64Array[]): number {
  const [populations, replicates] = sizeOf(rows)
  return (populations === 1 ? replicates : Math.min(populations, replicates)) - 1
}

function sizeOf(rows: readonly Float64Array[]): [populations: number, replicates: number] {
  const replicates = Math.min(...rows.map(({ length }) => length))
  if (!(rows.length >= 1 && replicates >= 2))
    throw new RangeError(`two-way error: needs a population and two replicates, got ${rows.length} and ${replicates}`)
  return [rows.length, replicates]
}

/** From the first value on, so that equal values have exactly their mean, and no variance. */
const mean = (values: ArrayLike<number>): number => {
  const first = values[0]!
  let sum = 0
  for (let i = 1; i < values.length; i++) sum += values[i]! - first
  return first + sum / values.length
}

function variance(values: ArrayLike<number>): number {
  const centre = mean(values)
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2
  return sum / (values.length - 1)
}
