// Public face of the vocabulary module: the catalogue in the words of CPSV-AP and CCCEV, out and in.
import type { Module } from '../../module.ts'
import { vocabularyRoutes } from './vocabulary-routes.ts'

export { addressesBelow, chineseLanguage, concept, location, type Addresses } from './code-lists.ts'
export { inLanguages, link, plain, resource, typed, type Resource } from './description.ts'
export { describeAllImported, describeEverything } from './exporting.ts'
export { importDescription, type DescriptionReport } from './importing.ts'
export { legalResource } from './law-description.ts'
export { describeCatalogue } from './pack-description.ts'
export { rdfFormats, Unreadable } from './parsing.ts'
export { checkShapes, NoShapes, type ShapesReport } from './shapes.ts'
export { formats, written, type Format } from './writing.ts'

export const vocabularyModule: Module = { name: 'vocabulary', routes: vocabularyRoutes }
