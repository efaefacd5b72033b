/** A command asked for in a way that cannot be done: exit code 2, message without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The user stopped the command: exit code 130. The message says what is left of its work. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
  constructor(left = 'nothing was written') {
    super(`interrupted: ${left}`)
  }
}

/** The command did its work and a check that the user asked for did not hold: exit code 1. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed'
}
