// Public face of the search module.
import type { Module } from '../../module.ts'
import { searchRoutes } from './search-routes.ts'

export { indexCatalogue, indexImportedServices } from './indexing.ts'

export const searchModule: Module = { name: 'search', routes: searchRoutes }
