// Who may import what: modules meet at their index.ts, the kernel knows no domain, nouns are pure, the browser gets pure code only.
// Lists of exceptions may only get shorter; an entry that is no longer needed fails the test as well.
import { describe, expect, it } from 'vitest'
import { difference, importsOf, isTest, lineOf, listCode, listFiles, moduleOf, none, textOf, treeOf, visit } from './sources.ts'

const code = listCode()
const product = code.filter((path) => !isTest(path))
const exists = new Set(listFiles(/./))
const isOwn = (path: string, folder: string) => path.startsWith(`${folder}/`)

/** Files of a module that others may import beside its index.ts, and why. */
const publicFiles: Readonly<Record<string, string>> = {
  'server/modules/catalogue/definitions.ts': 'types the planner and the browser share; the index would bring the server with it',
  'server/modules/planning/plan.ts': 'types of a plan, for the browser',
  'server/modules/planning/plan-schema.ts': 'schemas of a plan for API replies; the index is what the browser runs',
  'server/modules/planning/planning-module.ts': 'the routes, apart from the index, which the browser runs',
  'server/modules/planning/matter-figures.ts': 'what a matter saves, for the table in the README',
  'server/modules/cases/case.ts': 'the lifecycle, asked by the screens',
  'server/modules/cases/reveal.ts': 'the reasons to look at a masked value, offered by the screen',
  'server/modules/cases/correction.ts': 'the joint list of corrections, put together on the screen',
  'server/modules/requests/request.ts': 'the lifecycle, asked by the screens',
  'server/modules/ratings/grade.ts': 'grades and tags, offered wherever somebody rates',
  'server/modules/triage/emergency.ts': 'dangers in what is being written, said at once and without a network',
  'server/modules/requests/request-record.ts': 'limits of what is written, said while it is',
  'server/modules/site-visits/part.ts': 'what keeps a part of the opinion sheet from being signed, said while it is filled in',
  'server/modules/site-visits/visit.ts': 'the lifecycle of a visit, asked by the screens',
  'server/modules/applications/application.ts': 'the lifecycle, asked by the screens',
  'server/modules/people/demo-login.ts': 'logs in over HTTP as a browser would: commands, benchmarks, journeys',
  'server/modules/catalogue/load-packs.ts': 'a type of App, which the index itself needs',
  'server/modules/connectors/connectors.ts': 'a type of App, which the index itself needs',
  'server/modules/exchange/gateway.ts': 'a type of App, which the index itself needs',
  'server/modules/catalogue/rule-writing.ts': 'the reader and judge of rules, in the browser while somebody writes one',
  'server/modules/designs/design.ts': 'the lifecycle, asked by the screens',
  'server/modules/designs/changes.ts': 'what differs, shown while it is written',
  'server/modules/catalogue/imported-service.ts': 'codes of what was noticed while importing, for guide pages',
  'server/modules/catalogue/gdzwfw-example.ts': 'one invented line of an import file, for journeys',
  'server/modules/credentials/verify.ts': 'checks without network, in the browser',
  'server/modules/presentations/presentation.ts': 'reads codes that are scanned or typed, and says how long one is good, on the screens',
  'server/modules/presentations/claim-face.ts': 'claims in words, in the wallet without network',
  'server/modules/presentations/key-binding.ts': 'what a phone shows without network, made on the phone',
  'server/modules/presentations/offline-code.ts': 'the same as one QR code',
  'server/modules/presentations/check-offline.ts': 'checks it without network, in the browser',
  'server/modules/presentations/checked.ts': 'what comes out of checking, told on the screens',
  'server/modules/credentials/status-list.ts': 'reads a kept list of statuses, in the browser',
  'server/modules/catalogue/pack-kinds.ts': 'kinds of pack files, for the JSON Schemas made from them',
  'server/modules/catalogue/pack-files.ts': 'descriptions of pack files, for the JSON Schemas made from them',
  'server/modules/text-messages/text-kinds.ts': 'names the kinds of text messages, for the configuration; the index would bring the server with it',
  'server/modules/payments/notice-signature.ts': 'reads the key of notices, for the configuration; the index would bring the server with it',
  'server/modules/catalogue/pack-tests.ts': 'runs the tests of a pack under their own names',
}

const crossings = code.flatMap((path) =>
  importsOf(path).flatMap(({ from, own, typeOnly }) => {
    const target = own ? moduleOf(from) : undefined
    return target === undefined || target === moduleOf(path) ? [] : [{ path, from, target, typeOnly }]
  }),
)

describe('a module', () => {
  it('is imported only through its index.ts or the files declared public', () => {
    const hidden = crossings.filter(({ from, path }) => !from.endsWith('/index.ts') && !(from in publicFiles) && !isTest(path))
    expect(hidden.map(({ path, from }) => `${path} → ${from}`)).toEqual([])
  })

  it('declares no file public that nobody uses', () => {
    const used = new Set(crossings.map(({ from }) => from))
    expect(Object.keys(publicFiles).filter((path) => !used.has(path))).toEqual([])
  })

  it('takes part in no cycle of modules', () => {
    const needs = new Map<string, Set<string>>()
    for (const { path, target } of crossings) {
      const from = moduleOf(path)
      if (from !== undefined && !isTest(path)) needs.set(from, (needs.get(from) ?? new Set()).add(target))
    }
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      [...(needs.get(from) ?? [])].some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))))
    const cycles = [...needs].flatMap(([from, targets]) => [...targets].filter((to) => reaches(to, from)).map((to) => `${from} → ${to}`))
    const known = [
      'catalogue → planning', // a pack's own tests are plans, made when the pack is checked
      'planning → catalogue',
    ]
    expect(difference(cycles, known)).toEqual(none)
  })

  it('has an index.ts and, with more than a handful of files, a README of at most 20 lines', () => {
    const names = [...new Set(listFiles(/./, ['server/modules']).flatMap((path) => moduleOf(path) ?? []))]
    const found = names.flatMap((name) => {
      const readme = `server/modules/${name}/README.md`
      const long = exists.has(readme) && textOf(readme).trimEnd().split('\n').length > 20
      return [...(exists.has(`server/modules/${name}/index.ts`) ? [] : [`${name}: no index.ts`]), ...(exists.has(readme) ? [] : [`${name}: no README.md`]), ...(long ? [`${name}: long README.md`] : [])]
    })
    expect(found).toEqual([])
  })
})

describe('the kernel', () => {
  it('knows no module and no other part of the product', () => {
    const found = product.filter((path) => isOwn(path, 'server/kernel')).flatMap((path) => importsOf(path).filter(({ from, own }) => own && !isOwn(from, 'server/kernel')).map(({ from }) => `${path} → ${from}`))
    // The one sentence with which anything declines to start.
    expect(difference(found, ['server/kernel/migrate.ts → server/start-refusal.ts'])).toEqual(none)
  })
})

describe('the sandbox', () => {
  it('shares no code with the product: the platform meets it over the network', () => {
    const outside = code.filter((path) => isOwn(path, 'sandbox')).flatMap((path) => importsOf(path).filter(({ from, own }) => own && !isOwn(from, 'sandbox')).map(({ from }) => `${path} → ${from}`))
    expect(outside).toEqual([])
    const inside = product.filter((path) => isOwn(path, 'server')).flatMap((path) => importsOf(path).filter(({ from }) => isOwn(from, 'sandbox')).map(({ from }) => `${path} → ${from}`))
    const known = [
      'server/commands/demo-officials.ts → sandbox/people.ts', // whom the demo logs in as
      'server/commands/plan-person.ts → sandbox/people.ts', // whom the plan is for
      'server/modules/people/demo-people.ts → sandbox/people.ts',
    ]
    expect(difference(inside, known)).toEqual(none)
  })
})

/** The noun beside its store: case.ts for cases-store.ts, person.ts for people-store.ts. */
const nounsBesideStores = (): string[] =>
  product.filter((path) => moduleOf(path) && path.endsWith('-store.ts')).flatMap((path) => {
    const stem = path.slice(0, -'-store.ts'.length)
    return [stem, stem.replace(/ies$/, 'y'), stem.replace(/s$/, ''), stem.replace(/people$/, 'person')].map((each) => `${each}.ts`).filter((each) => exists.has(each))
  })

const declaredPure = (): string[] => product.filter((path) => isOwn(path, 'server/modules') && /^\/\/ (?:.*[.:] )?Pure\b|[.;] Pure\b/m.test(textOf(path).slice(0, 400)))

/** What the browser runs of the server, with everything that brings along. */
const inBrowser = (): string[] => {
  const seen = new Set<string>()
  const follow = (path: string): void => {
    if (seen.has(path) || !isOwn(path, 'server')) return
    seen.add(path)
    for (const { from, own, typeOnly } of importsOf(path)) if (own && !typeOnly) follow(from)
  }
  for (const path of product.filter((each) => isOwn(each, 'web') && !each.endsWith('vite.config.ts'))) {
    for (const { from, own, typeOnly } of importsOf(path)) if (own && !typeOnly) follow(from)
  }
  return [...seen]
}

const impurity = (path: string): string[] => {
  const found = importsOf(path).filter(({ from, own, typeOnly }) => !typeOnly && (own ? /-(store|routes(-\w+)?|jobs|client)\.ts$|\/kernel\/(db|jobs|files|http|migrate)\.ts$/.test(from) : /^node:(?!crypto$)|^(fastify|postgres|pino|graphile-worker)/.test(from))).map(({ from }) => `imports ${from}`)
  visit(treeOf(path), {
    MemberExpression: ({ object, property, start }) => {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return
      if (['Date.now', 'Math.random', 'performance.now', 'process.env', 'crypto.randomUUID'].includes(`${object.name}.${property.name}`)) found.push(`${object.name}.${property.name} in line ${lineOf(path, start)}`)
    },
    NewExpression: ({ callee, arguments: given, start }) => {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0) found.push(`new Date() in line ${lineOf(path, start)}`)
    },
    CallExpression: ({ callee, start }) => {
      if (callee.type === 'Identifier' && ['fetch', 'randomBytes', 'randomUUID'].includes(callee.name)) found.push(`${callee.name}() in line ${lineOf(path, start)}`)
    },
  })
  return found.map((what) => `${path} ${what}`)
}

describe('pure code', () => {
  it('is the noun beside a store: no SQL, HTTP, clock, randomness or environment', () => {
    const nouns = nounsBesideStores()
    expect(nouns.length).toBeGreaterThan(5)
    expect(nouns.flatMap(impurity)).toEqual([])
  })

  it('is every file that says it is', () => {
    const pure = declaredPure()
    expect(pure.length).toBeGreaterThan(10)
    expect(pure.flatMap(impurity)).toEqual([])
  })

  it('is all the browser gets of the server, by a handful of doors', () => {
    const doors = new Set(product.filter((path) => isOwn(path, 'web')).flatMap((path) => importsOf(path).filter(({ from, own }) => own && isOwn(from, 'server')).map(({ from }) => from)))
    const open = [...Object.keys(publicFiles), 'server/modules/planning/index.ts', 'server/kernel/texts.ts', 'server/kernel/regions.ts', 'server/kernel/provinces.ts', 'server/kernel/identifiers.ts', 'server/kernel/clock.ts', 'server/kernel/sheet.ts']
    expect([...doors].filter((path) => !open.includes(path))).toEqual([])
    expect(inBrowser().flatMap(impurity)).toEqual(['server/kernel/clock.ts new Date() in line 6'])
  })
})

describe('the web', () => {
  it('keeps ui/ free of router, query library, API and domain', () => {
    const bad = /^(react-router|@tanstack\/)|^web\/(api|portal|workbench|shared\/(?!i18n\/|format\.ts))|^(server|packs|sandbox)\//
    const found = product.filter((path) => isOwn(path, 'web/ui') && !isOwn(path, 'web/ui/gallery')).flatMap((path) => importsOf(path).filter(({ from }) => bad.test(from)).map(({ from }) => `${path} → ${from}`))
    expect(found).toEqual([])
  })

  it('keeps portal and workbench apart, and shared code free of both', () => {
    const apart: readonly [string, RegExp][] = [['web/portal', /^web\/workbench\//], ['web/workbench', /^web\/portal\//], ['web/shared', /^web\/(portal|workbench)\//]]
    const found = apart.flatMap(([folder, bad]) => product.filter((path) => isOwn(path, folder)).flatMap((path) => importsOf(path).filter(({ from }) => bad.test(from)).map(({ from }) => `${path} → ${from}`)))
    expect(found).toEqual([])
  })

  it('asks from pages of residents only what their client knows', () => {
    const forDesk = [...textOf('web/api/desk-operations.ts').matchAll(/^  (\w+): /gm)].map(([, name]) => `'${name}'`)
    const found = product.filter((path) => /^web\/(portal|shared|ui)\//.test(path)).flatMap((path) => forDesk.filter((name) => textOf(path).includes(`api(${name}`) || textOf(path).includes(`addressOf(${name}`)).map((name) => `${path} → ${name}`))
    expect([forDesk.length > 100, found]).toEqual([true, []])
  })

  it('has no features that need each other, also not by way of others', () => {
    const featureOf = (path: string) => /^web\/((?:portal|workbench)\/features\/[^/]+)\//.exec(path)?.[1]
    const needs = new Map<string, Set<string>>()
    for (const path of product) {
      for (const there of importsOf(path).flatMap(({ from }) => featureOf(from) ?? [])) {
        const here = featureOf(path)
        if (here !== undefined && here !== there) needs.set(here, (needs.get(here) ?? new Set()).add(there))
      }
    }
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      [...(needs.get(from) ?? [])].some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))))
    expect([...needs].flatMap(([here, all]) => [...all].filter((there) => reaches(there, here)).map((there) => `${here} → ${there}`))).toEqual([])
  })

  it('builds every address of its own with paths.ts', () => {
    const found: string[] = []
    for (const path of product.filter((each) => /^web\/(portal|workbench|shared)\//.test(each) && each !== 'web/shared/paths.ts' && /\b(href|to)=|navigate\(/.test(textOf(each)))) {
      visit(treeOf(path), {
        JSXAttribute: ({ name, value, start }) => {
          if (name.type === 'JSXIdentifier' && ['href', 'to'].includes(name.name) && value?.type === 'Literal' && typeof value.value === 'string' && value.value.startsWith('/')) found.push(`${path}:${lineOf(path, start)}`)
        },
        CallExpression: ({ callee, arguments: [first], start }) => {
          if (callee.type === 'Identifier' && callee.name === 'navigate' && first?.type === 'Literal' && typeof first.value === 'string') found.push(`${path}:${lineOf(path, start)}`)
        },
      })
    }
    expect(found).toEqual([])
  })
})
