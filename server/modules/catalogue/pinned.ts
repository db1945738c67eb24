// Which definitions an application or a case is handled by: those frozen when it was handed in, whatever the packs say since.
// What was opened before definitions were kept follows the packs of today.
import type { Read, Tx } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import type { Catalogue } from './definitions.ts'
import { frozenFor, thawed } from './frozen-catalogue.ts'
import { insertFrozenCatalogue, listFrozenContents } from './frozen-catalogues-store.ts'

/** Something handled by the definitions of its beginning: an application or a case. */
export type Pinned = { catalogueDigest: string | null; region: string }

const catalogues = new Map<string, Catalogue>()
const cataloguesKept = 300
const stored = new WeakMap<App, Set<string>>()

/**
 * Freezes the definitions of a matter; the digest goes with the application and its cases. `confirm` once the transaction has
 * committed: from then on the same content need not be written again.
 */
export const pinCatalogue = async (app: App, tx: Tx, catalogue: Catalogue, matter: string): Promise<{ digest: string; confirm: () => void }> => {
  const frozen = frozenFor(catalogue, matter)
  const known = stored.get(app) ?? new Set<string>()
  stored.set(app, known)
  if (!known.has(frozen.digest)) await insertFrozenCatalogue(tx, frozen, app.clock.now())
  return { digest: frozen.digest, confirm: () => known.add(frozen.digest) }
}

const keep = (key: string, catalogue: Catalogue): Catalogue => {
  const [oldest] = catalogues.keys()
  if (catalogues.size >= cataloguesKept && oldest !== undefined) catalogues.delete(oldest)
  catalogues.set(key, catalogue)
  return catalogue
}

const keyOf = ({ catalogueDigest, region }: Pinned): string => `${catalogueDigest} ${region}`

/**
 * Reads what is not known yet, in one statement. The answer gives the definitions for each of these things, and only for them.
 * @throws Error when frozen definitions are gone: nothing is ever decided by other rules than those it was handed in with
 */
export const pinnedCatalogues = async (app: Pick<App, 'packs'>, read: Read, things: readonly Pinned[]): Promise<(thing: Pinned) => Catalogue> => {
  // Held on to from the start: what is kept makes room for what is read below.
  const found = new Map(things.flatMap((thing): [string, Catalogue][] => {
    const kept = catalogues.get(keyOf(thing))
    return kept ? [[keyOf(thing), kept]] : []
  }))
  const missing = things.filter((thing) => !found.has(keyOf(thing)))
  const contents = await listFrozenContents(read, [...new Set(missing.flatMap(({ catalogueDigest }) => catalogueDigest ?? []))])
  for (const thing of missing) {
    const key = keyOf(thing)
    const content = thing.catalogueDigest === null ? undefined : contents.get(thing.catalogueDigest)
    if (content !== undefined && !found.has(key)) found.set(key, keep(key, thawed(content, thing.region)))
  }
  const catalogueOf = (thing: Pinned): Catalogue => {
    if (thing.catalogueDigest === null) return app.packs.catalogueFor(thing.region)
    const catalogue = found.get(keyOf(thing))
    if (!catalogue) throw new Error(`The frozen definitions ${thing.catalogueDigest} are not stored, or were not asked for`)
    return catalogue
  }
  for (const thing of things) catalogueOf(thing)
  return catalogueOf
}

/** The definitions one application or case is handled by. */
export const pinnedCatalogue = async (app: App, read: Read, thing: Pinned): Promise<Catalogue> => (await pinnedCatalogues(app, read, [thing]))(thing)
