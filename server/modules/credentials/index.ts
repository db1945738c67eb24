// Public face of the credentials module: e-licences, their signed copies and lists of statuses, and checking them.
import type { Module } from '../../module.ts'
import { confirmCredentials, confirmTask } from './confirming.ts'
import { citizenCredentialRoutes } from './credentials-routes-citizen.ts'
import { publicCredentialRoutes } from './credentials-routes-public.ts'
import { staffCredentialRoutes } from './credentials-routes-staff.ts'
import { followCases, followDecisions, followTask } from './issuing.ts'
import { mountStatusLists } from './status-lists-http.ts'

export { issueBatch, type BatchProgress } from './batch.ts'
export { claimCredential } from './claiming.ts'
export { claimsOn } from './claims.ts'
export { credentialTypeOf, sdJwtOf, signCopy, type CopyOptions, type DeviceJwk } from './copying.ts'
export { isCredentialNumber } from './credential-number.ts'
export { credentialStates, isInForce, issuerAddress, issuerHolder, listAddress, standingOn, typeAddress, useKinds, type Credential, type CredentialStanding, type CredentialState, type CredentialUse } from './credential.ts'
export { claimNames, type CardLayout, type CredentialClaim, type CredentialType, type DerivedClaim } from './credential-type.ts'
export { findCredential, findCredentialAt, findCredentialByNumber, getCredential, listCredentialsOf, listCredentialsWithIds, listValidOf } from './credentials-store.ts'
export { insertCredentialUses, listCredentialUses } from './credential-uses-store.ts'
export { heldOf, listHeldCredentials } from './holding.ts'
export { issuerKeys, listTtl, statusToken } from './publishing.ts'
export { listStatusLists } from './status-lists-store.ts'
export { checkStatusToken, packStatuses, statusIn, type CheckedList } from './status-list.ts'
export { skewSeconds, verdicts, verifySdJwt, webCryptography, type Because, type IssuerKey, type KeyBindingWanted, type Verdict, type Verified, type Verifying } from './verify.ts'
export { factsOf } from './stating.ts'
export { insertCredentialUse, recordUses } from './using.ts'
export { nodeCryptography, verifyHere, type VerifiedHere } from './verifying.ts'

export const credentialsModule: Module = {
  name: 'credentials',
  routes: [...citizenCredentialRoutes, ...staffCredentialRoutes, ...publicCredentialRoutes],
  mount: async (server, app) => {
    followDecisions()
    mountStatusLists(server, app)
  },
  jobs: (app) => [
    { task: followTask, run: async (payload) => void (await followCases(app, (payload as { caseIds: string[] }).caseIds)) },
    { task: confirmTask, cron: '20 18 * * *', run: async () => void (await confirmCredentials(app)) }, // 02:20 in China
  ],
}
