import { describe, expect, test } from 'vitest'
import type { ChartSpec } from '../../report/charts/chartSpec.ts'
import { renderSvg } from '../../report/renderSvg.ts'

const chart = (type: 'bar' | 'rule', tip: string): ChartSpec => ({
  title: 'a',
  data: { values: [{ a: 1, tip }] },
  mark: type,
  encoding: { x: { field: 'a', type: 'quantitative' }, description: { field: 'tip' } },
})

describe('renderSvg', () => {
  test.each(['bar', 'rule'] as const)('a %s is named by its description, as text', async (type) => {
    const svg = await renderSvg(chart(type, 'A & <b>'), 'x')
    expect(svg).toContain('<title>A &amp; &lt;b&gt;</title>')
    expect(svg).toMatch(/<(path|line) [^>]*><title>[^<]*<\/title><\/\1>/)
  })

  test('escapes the name of the picture', async () => {
    const svg = await renderSvg(chart('bar', ''), '"><script>')
    expect(svg.slice(0, 60)).toContain('aria-label="&quot;>&lt;script>"')
  })

  test('a line of text has its place in two attributes, lines below each other keep a place in common', async () => {
    const svg = await renderSvg(
      {
        title: 'a',
        layer: [
          { mark: { type: 'text', text: 'one' }, encoding: { x: { value: 10 }, y: { value: 20 } } },
          { mark: { type: 'text', text: ['two', 'lines'] }, encoding: { x: { value: 30 }, y: { value: 40 } } },
        ],
        data: { values: [{}] },
      },
      'x',
    )
    expect(svg).toMatch(/<text [^>]*x="10" y="2[\d.]+"[^>]*>one</)
    expect(svg).toMatch(/<text [^>]*transform="translate\(30,4[\d.]+\)"[^>]*><tspan/)
  })

  test('a text has the room that its characters take, Chinese twice that of English', async () => {
    const widthOf = async (text: string): Promise<number> => {
      const svg = await renderSvg(
        { title: 'a', data: { values: [{}] }, mark: { type: 'text', text, align: 'left' } },
        'x',
      )
      return Number(/ width="([\d.]+)"/.exec(svg)![1])
    }
    const letter = (await widthOf('a'.repeat(100))) - (await widthOf('a'.repeat(50)))
    const character = (await widthOf('贷'.repeat(100))) - (await widthOf('贷'.repeat(50)))
    expect(character / letter).toBeCloseTo(1 / 0.56, 1)
  })

  test('every tag that is opened is closed', async () => {
    const svg = await renderSvg(chart('rule', 'tip'), 'x')
    const open: string[] = []
    for (const [, slash, name, empty] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/gi)) {
      if (slash) expect(open.pop()).toBe(name)
      else if (!empty) open.push(name!)
    }
    expect(open).toEqual([])
  })
})
