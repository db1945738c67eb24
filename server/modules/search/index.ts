// Public face of the search module.
import type { Database } from '../../kernel/db.ts'
import type { Module } from '../../module.ts'
import type { LoadedPacks } from '../catalogue/index.ts'

export const indexCatalogue = (_db: Database, _packs: LoadedPacks, _region: string): Promise<number> => Promise.resolve(0)
export const indexImportedServices = (_db: Database): Promise<number> => Promise.resolve(0)
export const searchModule: Module = { name: 'search', routes: [] }
