// Types of e-licence as the packs describe them, for whoever shows or reads one; the names of what they say.
// Pure; server and browser.
import type { Texts } from '../../kernel/texts.ts'
import type { CredentialType } from '../catalogue/index.ts'

export type { CardLayout, CredentialClaim, CredentialType, DerivedClaim } from '../catalogue/index.ts'

/** Every claim a copy may have, by id, derived ones last. */
export const claimNames = ({ claims, derived }: Pick<CredentialType, 'claims' | 'derived'>): ReadonlyMap<string, Texts> =>
  new Map([...claims, ...derived].map(({ id, name }) => [id, name]))
