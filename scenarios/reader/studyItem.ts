import { type LocatedMap, type Position } from './located.ts'

/** One entry of a study's lists: its place there, and the document it stands for. */
export interface StudyItem {
  readonly at: Position
  readonly path: string
  readonly document: LocatedMap
}
