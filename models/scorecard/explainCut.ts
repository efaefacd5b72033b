import type { Scorecard } from './card.ts'
import { levelOfScore, lowestScoreOfLevel } from './level.ts'
import { plain } from './words.ts'

/** Where a score lies among the level cuts of its card. */
export function explainCut(card: Scorecard, score: number): string {
  const level = levelOfScore(card, score)
  const reached = level <= card.levelCuts.length
  const cut = lowestScoreOfLevel(card, reached ? level : level - 1)
  return reached
    ? `${plain(score)} reaches ${plain(cut)}, the cut of level ${level}`
    : `${plain(score)} is below ${plain(cut)}, the cut of level ${level - 1}: level ${level}`
}
