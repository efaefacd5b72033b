/** Fewest and most paths that the page may ask for. */
export const PATHS = { min: 100, max: 1_000_000 } as const

/** Longest seed. */
export const SEED_LENGTH = 100
