/** What to tell of something that went wrong. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
