import type { Study } from '../models/study.ts'
import { studyDocument } from '../scenarios/index.ts'
import type { RunResult } from '../sim/types.ts'
import { VERSION } from '../sim/version.ts'

/** What `manifest.json` holds: all that is needed to repeat a run, and how it went. */
export interface Manifest {
  readonly version: string
  readonly runId: string
  readonly seed: string
  /** Resolved, with every default filled in, as a document; see {@link studyDocument}. */
  readonly study: unknown
  /** SHA-256 of each file read, by path as written. */
  readonly inputs: Study['inputs']
  /** Levers written in the files that this version does not simulate. */
  readonly notices: readonly string[]
  readonly derived: RunResult['derived']
  /** Seconds by stage. */
  readonly timings: RunResult['timings']
  readonly node: string
  /** Decides the bits of powers. */
  readonly v8: string
  readonly platform: string
}

export const toManifest = ({ runId, study, derived, timings }: RunResult): Manifest => ({
  version: VERSION,
  runId,
  seed: study.simulation.seed,
  study: studyDocument(study),
  inputs: study.inputs,
  notices: study.notices,
  derived,
  timings,
  node: process.versions.node,
  v8: process.versions.v8,
  platform: `${process.platform} ${process.arch}`,
})
