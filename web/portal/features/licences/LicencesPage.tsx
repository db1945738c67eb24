// What was decided here is in the wallet, with everything else one has been issued; this address, known from messages, leads there.
// Hearing, change and extension of each are its cards (LicenceCard.tsx).
import { redirect } from 'react-router'
import { t } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'

export const loader = () => redirect(`${paths.wallet()}#results`)

export const title = () => t('licences.title')

export function Component() {
  return null
}
