// Public face of the catalogue: definitions, packs, imported services. The browser takes types from definitions.ts instead.
import type { Module } from '../../module.ts'
import { catalogueRoutes } from './catalogue-routes.ts'
import { staffCatalogueRoutes } from './catalogue-routes-staff.ts'

export type * from './definitions.ts'
export { authorityOf, listAuthoritiesOf } from './authority.ts'
export { legalBasisSchema, regionCode, textsSchema } from './catalogue-replies.ts'
export { importServices, type ImportReport } from './import-services.ts'
export { importWarnings, serviceKinds, type ImportedService, type ImportWarning } from './imported-service.ts'
export { listImportedByCode, listImportedVersions } from './imported-versions-store.ts'
export { checkPacks, loadPacks, type LoadedPacks, type PackExample, type PackTest, type Stage } from './load-packs.ts'
export { bundleFor } from './matter-bundle.ts'
export { checkPackFolder } from './pack-check.ts'
export { PacksRefused, type PackError } from './pack-error.ts'
export { catalogueServed } from './served-region.ts'

export const catalogueModule: Module = { name: 'catalogue', routes: [...catalogueRoutes, ...staffCatalogueRoutes] }
