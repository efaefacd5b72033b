/**
 * Indented JSON of plain data; typed arrays are written as lists, maps as objects.
 *
 * @throws {RangeError} naming the place of a number that is not finite, which JSON would silently turn into null
 */
export function toJson(data: unknown): string {
  return `${JSON.stringify(plain(data, ''), null, 2)}\n`
}

function plain(value: unknown, path: string): unknown {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`toJson: ${path || 'the value'} must be a finite number, got ${value}`)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item, index) => plain(item, `${path}[${index}]`))
  if (ArrayBuffer.isView(value)) return plain(Array.from(value as unknown as ArrayLike<unknown>), path)
  const entries = value instanceof Map ? [...(value as ReadonlyMap<string, unknown>)] : Object.entries(value)
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(item, path === '' ? key : `${path}.${key}`)]))
}
