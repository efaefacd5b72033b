import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { GLOSSARY } from '../../report/glossary.ts'
import { renderReport } from '../../report/html.ts'
import { type ReportData, toReportData } from '../../report/reportData.ts'
import { fixtureRun } from './fixture.ts'

/** The fixture with its first scenarios only, where more would add nothing but time. */
const short = (data: ReportData): ReportData => ({ ...data, entries: data.entries.slice(0, 1) })

const HOSTILE = '</title><script>alert("1")</script> & \'x\''

let page = ''
beforeAll(async () => {
  page = await renderReport(toReportData(fixtureRun()), { lang: 'en' })
})

describe('renderReport', () => {
  test('opens with the answer in both languages', () => {
    expect(page).toContain(
      'Income covers risk in 6 of 10 scenarios (1 of them simulated in part); Severe downturn is short by 84 bp a year.',
    )
    expect(page).toContain('10个情景中有6个收益覆盖风险（其中1个为部分模拟）；“重度下行”每年缺口84 bp。')
  })

  test('loads nothing: no address but the SVG name space, no script, no style attribute', () => {
    const addresses = new Set(page.match(/(?:https?:)?\/\/[\w.-]+\.\w+[^\s"'<]*/g))
    expect([...addresses]).toEqual(['http://www.w3.org/2000/svg'])
    expect(page.match(/<script|<link|<img|<iframe|<[^>]*\s(?:style|on\w+)=|url\(|@import/gi)).toBeNull()
  })

  test('allows itself its own style sheet and nothing else', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page).toContain('http-equiv="Content-Security-Policy"')
    expect(page).toContain(`style-src &#39;sha256-${hash}&#39;`)
    expect(page).toContain('default-src &#39;none&#39;')
  })

  test('marks scenarios that are simulated in part, and says what they leave out', () => {
    expect(page).toContain('<abbr class="in-part" title="the deferral is not simulated yet">in part</abbr>')
    expect(page).toContain('<abbr class="in-part" title="延期尚未模拟">部分模拟</abbr>')
    expect(page.match(/class="in-part"/g)).toHaveLength(2)
    expect(page).toContain('Shutdown and deferral: the deferral is not simulated yet.')
  })

  test('says what decides the verdict, and what the other marks are held against', () => {
    expect(page).toContain(
      'Verdict: expected coverage ratio ≥ 1; the other marks are for information: coverage probability ≥ 95%, NPL peak ≤ 4.51%, largest cluster ≤ 10%.',
    )
    expect(page).toContain('判定依据：期望覆盖（覆盖倍数≥1）；其余标记仅供参考：覆盖概率≥95%、')
  })

  test('says at the top how defaults were simulated, and marks what is an approximation', async () => {
    expect(page).toMatch(/2,000 paths · every default drawn/)
    expect(page).not.toContain('class="approximation"')
    const data = short(toReportData(fixtureRun()))
    const shownAs = (change: Partial<ReportData['study']['simulation']>): Promise<string> => {
      const simulation = { ...data.study.simulation, ...change }
      return renderReport({ ...data, study: { ...data.study, simulation } }, { lang: 'en' })
    }
    const lln = await shownAs({ fidelity: 'lln' })
    expect(lln).toContain('<p class="approximation">law of large numbers (approximation): defaults are not drawn;')
    expect(lln).toContain('<p class="approximation">大数法则（近似）：未逐笔抽取违约；')
    expect(lln.indexOf('class="approximation"')).toBeLessThan(lln.indexOf('class="wide"'))
    expect(await shownAs({ fidelity: 'clt' })).toContain('conditional normal (approximation): ')
    expect(await shownAs({ correlation: 'none' })).toContain(
      '<p class="approximation">Defaults are taken as independent',
    )
  })

  test('says how much guarantee calls add, where there are any', () => {
    expect(page).toContain('Guarantee calls multiply the number of firms in default by 1.62 ± 0.01.')
    expect(page).toContain('担保代偿使违约企业数增至1.62 ± 0.01倍。')
    expect(page.match(/class="name"><a href="#en-contagionMultiplier"/g)).toHaveLength(1)
  })

  test('studies the law of large numbers once, in charts and in figures', () => {
    expect(page.match(/<h1>How far the law of large numbers carries<\/h1>/g)).toHaveLength(1)
    expect(page).toContain('small books with long chains lie off the line.</p>')
    expect(page).toContain('<figcaption>Beyond 1,978 loans more loans stop helping')
    const row = /<td class="name">common factors<\/td>\s*<td>1,000<\/td>[^]*?<\/tr>/.exec(page)![0]
    expect(
      row
        .replace(/<[^>]*>|\s+/g, ' ')
        .replace(/ +/g, ' ')
        .trim(),
    ).toBe('common factors 1,000 1.32% 1.36% ± 0.04% 92.9% 92.7% ± 0.6%')
  })

  test('leaves the law of large numbers out where no scenario studied it', async () => {
    const data = toReportData(fixtureRun())
    const shown = await renderReport({ ...data, entries: data.entries.slice(1, 2) }, { lang: 'en' })
    expect(shown).not.toContain('How far the law of large numbers carries')
  })

  test('lists the heaviest parts of the risk, and the rest together, so that each column adds up', () => {
    const table = /<th class="name">Cell<\/th>[^]*?<\/table>/.exec(page)![0]
    const rows = [...table.matchAll(/<tr>\s*(<td[^]*?)<\/tr>/g)].map(([, row]) =>
      [...row!.matchAll(/<td[^>]*>([^<]*)/g)].map(([, text]) => text!),
    )
    expect(rows).toHaveLength(11)
    expect(rows.at(-1)![0]).toBe('110 others')
    for (const column of [2, 4])
      expect(rows.reduce((sum, row) => sum + parseFloat(row[column]!), 0)).toBeCloseTo(100, 0)
  })

  test('shows the figures of the tail sample where there is one', async () => {
    const data = short(toReportData(fixtureRun()))
    const entry = data.entries[0]!
    const parts = entry.result.contributions.map(({ by, key, expectedShortfall99 }) => ({
      by,
      key,
      expectedShortfall999: expectedShortfall99! * 1.4,
    }))
    const tail = { valueAtRisk999: 0.0777, expectedShortfall999: 0.0888, contributions: parts }
    const shown = await renderReport(
      { ...data, entries: [{ ...entry, result: { ...entry.result, tail } }] },
      { lang: 'en' },
    )
    expect(shown).toMatch(/Value at risk 99\.9%, tail sample<\/a><\/td>\s*<td>7\.77%/)
    expect(shown.split('>Part in expected shortfall 99.9%</a>')).toHaveLength(1 + 2)
    expect(page).not.toContain('>Part in expected shortfall 99.9%</a>')
  })

  test('says how concentrated the book is, and why a dimension is missing', async () => {
    expect(page).toMatch(/<td class="name">sector<\/td>\s*<td>0\.2466<\/td>\s*<td>4\.1<\/td>/)
    const data = short(toReportData(fixtureRun()))
    const entry = data.entries[0]!
    const concentration = { ...entry.result.concentration, cluster: null }
    const reasons = { 'concentration.cluster': 'the book has no clusters' }
    const shown = await renderReport(
      { ...data, entries: [{ ...entry, result: { ...entry.result, concentration, reasons } }] },
      { lang: 'en' },
    )
    expect(shown).toContain('<abbr title="the book has no clusters">–</abbr>')
  })

  test('says in the method what the books and strategies assume', () => {
    expect(page).toContain(
      'mean default probability 2.75% a year; loadings on common factors: economy 0.173, sector 0.141; the economy is Student&#39;s t with 6 degrees of freedom; a year carries over 0.3 of the last (AR(1)); loss given default rises in bad years (λ = 0.3), its mean kept; 15% of firms guarantee each other in groups of 3 (60%), 5 (40%); a called guarantor defaults with probability 10%, up to 5 rounds; a survivor pays 10% of the loss, all together at most 30%; bad loans are reported after 3 months and leave after 12; opening NPL ratio 0.00%',
    )
    expect(page).toContain(
      '担保基金（保证）：银行承担损失的20%；当年违约本金超过担保余额的5%后，超出部分全部由银行承担',
    )
  })

  test('an exact figure has no standard error but the word', async () => {
    const data = short(toReportData(fixtureRun()))
    const entry = data.entries[0]!
    const standardErrors = { ...entry.result.standardErrors, pdMultipleToBreakEven: 0 }
    const exact = { ...entry, result: { ...entry.result, standardErrors } }
    const shown = await renderReport({ ...data, entries: [exact] }, { lang: 'en' })
    expect(shown).not.toContain('± 0<')
    expect(shown).toMatch(/<td class="note">\s*exact\s*<\/td>/)
  })

  test('says above the verdicts how many rows of a tape were left out, and why', async () => {
    const rowsLeftOut = [{ book: { en: 'Tape' }, skipped: 1353, read: 1501, problems: ['loans.csv:2 amount <0'] }]
    const shown = await renderReport({ ...short(toReportData(fixtureRun())), rowsLeftOut }, { lang: 'en' })
    expect(shown).toContain('Tape: 1,353 of 1,501 rows left out.')
    expect(shown).toContain('Tape：共1,501行，剔除1,353行。')
    expect(shown).toContain('<code>loans.csv:2 amount &lt;0</code>')
    expect(shown.indexOf('rows left out')).toBeLessThan(shown.indexOf('class="wide"'))
  })

  test('greys cells of few loans', async () => {
    const data = short(toReportData(fixtureRun()))
    const entry = data.entries[0]!
    const cells = entry.result.cells.map((cell, i) => (i === 0 ? { ...cell, loans: 24 } : cell))
    const shown = await renderReport(
      { ...data, entries: [{ ...entry, result: { ...entry.result, cells } }] },
      { lang: 'en' },
    )
    expect(shown.match(/<tr class="(?:short )?thin">/g)).toHaveLength(1)
    expect(shown).toContain('Cells in grey have fewer than 25 loans')
    expect(page).not.toContain('Cells in grey')
  })

  test('is smaller than 3 MB for ten scenarios', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(3_000_000)
  })

  test('every link leads to an id, every label to an input, and no id stands twice', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target)
    for (const [, target] of page.matchAll(/\sfor="([^"]*)"/g)) expect(ids).toContain(target)
  })

  test('defines every figure in both languages', () => {
    for (const [id, { en, zh }] of Object.entries(GLOSSARY)) {
      expect(page).toContain(`id="en-${id}"`)
      expect(page).toContain(zh.definition.slice(0, 8))
      expect(en.definition.length).toBeGreaterThan(20)
    }
  })

  test('says why a figure is missing, what was not simulated, and how to repeat the run', () => {
    expect(page).toContain('fewer than 10 paths beyond the quantile')
    expect(page).toContain(
      'wenzhou_guarantee_chain.yaml:20:3 <code>gdpGrowth</code> <code>jointGuarantees</code> <code>limitsWithdrawn</code>',
    )
    expect(page).toContain('yieldcover run manifest.json</code> in the folder of the run')
  })

  test('tells shocks without effect from levers that are not simulated', async () => {
    const data = short(toReportData(fixtureRun()))
    const notices = [
      ...data.study.notices,
      'scenarios/w.yaml:5:9 shocks.fraudShare has no effect on book tape: a tape has no applicants',
      'scenarios/s.yaml:23:21 shocks.guaranteeFundCap has no effect: no strategy of the study has a guarantee fund',
    ]
    const shown = await renderReport({ ...data, study: { ...data.study, notices } }, { lang: 'en' })
    const plain = shown.replace(/<[^>]*>|\s+/g, ' ').replace(/ +/g, ' ')
    expect(plain).toContain(
      'These shocks have no effect in this study: scenarios/w.yaml:5:9 shocks.fraudShare on book tape (a tape has no applicants) scenarios/s.yaml:23:21 shocks.guaranteeFundCap (no strategy of the study has a guarantee fund)',
    )
    expect(plain).toContain('以下冲击在本研究中不起作用： scenarios/w.yaml:5:9 shocks.fraudShare 对客群tape')
    expect(page).not.toContain('have no effect in this study')
  })

  test('says which rates are below a better grade’s, in the reader’s language', async () => {
    const data = short(toReportData(fixtureRun()))
    const notices = [
      'scenarios/r.yaml:3:77 rates[1].rates[4] is below a better grade: 0.039 for 5|*|residential, 5|*|commercial, 0.042 for 4|*|residential, 4|*|commercial',
      'scenarios/b.yaml:2:3 guarantees.linkProbability is supercritical',
    ]
    const shown = await renderReport({ ...data, study: { ...data.study, notices } }, { lang: 'en' })
    const plain = shown.replace(/<[^>]*>|\s+/g, ' ').replace(/ +/g, ' ')
    expect(plain).toContain(`Worth a look before the verdict is used: ${notices.join(' ')}`)
    expect(plain).toContain(
      'rates[1].rates[4]低于更优等级：5|*|residential, 5|*|commercial为0.039，4|*|residential, 4|*|commercial为0.042',
    )
    expect(plain).not.toContain('this version does not simulate them:')
  })

  test('says what it would take to cover in every scenario, and what each way to price asks', () => {
    const plain = page.replace(/<[^>]*>|\s+/g, ' ').replace(/ +/g, ' ')
    expect(plain).toMatch(/Baseline ✓ Covered −[\d.]+ bp ± [\d.]+ bp [+−][\d.]+ bp ± [\d.]+ bp CNY [\d.]+ m CNY/)
    expect(plain).toContain('Shift to a coverage probability of 95%')
    expect(page.match(/<h2>Ways to price<\/h2>/g)).toHaveLength(1)
    expect(page.match(/<h2>各种定价方法<\/h2>/g)).toHaveLength(1)
    expect(plain).toMatch(
      /2021 rate table · CITIC trade scorecard The same loans are asked from [\d.]+% \(Risk-neutral\)/,
    )
    expect(plain).toContain('CGAP the same costs ÷ (1 − PD·LGD)')
  })

  test('a year in which no balance is left has dashes that say so, in place of its lines', async () => {
    const data = short(toReportData(fixtureRun()))
    const entry = data.entries[0]!
    const [first, ...others] = entry.result.years
    const lines = Object.keys(first!).filter((name) => name !== 'year' && name !== 'balance')
    const empty = { ...first!, year: 4, balance: 0, ...Object.fromEntries(lines.map((line) => [line, null])) }
    const reason = 'no balance is left in this year'
    const reasons = Object.fromEntries(lines.map((line) => [`years.3.${line}`, reason]))
    const result = { ...entry.result, years: [first!, ...others, empty], reasons }
    const shown = await renderReport({ ...data, entries: [{ ...entry, result }] }, { lang: 'en' })
    const row = /<tr>\s*<td class="name">4<\/td>[^]*?<\/tr>/.exec(shown)![0]
    expect(row.split(`<abbr title="${reason}">–</abbr>`)).toHaveLength(1 + 8)
    expect(row).toContain('<td>0</td>')
  })

  test('says by what expected coverage is decided where too few paths lose anything', async () => {
    const data = short(toReportData(fixtureRun()))
    const entry = data.entries[0]!
    const sentence = 'expected coverage is decided by the closed form of the expected surplus'
    const reasons = { 'tests.expectedCoverage': 'too few paths lose anything' }
    const few = { ...data, entries: [{ ...entry, result: { ...entry.result, reasons } }] }
    expect(await renderReport(few, { lang: 'en' })).toContain(sentence)
    expect(await renderReport(data, { lang: 'en' })).not.toContain(sentence)
  })

  test('says why a test has no value', async () => {
    const data = short(toReportData(fixtureRun()))
    const entry = data.entries[0]!
    const unclustered = { value: null, interval: null, result: 'undecided' } as const
    const result = {
      ...entry.result,
      coverageRatio: null,
      tests: entry.result.tests.map((one) =>
        one.name === 'largestClusterShare' || one.name === 'expectedCoverage' ? { ...one, ...unclustered } : one,
      ),
      reasons: { coverageRatio: 'no path has a loss', 'tests.largestClusterShare': 'the book has no clusters' },
    }
    const shown = await renderReport({ ...data, entries: [{ ...entry, result }] }, { lang: 'en' })
    // in the verdict table and in the tests (for an interval too), in two languages; the ratio in the table of room as well
    expect(shown.split('<abbr title="the book has no clusters">–</abbr>')).toHaveLength(1 + 6)
    expect(shown.split('<abbr title="no path has a loss">–</abbr>')).toHaveLength(1 + 6)
    // a book without clusters is not undecided about them
    expect(shown).toMatch(/<td>\s*<abbr title="the book has no clusters">/)
    expect(shown).not.toContain('title="Largest cluster: ')
  })

  test('shows text from files as text', async () => {
    const run = fixtureRun({ en: HOSTILE, zh: HOSTILE })
    const study = {
      ...run.study,
      notices: [HOSTILE],
      inputs: { [HOSTILE]: 'f'.repeat(64) },
      scenarios: run.study.scenarios.map((scenario) => ({ ...scenario, title: { en: HOSTILE } })),
    }
    const books = run.books.map((book) => ({
      ...book,
      checks: book.checks.map((check) => ({ ...check, name: HOSTILE })),
    }))
    const hostile = await renderReport(short(toReportData({ ...run, study, books })), { lang: 'zh' })
    expect(hostile.match(/<script/gi)).toBeNull()
    expect(hostile.match(/<title>/g)!.length).toBe(hostile.match(/<\/title>/g)!.length)
    expect(hostile).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;')
  })

  test('shows first the language that was asked for', async () => {
    const zh = await renderReport(short(toReportData(fixtureRun())), { lang: 'zh' })
    expect(zh).toContain('<html lang="zh-CN">')
    expect(zh).toMatch(/id="lang-zh"[^>]*checked/)
    expect(zh).not.toMatch(/id="lang-en"[^>]*checked/)
  })

  test('charts of a very large study are left out aloud', async () => {
    const data = toReportData(fixtureRun())
    const slight = { cells: [], contributions: [], lawOfLargeNumbers: null }
    const entry = { ...data.entries[0]!, result: { ...data.entries[0]!.result, ...slight } }
    const entries = Array.from({ length: 26 }, () => entry)
    const large = await renderReport({ ...data, entries, axes: ['schedule'] }, { lang: 'en' })
    expect(large).toContain('Charts are drawn for the first 24 of 26 cases')
    expect(large.match(/name="entry"/g)).toHaveLength(24)
  })
})
