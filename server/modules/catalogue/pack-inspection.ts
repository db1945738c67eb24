// One pack as its author sees it while writing: all that is sound in it, everything that is wrong with it, its tests run.
// Unlike the loader it never refuses; what is broken is left out and named.
import type { Benefit, Fact } from './benefit.ts'
import { benefitsOf, factsOf } from './benefit-compiler.ts'
import { listBenefitTests, runBenefitTest } from './benefit-tests.ts'
import type { Catalogue } from './definitions.ts'
import { compileCatalogue, unversioned } from './catalogue-compiler.ts'
import { checkChain } from './chain-checks.ts'
import type { PackTest } from './load-packs.ts'
import { plain } from './located.ts'
import { chainOf, checkChains, packFinder } from './pack-chain.ts'
import { packContent, type PackContent } from './pack-content.ts'
import { both, collectErrors, inReadingOrder, type PackError, type Report, type Words } from './pack-error.ts'
import type { PackKind } from './pack-kinds.ts'
import { readPacks, type PackSource, type ReadPack } from './pack-reader.ts'
import { runPackTest } from './pack-tests.ts'

/** An item as this pack and those above it have it. Fields are in the form of pack files. */
export type InspectedItem = {
  /** where this pack states it; absent when it only inherits it */
  file?: string
  line?: number
  /** how the packs above have it today; absent when it is this pack's own */
  inherited?: unknown
  /** what holds: an item of its own as written, with all its dated lines; an inherited one with its changes, as of today */
  fields?: unknown
}

export type TestOutcome = { name: string; file: string; line: number; differences: Words[] }

export type PackInspection = {
  id: string
  name: ReadPack['name']
  region: string
  errors: PackError[]
  /** everything sound */
  catalogue: Catalogue
  /** ids of a kind this pack states itself, new or changed */
  own: (kind: PackKind) => string[]
  item: (kind: PackKind, id: string) => InspectedItem
  /** runs this pack's tests, of one matter or policy only if it is given */
  runTests: (about?: { kind: PackKind; id: string }) => TestOutcome[]
  /** policies in force here and what they may read */
  benefits: Readonly<Record<string, Benefit>>
  facts: readonly Fact[]
}

const ignore: Report = () => undefined
/** Drafts are never frozen into applications, so nobody asks for their version. */

const entryOf = (content: PackContent, kind: PackKind, id: string): unknown => content[kind].get(id)?.fields

/** @param pack id of the pack @param on YYYY-MM-DD; undefined when there is no such pack or its pack.yaml is broken */
export const inspectPack = (source: PackSource, pack: string, on: string): PackInspection | undefined => {
  const { errors, report } = collectErrors()
  const packs = readPacks(source, report)
  checkChains(packs, report)
  const read = packs.find(({ id }) => id === pack)
  if (!read) return undefined
  const chain = chainOf(packs, read)
  checkChain(chain, on, report)
  const content = packContent(chain, on, ignore)
  const above = packContent(chain.slice(0, -1), on, ignore)
  const catalogues = new Map<string, Catalogue>()
  const packFor = packFinder(packs)
  const catalogueFor = (region: string, day = on): Catalogue => {
    const near = packFor(region) ?? read
    const key = `${near.id} ${day}`
    const made = catalogues.get(key) ?? compileCatalogue(near === read && day === on ? content : packContent(chainOf(packs, near), day, ignore), near.region, day, ignore, unversioned)
    catalogues.set(key, made)
    return region === near.region ? made : { ...made, region }
  }
  const facts = factsOf(content, catalogueFor(read.region).concepts)
  const benefitsFor = (_region: string, day = on): Readonly<Record<string, Benefit>> =>
    benefitsOf(day === on ? content : packContent(chain, day, ignore), catalogueFor(read.region).concepts, ignore, unversioned)
  const itemsOf = (kind: PackKind) => read.items.filter((item) => item.kind === kind)
  return {
    id: read.id,
    name: read.name,
    region: read.region,
    errors: inReadingOrder(errors),
    catalogue: catalogueFor(read.region),
    own: (kind) => itemsOf(kind).map(({ id }) => id),
    item: (kind, id) => {
      const own = itemsOf(kind).find((item) => item.id === id)
      const inherited = entryOf(above, kind, id)
      const fields = own && !own.override ? plain(own.node) : entryOf(content, kind, id)
      return { ...(own ? { file: own.node.at.file, line: own.node.at.line } : {}), ...(inherited === undefined ? {} : { inherited }), ...(fields === undefined ? {} : { fields }) }
    },
    benefits: benefitsFor(read.region),
    facts,
    runTests: (about) => [
      ...(about === undefined || about.kind === 'benefits' ? listBenefitTests(chain) : []).filter(({ benefit }) => about === undefined || benefit === about.id)
        .map((test) => ({ name: test.name, file: test.file, line: test.line, differences: differencesOf(() => runBenefitTest({ benefitsFor, factsFor: () => facts }, test)) })),
      ...itemsOf('tests').flatMap(({ id }) => {
        const entry = content.tests.get(id)
        if (!entry || (about !== undefined && (about.kind !== 'matters' || entry.fields.matter !== about.id))) return []
        const { file, line } = entry.node.at
        const test: PackTest = { ...entry.fields, pack: read.id, file, line }
        return [{ name: test.name, file, line, differences: differencesOf(() => runPackTest({ catalogueFor }, test)) }]
      }),
    ],
  }
}

/** Content that is broken may not even be plannable; that too is a difference from what the test expects. */
const differencesOf = (run: () => Words[]): Words[] => {
  try {
    return run()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [both(`排不出办理方案：${reason}`, `no plan can be made: ${reason}`)]
  }
}
