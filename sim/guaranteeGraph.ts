import type { GuaranteeNetwork } from '../models/book.ts'
import { Generator, permute } from './random.ts'
import type { StreamKey } from './random.ts'

/** Who guarantees whom: the guarantors of firm f are guarantors[starts[f]..starts[f + 1]). */
export interface GuaranteeGraph {
  readonly starts: Int32Array
  readonly guarantors: Int32Array
}

/** Stands between the two parts of an order. */
const NEXT_PART = -1

/**
 * Firms in the order in which they join a guarantee network: the admitted and, behind a −1, the rest, each in random order.
 *
 * @param count     number of firms
 * @param admitted  1 where the firm borrows, by firm; null where all do: one part and no −1
 */
export function guaranteeOrder(count: number, admitted: Uint8Array | null, key: StreamKey): Int32Array {
  const firms = Int32Array.from({ length: count }, (_, firm) => firm)
  if (!admitted) return shuffled(firms, key[0]!)
  const borrowers = firms.filter((firm) => admitted[firm] === 1)
  const rest = firms.filter((firm) => admitted[firm] !== 1)
  const order = new Int32Array(count + 1).fill(NEXT_PART)
  order.set(shuffled(borrowers, key[0]!))
  order.set(shuffled(rest, key[1]!), borrowers.length + 1)
  return order
}

const shuffled = (firms: Int32Array, key: number): Int32Array =>
  firms.map((_, i) => firms[permute(i, firms.length, key)]!)

/**
 * Draws the guarantee network of a book's firms (MODEL §5).
 *
 * The first `share` of each part of the order is in it, and nobody guarantees a firm of the other part: the bank's borrowers guarantee
 * each other, and their network is as large as asked for. A larger share only adds firms and links to those of a smaller one.
 *
 * - `groups`: cut into groups along the order, each member a guarantor of every other. The next size is always the one that is furthest
 *   behind its share of firms; firms come in random order, so that which of them meet is random all the same.
 * - `scaleFree`: each firm is guaranteed by firms before it, `linksPerFirm` on average, chosen in proportion to their links.
 *
 * @param order  see {@link guaranteeOrder}: every firm once
 * @param share  share of firms in the network, 0..1
 * @see Barabási and Albert (1999), Emergence of scaling in random networks, Science 286, 509–512
 */
export function guaranteeGraph(
  network: Pick<GuaranteeNetwork, 'kind' | 'groups' | 'linksPerFirm'>,
  order: Int32Array,
  share: number,
  key: StreamKey,
): GuaranteeGraph {
  const links: Links = { firms: [], guarantors: [] }
  const split = order.indexOf(NEXT_PART)
  const parts = split < 0 ? [order] : [order.subarray(0, split), order.subarray(split + 1)]
  for (const part of parts) {
    const members = part.subarray(0, Math.round(share * part.length))
    if (network.kind === 'groups') linkGroups(links, members, network.groups)
    else linkByDegree(links, members, network.linksPerFirm, key)
  }
  return toGraph(links, split < 0 ? order.length : order.length - 1)
}

/** A pair an entry. */
interface Links {
  readonly firms: number[]
  readonly guarantors: number[]
}

function linkGroups(links: Links, members: Int32Array, groups: GuaranteeNetwork['groups']): void {
  const placed = groups.map(() => 0)
  let from = 0
  while (from < members.length) {
    const filled = groups.map(({ size, share }, g) => (placed[g]! + size / 2) / share)
    const next = filled.indexOf(Math.min(...filled))
    const { size } = groups[next]!
    const group = members.subarray(from, from + size)
    for (const firm of group)
      for (const guarantor of group) {
        if (guarantor === firm) continue
        links.firms.push(firm)
        links.guarantors.push(guarantor)
      }
    placed[next]! += size
    from += size
  }
}

function linkByDegree(links: Links, members: Int32Array, linksPerFirm: number, key: StreamKey): void {
  const g = new Generator()
  /** Firms as often as they have links, and newcomers at least once: a uniform choice is one in proportion to links. */
  const ends: number[] = []
  const whole = Math.floor(linksPerFirm)
  for (const [i, firm] of members.entries()) {
    g.seed(key, firm)
    const wanted = whole + (g.uniform() < linksPerFirm - whole ? 1 : 0)
    const chosen = new Set<number>()
    while (chosen.size < Math.min(wanted, i)) chosen.add(ends[Math.floor(g.uniform() * ends.length)]!)
    for (const guarantor of chosen) {
      links.firms.push(firm)
      links.guarantors.push(guarantor)
      ends.push(guarantor)
    }
    for (let end = 0; end < Math.max(1, chosen.size); end++) ends.push(firm)
  }
}

/** Sorts links by firm. */
function toGraph({ firms, guarantors }: Links, count: number): GuaranteeGraph {
  const starts = new Int32Array(count + 1)
  for (const firm of firms) starts[firm + 1]!++
  for (let f = 0; f < count; f++) starts[f + 1]! += starts[f]!
  const next = starts.slice()
  const sorted = new Int32Array(firms.length)
  for (const [i, firm] of firms.entries()) sorted[next[firm]!++] = guarantors[i]!
  return { starts, guarantors: sorted }
}
