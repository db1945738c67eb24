// Reads the tokens out of a stylesheet and computes the contrast of two colours (WCAG 2.2, 1.4.3).
// Used by tests only; understands exactly what tokens.css uses: plain rules, light-dark(), var(), #rrggbb.

export type Scheme = 'light' | 'dark'

/** Values of custom properties by name without dashes, from the rules with these selectors, later ones winning. */
export function readTokens(css: string, selectors: readonly string[], scheme: Scheme): Map<string, string> {
  const values = new Map<string, string>()
  // Rules inside media queries are left out: they stand behind a brace of their own with deeper indentation.
  const plain = css.replace(/\/\*[^]*?\*\//g, '').replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  for (const selector of selectors) {
    for (const [, name = '', body = ''] of plain.matchAll(/(:root[^{]*?)\s*\{([^{}]*)\}/g)) {
      if (name.trim() !== selector) continue
      for (const [, property = '', value = ''] of body.matchAll(/--([\w-]+):\s*([^;]+);/g)) values.set(property, value.trim())
    }
  }
  return new Map([...values].map(([name, value]) => [name, resolve(value, values, scheme)]))
}

function resolve(value: string, values: ReadonlyMap<string, string>, scheme: Scheme): string {
  const pair = /^light-dark\((#\w+), (#\w+)\)$/.exec(value)
  if (pair) return (scheme === 'light' ? pair[1] : pair[2]) ?? value
  const reference = /^var\(--([\w-]+)\)$/.exec(value)?.[1]
  const target = reference && values.get(reference)
  return target ? resolve(target, values, scheme) : value
}

/** Contrast ratio of two #rrggbb colours, 1 to 21. */
export function contrast(one: string | undefined, other: string | undefined): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string | undefined): number {
  const hex = /^#([0-9a-f]{6})$/i.exec(colour ?? '')?.[1]
  if (!hex) throw new Error(`Not a colour: ${colour}`)
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
