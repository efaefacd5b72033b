/**
 * The order in which the engine keeps firms: that in which it meets them. A path runs through memory once a year instead of jumping
 * about in it, which a million firms do not forgive.
 */
export interface FirmOrder {
  /** Firm at each place. */
  readonly firms: Int32Array
  /** Place of each firm. */
  readonly places: Int32Array
}

/**
 * Borrowers by combination of factor levels, then default probability; then the rest.
 *
 * @param pds  PD of the first year by firm; 0 for a firm without a loan
 */
export function firmOrder(pds: Float64Array, comboOf: Int32Array): FirmOrder {
  const isIdle = pds.map((pd) => (pd > 0 ? 0 : 1))
  const firms = Int32Array.from(pds.keys())
  firms.sort((a, b) => isIdle[a]! - isIdle[b]! || comboOf[a]! - comboOf[b]! || pds[a]! - pds[b]! || a - b)
  const places = new Int32Array(firms.length)
  for (const [place, firm] of firms.entries()) places[firm] = place
  return { firms, places }
}

/** Values by place of what is known by firm. */
export function byPlace<T extends Float64Array | Int32Array | Int16Array | Uint8Array>(
  values: T,
  { firms }: FirmOrder,
): T {
  const moved = new (values.constructor as new (length: number) => T)(firms.length)
  for (let place = 0; place < firms.length; place++) moved[place] = values[firms[place]!]!
  return moved
}

/** The same for lists by firm, one after another, whose starts are given: `starts` has one entry more than there are firms. */
export function listsByPlace(
  starts: Int32Array,
  items: Int32Array,
  { firms }: FirmOrder,
): { readonly starts: Int32Array; readonly items: Int32Array } {
  const moved = { starts: new Int32Array(starts.length), items: new Int32Array(items.length) }
  let end = 0
  for (const [place, firm] of firms.entries()) {
    for (let k = starts[firm]!; k < starts[firm + 1]!; k++) moved.items[end++] = items[k]!
    moved.starts[place + 1] = end
  }
  return moved
}
