// Everything there is to export, resource by resource: the packs of some regions, then imported services page by page.
import type { Read } from '../../kernel/db.ts'
import { findImportedService, listImportedByCode, listImportedVersions, type LoadedPacks } from '../catalogue/index.ts'
import { listDescribedByCode } from './described-services-store.ts'
import type { Addresses } from './code-lists.ts'
import type { Resource } from './description.ts'
import { describeImported } from './imported-description.ts'
import { describeCatalogue } from './pack-description.ts'

const pageSize = 200

/** Imported services; one that came as a description is given as it came. */
export async function* describeAllImported(read: Read, at: Addresses): AsyncGenerator<Resource[]> {
  for (let after = ''; ; ) {
    const page = await listImportedVersions(read, { after, limit: pageSize })
    const codes = page.map(({ code }) => code)
    const described = await listDescribedByCode(read, codes)
    for (const service of await listImportedByCode(read, codes)) yield described.get(service.code) ?? describeImported(at, service)
    const last = page.at(-1)?.code
    if (page.length < pageSize || last === undefined) return
    after = last
  }
}

/** @param regions whose catalogues; each must be covered by a pack */
export async function* describeEverything(read: Read | undefined, packs: LoadedPacks, at: Addresses, regions: readonly string[]): AsyncGenerator<Resource> {
  for (const region of regions) yield* describeCatalogue(at, packs.catalogueFor(region))
  if (read) for await (const each of describeAllImported(read, at)) yield* each
}

/** One imported service; undefined when there is none of that code. */
export const findImportedDescription = async (read: Read, at: Addresses, code: string): Promise<Resource[] | undefined> => {
  const service = await findImportedService(read, code)
  if (!service) return undefined
  return (await listDescribedByCode(read, [code])).get(code) ?? describeImported(at, service)
}
