// House rules every source file keeps: it opens with its purpose, stays small, is finished, and its types say what they know.
// Lists of exceptions may only get shorter; an entry that is no longer needed fails the test as well.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { difference, listCode, listFiles, none, root, sourceFolders, textOf } from './sources.ts'

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
    // What a program writes grows with the API and is read by nobody.
    const lengths = listFiles(/\.(tsx?|mjs)$/).filter((path) => path !== 'web/api/operations.ts').map((path) => ({ path, lines: textOf(path).split('\n').length - 1 })).sort((a, b) => a.lines - b.lines)
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
    expect(difference(found, ['server/kernel/dmn/execution/tck.test.ts'])).toEqual(none)
  })
})

describe('a type', () => {
  it('is never any, and no lint rule or type error is silenced', () => {
    const { rules } = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as { rules: Record<string, unknown> }
    for (const rule of ['typescript/no-explicit-any', 'typescript/no-non-null-assertion', 'typescript/ban-ts-comment', 'import/no-cycle']) expect(rules[rule], rule).toBe('error')
    const silenced = listCode().filter((path) => /(?:ox|es)lint-(?:disable)|@ts-(?:ignore|expect-error|nocheck)/.test(textOf(path)))
    const known = [
      'server/kernel/feel/parse.ts', // a property called `then` that is no function
      'server/modules/catalogue/gdzwfw-text.ts', // control characters are what it removes
      'web/shared/Sound.tsx', // what somebody said themselves, recorded: nobody has captions of it
      'web/workbench/StaffGate.tsx', // leaves for the login once
    ]
    expect(difference(silenced, known)).toEqual(none)
  })

  it('is not forced through unknown into another', () => {
    const found = listCode().filter((path) => /\bas (?:unknown) as\b/.test(textOf(path)))
    const known = [
      'server/api-page.ts', // the OpenAPI document as the page reads it
      'server/kernel/db.ts', // hands out the brands Read and Tx
      'server/kernel/http.ts', // the schemas validation runs are the handler's types
      'web/ui/gallery/check.ts', // axe puts itself on the window
    ]
    expect(difference(found, known)).toEqual(none)
  })

  it('is called by what it is: no I…, …Impl, …Manager, …Helper, utils', () => {
    const bad = /^I[A-Z][a-z]|(Impl|Manager|Helpers?|Utils?)$/
    const files = listCode().filter((path) => /(^|[-/])(utils?|helpers?|managers?|impl|misc)\.tsx?$/i.test(path))
    const types = listCode().flatMap((path) => [...textOf(path).matchAll(/^(?:export )?(?:type|interface|class) (\w+)/gm)].flatMap(([, name]) => (name && bad.test(name) ? [`${path} ${name}`] : [])))
    expect([...files, ...types]).toEqual([])
  })
})
