/** What a rule asks of a value, as data that an explanation can show. Bounds are included, save that of `above`. */
export type Requirement =
  | { readonly atMost: number }
  | { readonly atLeast: number }
  | { readonly above: number }
  | { readonly between: readonly [number, number] }
  | { readonly oneOf: readonly string[] }
  | { readonly noneOf: readonly string[] }

/** Whether a value is as required; a value that is not a number meets no bound. */
export function meets(value: number | string, asked: Requirement): boolean {
  if (typeof value === 'string')
    return 'oneOf' in asked ? asked.oneOf.includes(value) : 'noneOf' in asked && !asked.noneOf.includes(value)
  if ('atMost' in asked) return value <= asked.atMost
  if ('atLeast' in asked) return value >= asked.atLeast
  if ('above' in asked) return value > asked.above
  return 'between' in asked && value >= asked.between[0] && value <= asked.between[1]
}
