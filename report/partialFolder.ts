import { join } from 'node:path'

/** Folder of a run at work, or interrupted. */
export const partialFolder = (dir: string, runId: string): string => join(dir, `.${runId}.partial`)
