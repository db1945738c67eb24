// Whether a service takes the identity somebody logged in with: the kind of document and how surely the login knows them. Pure; the
// pages ask it too. A service that says nothing takes residents with an identity card of the mainland.
import { isAtLeast, type Assurance, type IdKind } from '../../kernel/identity-documents.ts'
import type { Service } from './definitions.ts'

export type IdentityTerms = { accepts: IdKind[]; assurance: Assurance }

export const identityTermsOf = ({ identity }: Pick<Service, 'identity'>): IdentityTerms => identity ?? { accepts: ['resident-id'], assurance: 'substantial' }

/** `kind`: not with this document; `assurance`: the login is not sure enough; undefined: accepted. */
export type IdentityObstacle = 'kind' | 'assurance'

export const identityObstacle = (service: Pick<Service, 'identity'>, person: { idKind: IdKind; assurance: Assurance }): IdentityObstacle | undefined => {
  const { accepts, assurance } = identityTermsOf(service)
  if (!accepts.includes(person.idKind)) return 'kind'
  return isAtLeast(person.assurance, assurance) ? undefined : 'assurance'
}
