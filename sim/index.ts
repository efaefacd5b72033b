/**
 * The library: `import { readStudy, runStudy } from 'yieldcover'`.
 *
 *     const run = await runStudy(await readStudy('committee'))
 *     for (const { scenario, verdict, coverageRatio } of run.results) console.log(scenario, verdict, coverageRatio)
 */
export { type BaselInputs, baselRiskWeight } from '../models/basel.ts'
export { type CgapInputs, cgapRate } from '../models/cgapRate.ts'
export { conditionalDefaultProbability } from '../models/conditionalDefaultProbability.ts'
export { herfindahl } from '../models/herfindahl.ts'
export { normalCdf, normalQuantile } from '../models/normal.ts'
export { type CreditRiskPlus, type CreditRiskPlusInputs, creditRiskPlus } from '../models/oracle/creditRiskPlus.ts'
export { finiteBookQuantile, granularityAdjustedQuantile } from '../models/oracle/finiteBook.ts'
export { type RateBuildUp, type RateFloorInputs, rateFloor } from '../models/pricing/rateFloor.ts'
export { type RarocInputs, raroc } from '../models/raroc.ts'
export type { Result, Summary } from '../models/result.ts'
export { scoreApplicant } from '../models/scorecard/scoreApplicant.ts'
export type { ScoreResult } from '../models/scorecard/scoreResult.ts'
export { type SettlementIndex, settlementIndex } from '../models/settlement/settlementIndex.ts'
export type { MarksCard, Scorecard, SettlementCard } from '../models/scorecard/card.ts'
export type { Study } from '../models/study.ts'
export { vasicekQuantile } from '../models/vasicek.ts'
export { InputError, type Problem, type StudyOverrides, loadCard, readStudy } from '../scenarios/index.ts'
export { runStudy } from './runStudy.ts'
export type { Progress, RunOptions, RunResult } from './types.ts'
