// Public face of the catalogue: definitions, packs, imported services. The browser takes types from definitions.ts instead.
import type { Module } from '../../module.ts'
import { catalogueRoutes } from './catalogue-routes.ts'
import { staffCatalogueRoutes } from './catalogue-routes-staff.ts'
import { helpRoutes } from './help-routes.ts'

export type * from './definitions.ts'
export { authorityOf, commonNameOf, listAuthoritiesOf } from './authority.ts'
export { legalBasisSchema, regionCode, textsSchema } from './catalogue-replies.ts'
export { importServices, type ImportReport } from './import-services.ts'
export { readServiceLine } from './gdzwfw.ts'
export {
  abroad, audienceKinds, handlingSteps, importWarnings, promisedLongerThanStatutory, serviceKinds,
  type AudienceKind, type ImportedService, type ImportWarning, type ServiceKind, type TimeLimit,
} from './imported-service.ts'
export { findImportedService, upsertImportedServices, type ImportedRow, type UpsertCount } from './imported-service-store.ts'
export { getImportTotals } from './import-findings-store.ts'
export { listImportedByCode, listImportedVersions } from './imported-versions-store.ts'
export { identityObstacle, identityTermsOf, type IdentityObstacle } from './identity-terms.ts'
export { hotline, listedDocument, listingOf, type ListedDocument, type Listing } from './listing.ts'
export { checkPacks, loadPacks, packsAsOf, type HardCaseWindow, type LoadedPacks, type Outlet, type PackExample, type PackTest, type Stage } from './load-packs.ts'
export type { ThesaurusWord } from './pack-thesaurus.ts'
export { helpGroups, type HelpGroup, type HelpTopic } from './pack-help.ts'
export { wordsFor, type Sayings } from './pack-sayings.ts'
export { bundleFor } from './matter-bundle.ts'
export { plainServices } from './plain-services.ts'
export { type CrossRegionTerms, type DataSharingTerms, type Ladder, type NoticeText, type Proceedings } from './proceedings.ts'
export { checkPackFolder, type PackCheck } from './pack-check.ts'
export { both, collectErrors, packErrorText, packRules, PacksRefused, type PackError, type Report } from './pack-error.ts'
export { nodeAt, placeAt, placeInText, plain, readYaml, type Located, type Path } from './located.ts'
export { checkSchema } from './schema-faults.ts'
export { overlaid, readPackFolder, type PackFiles } from './pack-folder.ts'
export { inspectPack, type InspectedItem, type PackInspection } from './pack-inspection.ts'
export { kindNames, packKinds, type PackKind } from './pack-kinds.ts'
export type { CardLayout, CredentialClaim, CredentialType, DerivedClaim } from './credential-type.ts'
export { pinCatalogue, pinnedCatalogue, pinnedCatalogues, type Pinned } from './pinned.ts'
export { catalogueServed } from './served-region.ts'

export const catalogueModule: Module = { name: 'catalogue', routes: [...catalogueRoutes, ...helpRoutes, ...staffCatalogueRoutes] }
