// Public face of the consents module: departments ask people to agree that a registry is asked about them.
import type { Module } from '../../module.ts'
import { consentRoutes } from './consents-routes.ts'

export { isConsented } from './answering.ts'
export { askConsent, askedDetail, askedTask, auditConsent, findConsentAsked, stateOfConsent } from './asking.ts'
export { consentStates } from './consent.ts'
export { countConsentsOf, eraseOldConsents } from './retention.ts'
export { listConsentsWithIds } from './consents-store.ts'

export const consentsModule: Module = { name: 'consents', routes: consentRoutes }
