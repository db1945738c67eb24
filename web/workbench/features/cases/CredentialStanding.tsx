// The e-licence a document was replaced by: its number, and whether it still holds at this moment.
// Asked only where a case relies on one; while the answer is awaited nothing stands there.
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { useDesk } from './desk.ts'
import { caseCredentialsQuery } from './queries.ts'

export function CredentialStanding({ evidence }: { evidence: string }) {
  const t = useT()
  const { one } = useDesk()
  const { data, isError } = useQuery(caseCredentialsQuery(one.id))
  if (isError) return <span className="tb-muted">{t('cases.credential.unasked')}</span>
  const found = data?.find((each) => each.evidence === evidence)?.credential
  if (!found) return null
  const { standing, number } = found
  return (
    <span>
      {number} <Chip tone={standing === 'valid' ? 'success' : standing === 'suspended' || standing === 'replaced' ? 'warning' : 'danger'}>{t(`cases.credential.${standing}`)}</Chip>
    </span>
  )
}
