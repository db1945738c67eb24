// Contrast of every pair of colours that is used as text on a surface, computed from tokens.css in all modes.
// Also keeps colours and sizes out of every other stylesheet and component.
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, readTokens, type Scheme } from './contrast.ts'

const web = new URL('../', import.meta.url)
const tokens = readFileSync(new URL('ui/tokens.css', web), 'utf8')

const surfaces = ['paper', 'ground', 'sunken']
const text: [string, string][] = [
  ...['ink', 'ink-2', 'ink-3', 'azure', 'azure-hover', 'danger'].flatMap((ink) => surfaces.map((surface): [string, string] => [ink, surface])),
  ...['success', 'warning', 'vermilion'].flatMap((ink) => ['paper', 'ground'].map((surface): [string, string] => [ink, surface])),
  ...['azure', 'vermilion', 'success', 'warning', 'danger'].flatMap((hue): [string, string][] => [['ink', `${hue}-tint`], ['ink-2', `${hue}-tint`], ['ink-3', `${hue}-tint`], [hue, `${hue}-tint`]]),
  ['azure-hover', 'azure-tint'],
  ['on-azure', 'azure'],
  ['on-azure', 'azure-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['on-mark', 'mark'],
]
const shapes: [string, string][] = [
  ...['edge', 'azure', 'danger', 'success', 'warning', 'vermilion'].flatMap((shape) => surfaces.map((surface): [string, string] => [shape, surface])),
  ['azure', 'azure-tint'],
]

describe.each([
  ['portal', ':root'],
  ['elder mode', ':root[data-mode="elder"]'],
  ['workbench', ':root[data-app="workbench"]'],
])('the colours of %s', (_, selector) => {
  it.each<Scheme>(['light', 'dark'])('can be read and seen in the %s theme', (scheme) => {
    const colours = readTokens(tokens, [':root', selector], scheme)
    const tooFaint = (pairs: [string, string][], least: number) =>
      pairs.map(([front, back]) => [front, back, contrast(colours.get(front), colours.get(back))] as const).filter(([, , ratio]) => ratio < least)
    expect(tooFaint(text, 4.5)).toEqual([])
    expect(tooFaint(shapes, 3)).toEqual([])
  })
})

describe('sizes', () => {
  const rem = (selector: string, name: string) => Number.parseFloat(readTokens(tokens, [':root', selector], 'light').get(name) ?? '') * 16

  it('of main text are 16 px in the portal, 14 px in the workbench and at least 22 px everywhere in elder mode', () => {
    expect(rem(':root', 'text-m')).toBe(16)
    expect(rem(':root[data-app="workbench"]', 'text-m')).toBe(14)
    expect(['s', 'm', 'l', 'xl'].map((step) => rem(':root[data-mode="elder"]', `text-${step}`)).every((size) => size >= 22)).toBe(true)
  })

  it('of the largest elder text reach 30 pt', () => {
    expect(rem(':root[data-mode="elder"][data-text="largest"]', 'text-m') * 0.75).toBeGreaterThanOrEqual(30)
  })

  it('of targets are at least 44 px, 60 px in elder mode, and 44 px on a touch screen in the workbench', () => {
    expect(rem(':root', 'target')).toBeGreaterThanOrEqual(44)
    expect(rem(':root[data-mode="elder"]', 'target')).toBeGreaterThanOrEqual(60)
    expect(tokens).toMatch(/pointer: coarse\) \{\s*:root\[data-app="workbench"\]:not\(\[data-mode="elder"\]\) \{ --target: 2\.75rem/)
  })

  it('of lines are at least 1.6 for Chinese', () => {
    expect(Number(readTokens(tokens, [':root'], 'light').get('leading'))).toBeGreaterThanOrEqual(1.6)
  })
})

describe('stylesheets', () => {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) => !/^(dist|node_modules)/.test(name))
  const sheets = files.filter((name) => name.endsWith('.css') && name !== 'ui/tokens.css')
  const code = files.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
  const read = (name: string) => readFileSync(new URL(name, web), 'utf8')

  it('take their colours and sizes from the tokens', () => {
    const literal = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab)a?\(|(?<![\w.-])\d*\.?\d+(?:px|r?em|pt|ch|m?s)\b|:\s*(?:white|black|red|green|blue|gr[ae]y)\b/gi
    const literals = sheets.flatMap((name) => {
      const rules = read(name).replace(/\/\*[^]*?\*\//g, '').replaceAll(/@media \((?:max|min)-width: (?:720px|1100px|1280px)\)/g, '')
      return (rules.match(literal) ?? []).map((found) => `${name}: ${found}`)
    })
    expect(literals).toEqual([])
  })

  it('are the only place for colours', () => {
    expect(code.filter((name) => /['"`]#[0-9a-f]{3,8}['"`]/i.test(read(name)))).toEqual([])
  })

  it('use only tokens that exist', () => {
    const defined = new Set([...tokens.matchAll(/(--[\w-]+):/g)].map(([, name]) => name))
    const unknown = sheets.flatMap((name) => {
      const own = new Set([...read(name).matchAll(/[{;\s](--[\w-]+):/g)].map(([, property]) => property))
      return [...read(name).matchAll(/var\((--[\w-]+)/g)].filter(([, property]) => !defined.has(property) && !own.has(property)).map(([, property]) => `${name}: ${property}`)
    })
    expect(unknown).toEqual([])
  })
})
