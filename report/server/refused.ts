/** A request that is not served, and why. */
export class Refused extends Error {
  override readonly name = 'Refused'
  /** HTTP status. */
  readonly statusCode: number
  /** For programs, such as `notOpen`. */
  readonly code: string
  /** Further fields of the answer's `error`. */
  readonly details: Readonly<Record<string, unknown>>

  /** @param message  for people: what was wrong, and what is allowed */
  constructor(statusCode: number, code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.statusCode = statusCode
    this.code = code
    this.details = details
  }
}

/** A request with a body or an address that says something it may not. */
export const badRequest = (message: string, details: Readonly<Record<string, unknown>> = {}): Refused =>
  new Refused(400, 'badRequest', message, details)
