/** Look of a terminal table: no colours, no rules between rows. */
export const PLAIN = { style: { head: [] as string[], border: [] as string[], compact: true } }

/** Prints a value as JSON on stdout, where nothing else goes in a command that was asked for JSON. */
export const printJson = (value: unknown): void => console.log(JSON.stringify(value, null, 1))
