import { PROFILE_GROUPS, type ProfileGroup, type ProfileRow } from '../bookProfile.ts'
import { checkName } from '../checkWords.ts'
import { capitalised, percent, share, whole } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { textWidth } from './textWidth.ts'
import { INK, SCHEMA, THEME } from './theme.ts'

/** Balance by sector, size, grade, collateral and term, with the PD of each. */
export function bookProfile({ profile, entries }: ReportData, lang: Lang): ChartSpec {
  const text = words(lang).profile
  const unit = inLang(entries[0]!.unit, lang)
  const named = (group: ProfileGroup, { key }: ProfileRow): string => nameOf(group, key, lang)
  const largest = profile.groups.sector.toSorted((a, b) => b.share - a.share)[0]!
  const all = PROFILE_GROUPS.flatMap((group) => profile.groups[group].map((row) => ({ group, row })))
  const minExtent = Math.max(...all.map(({ group, row }) => textWidth(named(group, row), 12))) + 8
  const mostShare = Math.max(...all.map(({ row }) => row.share))
  const mostPd = Math.max(...all.map(({ row }) => Math.max(row.truePd, row.assignedPd)))
  const plots = PROFILE_GROUPS.map((group, i) => {
    const values = profile.groups[group].map((row) => ({
      name: named(group, row),
      share: row.share,
      truePd: row.truePd,
      assignedPd: row.assignedPd,
      label: share(row.share),
      tip: text.tip(
        named(group, row),
        share(row.share),
        whole(row.loans),
        percent(row.truePd),
        percent(row.assignedPd),
      ),
    }))
    const isLast = i === PROFILE_GROUPS.length - 1
    const y = { field: 'name', type: 'nominal', sort: null, title: null, axis: { minExtent, labelLimit: 260 } } as const
    const height = { step: 20 }
    return {
      title: { text: group === 'size' ? text.sizeIn(unit) : text.groups[group], fontSize: 13 },
      spacing: 24,
      hconcat: [
        {
          width: 330,
          height,
          data: { values },
          encoding: {
            y,
            x: {
              field: 'share',
              type: 'quantitative' as const,
              title: isLast ? text.x : null,
              scale: { domain: [0, mostShare * 1.15], nice: false },
              axis: { format: '.0%', tickCount: 5 },
            },
          },
          layer: [
            {
              mark: { type: 'bar' as const, color: '#8a929b' },
              encoding: { tooltip: { field: 'tip' }, description: { field: 'tip' } },
            },
            {
              mark: { type: 'text' as const, align: 'left' as const, dx: 4, aria: false },
              encoding: { text: { field: 'label' } },
            },
          ],
        },
        {
          width: 250,
          height,
          data: { values },
          encoding: {
            y: { ...y, axis: { labels: false, ticks: false } },
            x: {
              type: 'quantitative' as const,
              title: isLast ? text.pd : null,
              scale: { domain: [0, mostPd * 1.1], nice: false },
              axis: { format: '.0%', tickCount: 5 },
            },
          },
          layer: [
            {
              mark: { type: 'point' as const, filled: true, color: INK, size: 50, opacity: 1 },
              encoding: { x: { field: 'truePd' }, tooltip: { field: 'tip' }, description: { field: 'tip' } },
            },
            {
              mark: { type: 'point' as const, filled: false, color: INK, size: 60, aria: false },
              encoding: { x: { field: 'assignedPd' } },
            },
          ],
        },
      ],
    }
  })
  return {
    $schema: SCHEMA,
    title: text.title(capitalised(named('sector', largest)), share(largest.share), percent(largest.truePd)),
    spacing: 14,
    vconcat: plots,
    config: THEME,
  }
}

function nameOf(group: ProfileGroup, key: string, lang: Lang): string {
  const text = words(lang)
  if (group === 'grade') return text.gradeOf(Number(key))
  if (group === 'collateral') return text.collaterals[key as keyof typeof text.collaterals]
  if (group === 'term') return text.termBands[key as keyof typeof text.termBands]
  return group === 'sector' ? checkName(key, lang) : key
}
