// The catalogue of resources as it stands: the registries of the packs, with what their authorities have written since, and the
// resources authorities added.
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { authorityOf, type Catalogue, type Registry } from '../catalogue/index.ts'
import { resourceOfRegistry, type Resource, type ResourceContent } from './resource.ts'
import { findStoredResource, listStoredResources, type StoredResource } from './resources-store.ts'

type Packs = Pick<App, 'packs'> & { config: { region: string } }

/** Undefined where no pack is loaded. */
const findCatalogue = ({ packs, config }: Packs): Catalogue | undefined => (packs.packs.length === 0 ? undefined : packs.catalogueFor(config.region))

const made = new WeakMap<Registry, ResourceContent>()

/** Made once: grants are asked for with every call between systems. */
const contentOf = (registry: Registry, catalogue: Catalogue): ResourceContent => {
  const content = made.get(registry) ?? resourceOfRegistry(registry, catalogue)
  made.set(registry, content)
  return content
}

/** The registry of that id as its pack has it; `region`: of the authority that keeps it, the one of the served region or above. */
const findOfPack = (app: Packs, id: string): Resource | undefined => {
  const catalogue = findCatalogue(app)
  const registry = catalogue && Object.hasOwn(catalogue.registries, id) ? catalogue.registries[id] : undefined
  if (!catalogue || !registry) return undefined
  const region = authorityOf(catalogue, registry.line, app.config.region)?.region ?? app.config.region
  return { id, origin: 'pack', region, line: registry.line, content: contentOf(registry, catalogue), draft: null, edition: 0, revision: 0, publishedAt: null }
}

const withStored = (found: Resource | undefined, stored: StoredResource | undefined): Resource | undefined => {
  if (!stored) return found
  const { id, region, line, draft, published, edition, revision, publishedAt } = stored
  return { id, origin: found ? 'pack' : 'authority', region: found?.region ?? region, line: found?.line ?? line, content: published ?? found?.content ?? null, draft, edition, revision, publishedAt }
}

/** All resources, those of packs first, by id. */
export const listResources = async (app: Packs, read: Read): Promise<Resource[]> => {
  const stored = new Map((await listStoredResources(read)).map((each) => [each.id, each]))
  const ofPacks = Object.keys(findCatalogue(app)?.registries ?? {}).toSorted()
  const added = [...stored.keys()].filter((id) => !ofPacks.includes(id))
  return [...ofPacks, ...added].flatMap((id) => withStored(findOfPack(app, id), stored.get(id)) ?? [])
}

/** @throws Refusal not_found */
export const getResource = async (app: Packs, read: Read, id: string): Promise<Resource> => {
  const found = withStored(findOfPack(app, id), await findStoredResource(read, id))
  if (!found) throw new Refusal('not_found')
  return found
}

/** Whether many records of a resource may be taken at once: each person would have to agree, but for a law its pack names. Of resources authorities added nothing is asked. */
export const mayGiveMany = (app: Packs, id: string): boolean => {
  const registries = findCatalogue(app)?.registries ?? {}
  const registry = Object.hasOwn(registries, id) ? registries[id] : undefined
  return !registry?.consent || registry.batchBasis !== undefined
}
