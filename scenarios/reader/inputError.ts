/** One thing wrong with what a user wrote. */
export interface Problem {
  /** File as shown: relative to the working directory when below it. */
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
  /** Place in the document, for instance `shocks.pdMultiple[1]`; empty for the document itself. */
  readonly path: string
  /** Requirement, then what was found. */
  readonly message: string
}

/** What a user wrote cannot be used: every problem of every file, one line each. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(toLine).join('\n'))
    this.problems = problems
  }
}

const toLine = ({ file, line, column, path, message }: Problem): string =>
  `${file}:${line}:${column} ${path === '' ? '' : `${path} `}${message}`
