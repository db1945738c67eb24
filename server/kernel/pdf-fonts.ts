// The platform's font for documents: Noto Sans SC (SIL Open Font License), which lies on the disk in a hundred slices of the characters
// it has. Of each slice a document needs, only its own letters are taken, in one weight, so that a page is a few dozen kilobytes.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

export type Weight = 400 | 700

/** A piece of text that one slice can write; `font` is a name the document knows, undefined where no slice has the letter. */
export type FontRun = { text: string; slice: string }

const folder = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'))

/** `U+4e00-4e05` and `U+4e00` as the style sheet of the font lists them. */
const rangesOf = (list: string): [number, number][] =>
  list.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  })

type Slices = { sliceOf: (letter: string) => string | undefined }

const readSlices = async (): Promise<Slices> => {
  const css = await readFile(join(folder, 'index.css'), 'utf8')
  const slices = [...css.matchAll(/url\(\.\/files\/([\w-]+\.woff2)\)[^}]*unicode-range:\s*([^;]+);/g)].map(([, file = '', list = '']) => ({ file, ranges: rangesOf(list) }))
  const known = new Map<string, string | undefined>()
  return {
    sliceOf: (letter) => {
      if (known.has(letter)) return known.get(letter)
      const code = letter.codePointAt(0) ?? 0
      // Where several have a letter, the style sheet's later rule wins, as in a browser.
      const found = slices.findLast(({ ranges }) => ranges.some(([first, last]) => code >= first && code <= last))?.file
      known.set(letter, found)
      return found
    },
  }
}

let slices: Promise<Slices> | undefined

/** What the documents write instead of a letter the font does not have (an emoji, a rare script). */
const missing = '□'

/** The text cut into pieces of one slice each; one slice after another as rarely as possible. */
const cut = (text: string, { sliceOf }: Slices): FontRun[] => {
  const runs: FontRun[] = []
  for (const typed of text) {
    const letter = sliceOf(typed) === undefined ? missing : typed
    const slice = sliceOf(letter) ?? ''
    const last = runs.at(-1)
    if (last?.slice === slice) last.text += letter
    else runs.push({ text: letter, slice })
  }
  return runs
}

/** The letters of every slice that `texts` use in one weight, as fonts that hold just those; and how to cut a text into their runs. */
export const fontsFor = async (texts: readonly string[], weight: Weight): Promise<{ fonts: Map<string, Buffer>; runsOf: (text: string) => FontRun[] }> => {
  const all = await (slices ??= readSlices())
  const letters = new Map<string, Set<string>>()
  for (const { text, slice } of texts.flatMap((each) => cut(each, all))) {
    const known = letters.get(slice) ?? new Set()
    for (const letter of text) known.add(letter)
    letters.set(slice, known)
  }
  const fonts = new Map<string, Buffer>()
  for (const [slice, set] of letters) {
    const file = await readFile(join(folder, 'files', slice))
    fonts.set(slice, await subsetFont(file, [...set].toSorted().join(''), { targetFormat: 'sfnt', variationAxes: { wght: weight }, noHinting: true }))
  }
  return { fonts, runsOf: (text) => cut(text, all) }
}
