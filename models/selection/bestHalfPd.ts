/**
 * Mean true PD of the better half of the applicants by assigned PD. Equals on the edge count in part, so that their order does not
 * matter.
 *
 * @param assigned  PD by applicant, at least one
 * @param truePd    the same
 */
export function bestHalfPd(assigned: Float64Array, truePd: Float64Array): number {
  const half = assigned.length / 2
  const edge = assigned.slice().sort()[Math.ceil(half) - 1]!
  let [within, ofWithin, tied, ofTied] = [0, 0, 0, 0]
  for (const [i, pd] of assigned.entries())
    if (pd < edge) {
      within++
      ofWithin += truePd[i]!
    } else if (pd === edge) {
      tied++
      ofTied += truePd[i]!
    }
  return (ofWithin + ((half - within) * ofTied) / tied) / half
}
