// On the page of a case: who has had it since when, under which duty. Only for cases a hall elsewhere took in; others have their history.
import { useQuery } from '@tanstack/react-query'
import { ChainTimeline } from '../../../shared/ChainTimeline.tsx'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { caseChainQuery } from './queries.ts'

export function ChainCard({ id }: { id: string }) {
  const t = useT()
  const { data } = useQuery(caseChainQuery(id))
  if (!data?.transfer) return null
  return (
    <Card title={t('cross-region.chain.title')} aside={<Link href={paths.workbenchTransfer({ transfer: data.transfer })}>{t('transfer-desk.toTransfer')}</Link>}>
      <ChainTimeline chain={data.chain} label={t('cross-region.chain.title')} />
    </Card>
  )
}
