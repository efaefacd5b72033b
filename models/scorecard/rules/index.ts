import type { ScorecardRule } from '../card.ts'
import { bandsRule } from './bands.ts'
import { choiceRule } from './choice.ts'
import { countRule } from './count.ts'
import type { RuleKind, RuleOf } from './kind.ts'
import { limitAndFlagRule } from './limitAndFlag.ts'
import { stepRule } from './step.ts'
import { volumeRule } from './volume.ts'

const RULES: { readonly [K in ScorecardRule['kind']]: RuleKind<RuleOf<K>> } = {
  step: stepRule,
  bands: bandsRule,
  choice: choiceRule,
  limitAndFlag: limitAndFlagRule,
  count: countRule,
  volume: volumeRule,
}

/** How the engine treats a rule. */
export const kindOf = (rule: ScorecardRule): RuleKind<ScorecardRule> => RULES[rule.kind]
