/** The report's words in its languages: those that many places share, and by topic those of words/. Definitions are in glossary.ts. */
import type { Text } from '../models/text.ts'
import type { Collateral, TermBand } from '../models/types.ts'
import * as cells from './words/cells.ts'
import * as charts from './words/charts.ts'
import * as comparison from './words/comparison.ts'
import * as convergence from './words/convergence.ts'
import * as costs from './words/costs.ts'
import * as demand from './words/demand.ts'
import * as files from './words/files.ts'
import * as formulas from './words/formulas.ts'
import * as law from './words/law.ts'
import * as method from './words/method.ts'
import * as model from './words/model.ts'
import * as pages from './words/pages.ts'
import * as pricing from './words/pricing.ts'
import * as profile from './words/profile.ts'
import * as risk from './words/risk.ts'
import * as scenario from './words/scenario.ts'
import * as selection from './words/selection.ts'
import * as stress from './words/stress.ts'
import * as verdict from './words/verdict.ts'

export const LANGS = ['en', 'zh'] as const
export type Lang = (typeof LANGS)[number]

/** Tag of a language in HTML. */
export const LANG_TAGS: Readonly<Record<Lang, string>> = { en: 'en', zh: 'zh-CN' }

/** A text of a file in a language; English where there is no other. */
export const inLang = (text: Text, lang: Lang): string => text[lang] ?? text.en

/** The report's own words in a language. */
export const words = (lang: Lang): Words => (lang === 'zh' ? zh : en)

const en = {
  termBands: { '<=6m': '≤ 6 months', '6-12m': '6–12 months', '1-3y': '1–3 years', '>3y': '> 3 years' } satisfies Record<
    TermBand,
    string
  >,
  collaterals: {
    residential: 'home',
    commercial: 'commercial',
    movable: 'movable',
    guarantee: 'guarantee',
    unsecured: 'unsecured',
  } satisfies Record<Collateral, string>,
  grade: 'Grade',
  gradeOf: (grade: number) => `Grade ${grade}`,
  scenario: 'Scenario',
  caseName: 'Case',
  axes: { book: 'Book', strategy: 'Strategy', schedule: 'Schedule' },
  list: (items: readonly string[]) => items.join(', '),
  clauses: (items: readonly string[]) => items.join(', '),
  parts: (items: readonly string[]) => items.join('; '),
  colon: ': ',
  stop: '.',
  withNote: (text: string, note: string) => `${text} (${note})`,
  loans: 'Loans',

  runs: 'Finished runs',
  noRuns: 'There are no finished runs in this folder yet.',
  unreadable: 'cannot be shown: it is incomplete or was written by another version',
  notFound: 'Page not found',
  cannotShow: 'This run cannot be shown',
  backToRuns: 'All runs',

  ...cells.en,
  ...charts.en,
  ...method.en,
  ...risk.en,
  ...scenario.en,
  ...verdict.en,
  comparison: comparison.en,
  convergence: convergence.en,
  costs: costs.en,
  demand: demand.en,
  files: files.en,
  formulas: formulas.en,
  law: law.en,
  model: model.en,
  pages: pages.en,
  pricing: pricing.en,
  profile: profile.en,
  selection: selection.en,
  stress: stress.en,
}

export type Words = typeof en

const zh: Words = {
  termBands: { '<=6m': '6个月以内', '6-12m': '6–12个月', '1-3y': '1–3年', '>3y': '3年以上' },
  collaterals: { residential: '住宅', commercial: '商用房产', movable: '动产', guarantee: '保证', unsecured: '信用' },
  grade: '等级',
  gradeOf: (grade) => `${grade}级`,
  scenario: '情景',
  caseName: '情形',
  axes: { book: '客群', strategy: '信贷策略', schedule: '利率表' },
  list: (items) => items.join('、'),
  clauses: (items) => items.join('，'),
  parts: (items) => items.join('；'),
  colon: '：',
  stop: '。',
  withNote: (text, note) => `${text}（${note}）`,
  loans: '笔数',

  runs: '已完成的运行',
  noRuns: '此文件夹中还没有已完成的运行。',
  unreadable: '无法显示：文件不完整或由其他版本写出',
  notFound: '页面不存在',
  cannotShow: '无法显示此次运行',
  backToRuns: '全部运行',

  ...cells.zh,
  ...charts.zh,
  ...method.zh,
  ...risk.zh,
  ...scenario.zh,
  ...verdict.zh,
  comparison: comparison.zh,
  convergence: convergence.zh,
  costs: costs.zh,
  demand: demand.zh,
  files: files.zh,
  formulas: formulas.zh,
  law: law.zh,
  model: model.zh,
  pages: pages.zh,
  pricing: pricing.zh,
  profile: profile.zh,
  selection: selection.zh,
  stress: stress.zh,
}
