// A lifecycle is one table: nothing compares states elsewhere, in TypeScript or in SQL, and the database knows the same states.
// Lists of exceptions may only get shorter; an entry that is no longer needed fails the test as well.
import type { ESTree } from 'vite'
import { describe, expect, it } from 'vitest'
import { applicationStates } from '../modules/applications/application.ts'
import { after, canAct, caseActions, caseStates, hasEnded, lifecycle, stateOf } from '../modules/cases/case.ts'
import { designActions, designAfter, designLifecycle, designStates, hasEndedDesign } from '../modules/designs/design.ts'
import { hardCaseStates } from '../modules/hard-cases/hard-case.ts'
import { visitStates } from '../modules/site-visits/visit.ts'
import { creditStates } from '../modules/undertakings/credit-entry.ts'
import { undertakingActions, undertakingAfter, undertakingStates } from '../modules/undertakings/undertaking.ts'
import { difference, isTest, listCode, listFiles, none, textOf, treeOf, visit } from './sources.ts'

/** A planned service can be declined as well, an authorisation proposed and agreed; there the words are no state of a case or a visit. */
const states = new Set<string>([...caseStates, ...applicationStates, ...designStates, ...hardCaseStates, ...visitStates].filter((state) => !['declined', 'proposed', 'agreed'].includes(state)))
const tables = ['server/modules/cases/case.ts', 'server/modules/applications/application.ts', 'server/modules/designs/design.ts', 'server/modules/hard-cases/hard-case.ts', 'server/modules/undertakings/undertaking.ts', 'server/modules/undertakings/credit-entry.ts', 'server/modules/site-visits/visit.ts', 'server/modules/transfers/transfer.ts', 'server/modules/requests/request.ts']
const product = listCode('server', 'web').filter((path) => !isTest(path) && !tables.includes(path) && !path.startsWith('web/ui/gallery/'))

const isState = (node: ESTree.Node): boolean => node.type === 'Literal' && typeof node.value === 'string' && states.has(node.value)
const isStateHolder = (node: ESTree.Node): boolean =>
  (node.type === 'Identifier' && node.name === 'state') || (node.type === 'MemberExpression' && node.property.type === 'Identifier' && node.property.name === 'state')

describe('the state of a case, an application or a design', () => {
  it('is compared only in its table; everything else asks that', () => {
    const found: string[] = []
    for (const path of product.filter((each) => /\bstate\b/.test(textOf(each)) && [...states].some((state) => textOf(each).includes(`'${state}'`)))) {
      visit(treeOf(path), {
        BinaryExpression: ({ operator, left, right }) => {
          if (/^[!=]==?$/.test(operator) && ((isState(left) && isStateHolder(right)) || (isState(right) && isStateHolder(left)))) found.push(path)
        },
        SwitchStatement: ({ discriminant, cases }) => {
          if (isStateHolder(discriminant) && cases.some(({ test }) => test && isState(test))) found.push(path)
        },
      })
    }
    expect(difference(found, knownInCode)).toEqual(none)
  })

  it('is written out in SQL only where a query must find rows by it', () => {
    const inSql = /\bstate\s*(?:=|<>|!=|in)\s*\(?\s*'(\w+)'/g
    const found = listCode('server').filter((path) => !isTest(path)).filter((path) => [...textOf(path).matchAll(inSql)].some(([, state]) => state !== undefined && states.has(state)))
    const known = ['server/modules/applications/applications-store.ts', 'server/modules/cases/cases-store.ts', 'server/modules/cases/workload-store.ts', 'server/modules/resources/access-requests-store.ts', 'server/modules/undertakings/offers-store.ts']
    expect(difference(found, known)).toEqual(none)
  })

  it('is the same set of words in the database', () => {
    const migrations = listFiles(/\.sql$/, ['server/migrations']).map(textOf).join('\n')
    const listed = (pattern: RegExp) => [...migrations.matchAll(pattern)].map(([, list]) => (list ?? '').split(',').map((word) => word.trim().replaceAll("'", '')))
    const [applications, , designs] = listed(/state text not null check \(state in \(([^)]+)\)\)/g)
    expect(listed(/create table hard_cases [\s\S]*?check \(state in \(([^)]+)\)\)/g)).toEqual([[...hardCaseStates]])
    expect([applications, listed(/cases_state_check\s+check \(state in \(([^)]+)\)\)/g).at(-1), designs]).toEqual([[...applicationStates], [...caseStates], [...designStates]])
  })
})

describe('the lifecycle of a case', () => {
  it('lets every state be reached, and leaves every state that has not ended', () => {
    const begins = [stateOf([{ action: 'submit', detail: {} }]), stateOf([{ action: 'submit', detail: { waitsFor: ['other'] } }])]
    const reached = new Set(begins)
    for (const state of reached) for (const action of caseActions) {
      const next = after(state, action)
      if (next) reached.add(next)
    }
    expect([...reached].sort()).toEqual([...caseStates].sort())
    expect(caseStates.filter((state) => !hasEnded(state) && !caseActions.some((action) => canAct(state, action) && after(state, action) !== state))).toEqual([])
  })

  it('never moves a case that has ended', () => {
    expect(caseStates.filter(hasEnded).flatMap((state) => caseActions.filter((action) => canAct(state, action) && after(state, action) !== state))).toEqual([])
  })

  it('cites the law for every action', () => {
    expect(caseActions.filter((action) => !/法第.+条/.test(lifecycle[action].law))).toEqual([])
  })
})

describe('the lifecycle of a promise and of its credit entry', () => {
  it('lets every state be reached, and is the same set of words in the database', () => {
    const reached = new Set<(typeof undertakingStates)[number]>(['open'])
    for (const state of reached) for (const action of undertakingActions) {
      const next = undertakingAfter(state, action)
      if (next) reached.add(next)
    }
    expect([...reached].sort()).toEqual([...undertakingStates].sort())
    const migration = textOf('server/migrations/0017_undertakings.sql')
    for (const words of [undertakingStates, creditStates]) expect(migration).toContain(`state text not null check (state in (${words.map((word) => `'${word}'`).join(', ')}))`)
  })
})

describe('the lifecycle of a design', () => {
  it('lets every state be reached from its beginning, and ends with release or in the bin only', () => {
    const reached = new Set<(typeof designStates)[number]>([designLifecycle.begin.to])
    for (const state of reached) for (const action of designActions) {
      const next = designAfter(state, action)
      if (next) reached.add(next)
    }
    expect([...reached].sort()).toEqual([...designStates].sort())
    expect(designStates.filter(hasEndedDesign)).toEqual(['released', 'discarded'])
  })
})

const knownInCode: string[] = []
