// Public face of the search module.
import type { Module } from '../../module.ts'
import { choosingRoutes } from './choosing-routes.ts'
import { searchRoutes } from './search-routes.ts'

export { simplified } from './simplified.ts'
export { inMandarin } from './cantonese.ts'
export { hasTerm, normalise, termsOf } from './terms.ts'
export { answerDocument, importedDocument, serviceDocument, toEntry, urlOf, type Audience, type DocumentType, type IndexEntry, type SearchDocument, type Shown } from './document.ts'
export { noteChosen } from './choosing.ts'
export { find, findFor, findIn, lookUp, type Ranked, type Wanted } from './finding.ts'
export { createIndex, wordsOf, type Entry, type FindOptions, type Found, type SearchIndex, type Shelf } from './memory-index.ts'
export { liveIndex, teachEntry } from './live-index.ts'
export { correctionOf, readQuestion, type Question } from './question.ts'
export { createLexicon, type Lexicon } from './lexicon.ts'
export { proposePairs, wordsWithoutName, type Names } from './learnt-pairs.ts'
export { listWritten } from './search-store.ts'
export { shippedVectors } from './shipped-vectors.ts'
export { createWordVectors, encodeVectors, type WordTable } from './word-vectors.ts'
export { placeWeights, rank, rarity, weighAll } from './ranking.ts'
export { indexAnswers, indexCatalogue, indexImportedServices, packEntries } from './indexing.ts'

export const searchModule: Module = { name: 'search', routes: [...searchRoutes, ...choosingRoutes] }
