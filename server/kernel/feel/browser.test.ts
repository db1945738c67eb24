// What the browser loads of FEEL: evaluation and explanation, but neither the grammar nor anything of Node.
// The imports are followed from the files a web page uses.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

function importsFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!file.startsWith('./')) return seen
  const source = readFileSync(join(import.meta.dirname, file), 'utf8')
  for (const [, imported] of source.matchAll(/^(?:import|export) .*?from '([^']+)'/gms)) {
    if (imported !== undefined) importsFrom(imported, seen)
  }
  return seen
}

test('evaluating needs no package at all', () => {
  const files = ['./compile.ts', './explain.ts', './expression.ts', './scope.ts'].flatMap((file) => [...importsFrom(file)])
  expect(files.filter((file) => !file.startsWith('./'))).toEqual([])
  expect(files).not.toContain('./parse.ts')
})

test('parsing needs the grammar and nothing else', () => {
  expect([...importsFrom('./parse.ts')].filter((file) => !file.startsWith('./'))).toEqual(['lezer-feel'])
})
