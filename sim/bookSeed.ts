import type { SimulationSettings, Study } from '../models/study.ts'

/** Seed of a study's firms and of all that is settled before anything is simulated. */
export const bookSeed = ({ simulation }: Pick<Study, 'simulation'>): string => simulation.bookSeed ?? simulation.seed

/** Seed of futures that nothing was fitted to, to confirm a schedule by. */
export const confirmationSeed = ({ seed }: Pick<SimulationSettings, 'seed'>): string => `${seed}/confirm`
