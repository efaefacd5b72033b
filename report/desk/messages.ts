/** What the server and the thread that holds an open desk send each other. */
import type { DemandAnswer } from '../../models/demand/demandAnswer.ts'
import type { Text } from '../../models/text.ts'
import type {
  CaseNames,
  DetailAnswer,
  DetailRequest,
  OptimiseAnswer,
  OptimiseRequest,
  ReadyDesk,
  RepriceAnswer,
  RepriceRequest,
  RiskAnswer,
  RiskRequest,
} from './protocol.ts'

/** What is to be opened. */
export interface DeskTask {
  /** Path of the run's manifest. */
  readonly manifest: string
  readonly names: CaseNames
  /** Threads that simulate; default the machine's cores, at most 8. */
  readonly workers?: number | undefined
}

/** What an open desk can be asked, by name: the question and its answer. */
export interface DeskQuestions {
  reprice: { question: RepriceRequest; answer: RepriceAnswer }
  detail: { question: DetailRequest; answer: DetailAnswer }
  risk: { question: RiskRequest; answer: RiskAnswer }
  demand: { question: RepriceRequest; answer: DemandAnswer }
  optimise: { question: OptimiseRequest; answer: OptimiseAnswer }
}

export type DeskQuestion = keyof DeskQuestions

/** To the thread; answers may come in another order. */
export interface DeskCall {
  readonly id: number
  readonly name: DeskQuestion
  readonly question: unknown
}

/** From the thread. */
export type DeskReport =
  | { readonly kind: 'progress'; readonly stage: Text; readonly done: number; readonly total: number }
  | { readonly kind: 'ready'; readonly desk: ReadyDesk }
  /** The desk could not be opened; the thread ends. */
  | { readonly kind: 'failed'; readonly message: string }
  /** The answer is JSON already: it is large, and the server only passes it on. */
  | { readonly kind: 'answer'; readonly id: number; readonly json: string }
  /** `isInput`: the question was at fault. */
  | { readonly kind: 'refused'; readonly id: number; readonly message: string; readonly isInput: boolean }
