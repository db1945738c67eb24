// What whoever checks may read of a credential: names and words of the claims that were shown, and nothing else.
import { plainDate } from '../../kernel/clock.ts'
import { nameOr, type Language } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { claimsOn, credentialTypeOf, getCredential, standingOn, type Credential } from '../credentials/index.ts'
import type { Checked } from './checked.ts'
import { claimFaces, claimText } from './claim-face.ts'
import { requestForMs } from './presentation.ts'
import { findPresentation } from './presentations-store.ts'
import type { PresentationRequest } from './request.ts'

/** @param signed values as a copy has them; as of today when absent */
export const checkedOf = (app: App, credential: Credential, shown: readonly string[], language: Language, signed?: Readonly<Record<string, unknown>>): Pick<Checked, 'type' | 'issuer' | 'claims' | 'validUntil'> => {
  const catalogue = app.packs.catalogueFor(app.config.region)
  const type = credentialTypeOf(app, credential)
  const faces = new Map((type ? claimFaces(type, catalogue) : []).map((face) => [face.id, face]))
  const values: Readonly<Record<string, unknown>> = signed ?? { ...(type ? claimsOn(type, credential, plainDate(app.clock.now())) : credential.claims), number: credential.number }
  return {
    type: type ? { id: type.id, name: type.name } : null,
    issuer: authorityOf(catalogue, credential.issuer.line, credential.issuer.region)?.name ?? null,
    claims: shown.flatMap((id) => (values[id] === undefined ? [] : [{ id, name: nameOr(faces.get(id), id), text: claimText(faces.get(id), values[id], language) }])),
    validUntil: credential.validUntil,
  }
}

/** What was shown in answer to a request, as it stands now; null before an answer, after a no, and half an hour after a yes. */
export const answerOf = async (app: App, { presentationId, answeredAt }: PresentationRequest, language: Language): Promise<Checked | null> => {
  const now = app.clock.now()
  if (presentationId === null || answeredAt === null || now.getTime() - new Date(answeredAt).getTime() > requestForMs) return null
  const shown = await findPresentation(app.db.read, presentationId)
  if (!shown) return null
  const credential = await getCredential(app.db.read, shown.credentialId)
  const standing = standingOn(credential, plainDate(now))
  return {
    verdict: standing === 'replaced' ? 'revoked' : standing, ...checkedOf(app, credential, shown.claims, language), purpose: shown.purpose, shownBy: shown.shownBy, bound: true,
    checkedAt: now.toISOString(), statusAt: now.toISOString(),
  }
}
