// House rules every source file keeps: it opens with its purpose, stays small, is finished, and its types say what they know.
// Lists of exceptions may only get shorter; an entry that is no longer needed fails the test as well.
import { describe, expect, it } from 'vitest'
import { difference, lineOf, listCode, listFiles, none, sourceFolders, textOf, treeOf, visit } from './sources.ts'

const written = listFiles(/\.(tsx?|css|sql|mjs)$/)

/** The comment a file opens with, without its marks. */
const openingOf = (path: string): string => {
  const lines = textOf(path).replace(/^#!.*\n/, '').split('\n')
  const end = lines.findIndex((line) => !/^(\/\/|--|\/\*|\s\*)/.test(line))
  return lines.slice(0, end < 0 ? undefined : end).join(' ').replaceAll(/\/\/|--|\/\*|\*\//g, '').trim()
}

describe('a source file', () => {
  it('opens with a comment on its purpose', () => {
    expect(written.filter((path) => openingOf(path).length < 24)).toEqual([])
  })

  it('has at most 500 lines, nine in ten at most 250, half of them at most 100', async ({ annotate }) => {
    const lengths = listFiles(/\.(tsx?|mjs)$/).map((path) => ({ path, lines: textOf(path).split('\n').length - 1 })).sort((a, b) => a.lines - b.lines)
    const at = (share: number) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))]?.lines ?? 0
    await annotate(`${lengths.length} files: median ${at(0.5)}, 90th percentile ${at(0.9)}, longest ${at(1)} lines`)
    expect(lengths.filter(({ lines }) => lines > 500)).toEqual([])
    expect(at(0.9)).toBeLessThanOrEqual(250)
    expect(at(0.5)).toBeLessThanOrEqual(100)
  })

  it('is finished: no notes to do something later', () => {
    const unfinished = /\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K|W[I]P)\b|\bfor no[w]\b(?! on)|\bnot implemente[d]\b|\bplaceholde[r] (text|until)|\bstu[b](bed)?\b/
    const noted = [...written, ...listFiles(/\.(ya?ml|md)$/, [...sourceFolders, 'docs'])].filter((path) => !path.startsWith('web/shared/i18n/'))
    const found = noted.filter((path) => unfinished.test(textOf(path)))
    // The message of another library, compared with.
    expect(difference(found, ['server/kernel/feel/feelin.test.ts'])).toEqual(none)
  })

  it('leaves no test out', () => {
    const found = listCode().filter((path) => /\b(describe|it|test|suite)(\.\w+)*\.(skip|only|todo|fails)\b/.test(textOf(path)))
    // Says why when the conformance kit is not on the machine.
    expect(difference(found, ['server/kernel/feel/tck.test.ts'])).toEqual(none)
  })
})

describe('a type', () => {
  it('is never any, and nothing is forced through unknown into another type', () => {
    const found: string[] = []
    for (const path of listCode()) {
      visit(treeOf(path), {
        TSAnyKeyword: ({ start }) => found.push(`${path}:${lineOf(path, start)} any`),
        TSNonNullExpression: ({ start }) => found.push(`${path}:${lineOf(path, start)} !`),
        TSAsExpression: ({ expression }) => {
          if (expression.type === 'TSAsExpression' && expression.typeAnnotation.type === 'TSUnknownKeyword') found.push(`${path} as unknown as`)
        },
      })
    }
    const known = [
      'server/api-page.ts as unknown as', // the OpenAPI document as the page reads it
      'server/kernel/db.ts as unknown as', // hands out the brands Read and Tx
      'server/kernel/http.ts as unknown as', // the schemas validation runs are the handler's types
      'web/ui/gallery/check.ts as unknown as', // axe puts itself on the window
    ]
    expect(difference(found, known)).toEqual(none)
  })

  it('is called by what it is: no I…, …Impl, …Manager, …Helper, utils', () => {
    const bad = /^I[A-Z][a-z]|(Impl|Manager|Helpers?|Utils?)$/
    const found = listCode().filter((path) => /(^|[-/])(utils?|helpers?|managers?|impl|misc)\.tsx?$/i.test(path))
    const note = (path: string) => ({ id }: { id: { name: string } | null }) => void (id && bad.test(id.name) && found.push(`${path} ${id.name}`))
    for (const path of listCode()) visit(treeOf(path), { TSTypeAliasDeclaration: note(path), TSInterfaceDeclaration: note(path), ClassDeclaration: note(path) })
    expect(found).toEqual([])
  })
})
