// When a result was first opened in the account, and by whom where somebody acts for its person. Nothing before that.
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { receiptsQuery } from './receipts.ts'

export function OpenedOn({ application, result }: { application: string; result: string }) {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery(receiptsQuery(application))
  const receipt = data?.receipts.find((each) => each.result === result)
  if (!receipt) return null
  const time = format.instant(receipt.at)
  return <p className="tb-muted">{receipt.by === null ? t('applications.result.opened', { time }) : t('applications.result.openedBy', { time, name: receipt.by })}</p>
}
