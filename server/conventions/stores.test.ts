// SQL lives in stores and nowhere else, its values are bound, and each signature says whether it reads or writes.
// Lists of exceptions may only get shorter; an entry that is no longer needed fails the test as well.
import type { ESTree } from 'vite'
import { describe, expect, it } from 'vitest'
import { difference, importsOf, isTest, lineOf, listCode, none, textOf, treeOf, visit } from './sources.ts'

const server = listCode('server').filter((path) => !isTest(path))
const stores = server.filter((path) => path.endsWith('-store.ts'))

type ExportedFunction = { path: string; name: string; first: string | undefined; body: string }

const nameOfType = (annotation: ESTree.TSType | undefined): string | undefined =>
  annotation?.type === 'TSTypeReference' && annotation.typeName.type === 'Identifier' ? annotation.typeName.name : annotation?.type

const exportedFunctions = (path: string): ExportedFunction[] =>
  treeOf(path).body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return []
    return statement.declaration.declarations.flatMap(({ id, init }) => {
      if (id.type !== 'Identifier' || init?.type !== 'ArrowFunctionExpression') return []
      const [first] = init.params
      const type = first?.type === 'Identifier' ? nameOfType(first.typeAnnotation?.typeAnnotation) : undefined
      return [{ path, name: id.name, first: type, body: textOf(path).slice(init.start, init.end) }]
    })
  })

const functions = stores.flatMap(exportedFunctions)
const writes = /`\s*(insert|update|delete|truncate|lock|analyze)\b|\bwith \w+ as \(\s*(insert|update|delete)\b|\bfor (no key )?update\b|\bfor share\b|nextval\(|pg_advisory/i
const run = new Set(['tx', 'read', 'sql', 'writer', 'reader'])

describe('SQL', () => {
  it('is written in stores only', () => {
    const found: string[] = []
    for (const path of server.filter((each) => !each.endsWith('-store.ts'))) {
      visit(treeOf(path), {
        TaggedTemplateExpression: ({ tag }) => {
          const last = tag.type === 'MemberExpression' && tag.property.type === 'Identifier' ? tag.property.name : tag.type === 'Identifier' ? tag.name : ''
          if (run.has(last)) found.push(path)
        },
      })
    }
    const known = [
      'server/app.ts', // /healthz asks the database for a sign of life
      'server/kernel/jobs.ts', // adds jobs by the worker's own SQL function
      'server/kernel/migrate.ts', // before there is a schema
    ]
    expect(difference(found, known)).toEqual(none)
  })

  it('is never put together from pieces of text', () => {
    const found: string[] = []
    for (const path of server) {
      visit(treeOf(path), {
        CallExpression: ({ callee, start }) => {
          if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 'unsafe') found.push(`${path}:${lineOf(path, start)}`)
        },
      })
    }
    const known = [
      'server/kernel/migrate.ts', // runs the migration files as they are
      'server/modules/populations/postgres.ts', // runs what kernel/feel-sql makes of rules, which quotes every name and text itself
    ]
    expect([...new Set(found.map((place) => place.replace(/:\d+$/, '')))]).toEqual(known)
  })
})

describe('a function of a store', () => {
  it('is found by these rules', () => {
    expect(functions.length).toBeGreaterThan(60)
  })

  it('takes Read or Tx first', () => {
    const found = functions.filter(({ first }) => first !== 'Read' && first !== 'Tx').map(({ path, name }) => `${path} ${name}`)
    // Seals in as many transactions as it takes.
    expect(difference(found, ['server/kernel/audit-store.ts sealAllAudit'])).toEqual(none)
  })

  it('takes Tx when it writes or locks, Read when it only looks', () => {
    const wrong = functions.filter(({ first, body }) => (first === 'Tx' && !writes.test(body)) || (first === 'Read' && writes.test(body)))
    expect(wrong.map(({ path, name, first }) => `${path} ${name}(${first})`)).toEqual([])
  })

  it('is named for what it does: find, get, list, count, insert, update, delete …', () => {
    // in…: a condition several stores put into their questions.
    const named = /^(find|get|list|count|has|insert|update|upsert|delete|take|lock|seal|verify|analyse|in)[A-Z]/
    expect(functions.filter(({ name }) => !named.test(name)).map(({ path, name }) => `${path} ${name}`)).toEqual([])
  })

  it('throws or finds: what is called get… never returns undefined', () => {
    const found = server.flatMap(exportedFunctions).filter(({ name, body }) => /^get[A-Z]/.test(name) && /^[^{]*?\)\s*:\s*(Promise<)?[^=]*\bundefined\b[^=]*=>/.test(body)).map(({ path, name }) => `${path} ${name}`)
    expect(found).toEqual([])
  })
})

describe('the driver', () => {
  it('is loaded through the file that mends it, by everybody: who loads it first loads it for the whole process', () => {
    const direct = listCode().filter((path) => importsOf(path).some(({ from, typeOnly }) => from === 'postgres' && !typeOnly))
    // The department's database of the sandbox shares no code with the product.
    expect(direct.filter((path) => path !== 'server/kernel/postgres-driver.ts')).toEqual(['sandbox/skills/main.ts'])
  })
})
