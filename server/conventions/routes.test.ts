// Every route is a complete declaration: who may use it, what goes in and comes out, how it refuses, that it leaves a trace.
// Lists of exceptions may only get shorter; an entry that is no longer needed fails the test as well.
import type { ESTree } from 'vite'
import { describe, expect, it } from 'vitest'
import { errorCatalogue } from '../kernel/errors.ts'
import { modules } from '../modules/index.ts'
import { permissions } from '../permissions.ts'
import { reachedFrom } from './references.ts'
import { difference, isTest, listCode, listFiles, none, textOf, treeOf, visit } from './sources.ts'

const routes = modules.flatMap((module) => module.routes)
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`
const repeated = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index)

const propertyOf = (node: ESTree.ObjectExpression, name: string): ESTree.Expression | undefined => {
  const found = node.properties.find((property) => property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === name)
  return found?.type === 'Property' ? found.value : undefined
}

/** Handlers as written, by operation. */
const handlers = new Map<string, { path: string; code: unknown }>()
for (const path of listCode('server/modules').filter((each) => /-routes(-\w+)?\.ts$/.test(each))) {
  visit(treeOf(path), {
    CallExpression: ({ callee, arguments: [declaration] }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'route' || declaration?.type !== 'ObjectExpression') return
      const operation = propertyOf(declaration, 'operation')
      if (operation?.type === 'Literal' && typeof operation.value === 'string') handlers.set(operation.value, { path, code: propertyOf(declaration, 'handle') })
    },
  })
}

describe('a route', () => {
  it('is found both running and in the source', () => {
    expect(routes.length).toBeGreaterThan(25)
    expect([...handlers.keys()].sort()).toEqual(routes.map(({ operation }) => operation).sort())
  })

  it('has an address and an operation of its own', () => {
    expect(repeated(routes.map(nameOf))).toEqual([])
    expect(repeated(routes.map(({ operation }) => operation))).toEqual([])
    expect(routes.filter(({ operation }) => !/^[a-z]+([A-Z][a-z]+)*$/.test(operation)).map(nameOf)).toEqual([])
  })

  it('names a known permission', () => {
    expect(routes.filter(({ permission }) => !(permission in permissions)).map(nameOf)).toEqual([])
  })

  it('says in a few words what it is for', () => {
    expect(routes.filter(({ summary }) => summary.length < 10 || summary.length > 120).map(nameOf)).toEqual([])
  })

  it('declares a schema for each parameter in its address', () => {
    const found = routes.filter(({ path, params }) => {
      const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)
      const described = Object.keys((params as { properties?: object } | undefined)?.properties ?? {})
      return named.sort().join() !== described.sort().join()
    })
    expect(found.map(nameOf)).toEqual([])
  })

  it('says how it refuses what goes in', () => {
    const silent = routes.filter(({ params, query, body, refusals }) => (params ?? query ?? body) && !refusals.includes('invalid'))
    expect(silent.map(nameOf)).toEqual([])
    expect(routes.filter(({ params, refusals }) => params && !refusals.includes('not_found')).map(nameOf)).toEqual([])
    expect(routes.filter(({ refusals }) => new Set(refusals).size < refusals.length).map(nameOf)).toEqual([])
  })

  it('takes closed bodies: what it does not know is refused, not ignored', () => {
    const open = routes.filter(({ body }) => body && (body as { additionalProperties?: unknown }).additionalProperties !== false)
    expect(open.map(nameOf)).toEqual([])
  })

  it('writes an audit entry whenever it changes something', () => {
    const silent = routes.filter(({ method, operation }) => {
      const handler = handlers.get(operation)
      if (method === 'GET' || !handler) return false
      return !reachedFrom(handler.path, handler.code).has('server/kernel/audit-store.ts insertAudit')
    })
    const keepingNothing = [
      'POST /plans', 'POST /guidance', 'POST /benefits/match', 'POST /rules/tables/:service/try', 'POST /rules/models/try', 'POST /duties/simulations', // compute, and keep nothing
      'POST /assistant/questions', 'POST /assistant/streams', 'POST /assistant/feedback', // answer, and note at most a masked question or a choice, without who asked
      'POST /request-previews', 'POST /requests/:id/answer/check', // what would become of words while they are written
      'POST /hotline/suggestions', // what is typed so far
      'POST /knowledge-gaps', // counts masked words, and keeps nothing about who
      'POST /seal-checks', // looks at a file and forgets it
      'POST /exchange/calls', // is written in a log of its own, chained and signed (ADR 0025)
      'POST /cases/bulk/colleagues', // asks with a list too long for an address
      'POST /search/clicks', // counts, and keeps nothing about who
      'POST /designs/:id/comparisons', // does now what a job does every night: figures, no decision
    ]
    expect(difference(silent.map(nameOf), keepingNothing)).toEqual(none)
  })

  it('never sends: it returns or throws', () => {
    const sending = listCode('server/modules').filter((path) => !isTest(path) && /\breply\.(send|code|status)\(/.test(textOf(path)))
    expect(sending).toEqual([])
  })
})

describe('a file of routes', () => {
  it('has its access tested beside it', () => {
    const files = new Set(listFiles(/\.ts$/, ['server/modules']))
    const found = [...files].filter((path) => /-routes(-\w+)?\.ts$/.test(path) && !files.has(path.replace(/\.ts$/, '.test.ts')))
    const known = [
      'server/modules/applications/uploads-routes.ts', // in applications-routes-citizen.test.ts, with the draft they belong to
    ]
    expect(difference(found, known)).toEqual(none)
  })
})

describe('the catalogues', () => {
  const source = listCode('server').filter((path) => !isTest(path)).map((path) => ({ path, text: textOf(path) }))
  const usedOutside = (word: string, home: string) => source.some(({ path, text }) => path !== home && text.includes(`'${word}'`))

  it('have no permission nobody asks for', () => {
    const found = Object.keys(permissions).filter((each) => !usedOutside(each, 'server/permissions.ts'))
    expect(difference(found, [])).toEqual(none)
  })

  it('have no error nobody answers with', () => {
    expect(Object.keys(errorCatalogue).filter((each) => !usedOutside(each, 'server/kernel/errors.ts'))).toEqual([])
  })
})
