// Public face of the guides module: the linter and what documents guides share.
import type { Module } from '../../module.ts'
import { staffGuideRoutes } from './guides-routes-staff.ts'

export { lintRules, type Finding, type LintRule, type Severity } from './finding.ts'
export { listGuides, listMeasured } from './guide-source.ts'
export { addressesOf } from './guide.ts'
export { findDeadLinks } from './link-check.ts'
export { lintGuides } from './lint.ts'
export { shareEvidence, type SharedEvidenceReport } from './shared-evidence.ts'
export { visit } from './visiting.ts'

export const guidesModule: Module = { name: 'guides', routes: staffGuideRoutes }
