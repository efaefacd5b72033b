import { Command } from 'commander'
import { VERSION } from '../sim/version.ts'
import { DONE, EXIT_CODES, explainError } from './commands/exitCode.ts'

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import('./commands/run.ts')).runCommand(),
  serve: async () => (await import('./commands/serve.ts')).serveCommand(),
  score: async () => (await import('./commands/score.ts')).scoreCommand(),
  quote: async () => (await import('./commands/quote.ts')).quoteCommand(),
  price: async () => (await import('./commands/price.ts')).priceCommand(),
  reverse: async () => (await import('./commands/reverse.ts')).reverseCommand(),
  optimise: async () => (await import('./commands/optimise.ts')).optimiseCommand(),
  validate: async () => (await import('./commands/validate.ts')).validateCommand(),
  export: async () => (await import('./commands/export.ts')).exportCommand(),
  schema: async () => (await import('./commands/schema.ts')).schemaCommand(),
}

/**
 * Runs one command line.
 *
 * @param args arguments after the program's name
 * @returns exit code: 0 done, 1 a check did not hold, 2 bad input or usage, 70 a defect of this program, 130 interrupted
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const root = await program(args[0])
    await root.parseAsync(args, { from: 'user' })
    return DONE
  } catch (error) {
    const { code, message } = explainError(error)
    if (message !== null) console.error(message)
    return code
  }
}

/** The command asked for, or all of them when it is not known: some load charts or a database, which takes a second. */
async function program(asked: string | undefined): Promise<Command> {
  const root = new Command('yieldcover')
    .description(
      'Does the yield of a rate schedule cover the losses of a small-business book, in which scenarios, and how surely?',
    )
    .version(VERSION)
    .addHelpText('after', `\n${EXIT_CODES}`)
    .showHelpAfterError('(--help shows what there is)')
    .exitOverride()
  const known = asked === undefined ? undefined : Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined
  const commands = await Promise.all((known ? [known] : Object.values(COMMANDS)).map((load) => load()))
  for (const command of commands) root.addCommand(command.copyInheritedSettings(root))
  return root
}
