// Public face of the search module.
import type { Module } from '../../module.ts'
import { searchRoutes } from './search-routes.ts'

export { normalise, termsOf } from './terms.ts'
export { answerDocument, urlOf, type SearchDocument } from './document.ts'
export { findFor } from './finding.ts'
export { indexAnswers, indexCatalogue, indexImportedServices } from './indexing.ts'

export const searchModule: Module = { name: 'search', routes: searchRoutes }
