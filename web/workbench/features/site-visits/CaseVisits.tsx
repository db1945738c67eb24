// On the page of a case: the site visit it needs, opened from here for all authorities, or where the present one leads; and what was
// recorded as missing until the joint list goes out. Nothing is drawn where there is neither.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { caseVisitsQuery, correctionQuery } from './queries.ts'
import { StateChip, useTime } from './standing.tsx'

type CaseReply = Reply<'getCase'>

export function CaseVisits({ one }: { one: CaseReply }) {
  return (
    <>
      <Corrections one={one} />
      <Visits one={one} />
    </>
  )
}

function Visits({ one }: { one: CaseReply }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const timeOf = useTime()
  const queries = useQueryClient()
  const { data } = useQuery(caseVisitsQuery(one.id, one.revision))
  const open = useChange(() => api('openSiteVisit', { params: { id: one.id } }), () => void queries.invalidateQueries({ queryKey: ['site-visits'] }))
  if (!data || (!data.needed && data.visits.length === 0)) return null
  const nameOf = (service: string) => textIn(one.siblings.find((each) => each.service === service)?.serviceName ?? { 'zh-CN': service })
  return (
    <Card title={t('visit-desk.case.title')}>
      <div className="tb-stack">
        {data.visits.map((visit) => (
          <p key={visit.id} className="tb-row">
            <b>{timeOf(visit)}</b> <StateChip visit={visit} /> <Link href={paths.workbenchVisit({ visit: visit.id })}>{t('visit-desk.case.see')}</Link>
          </p>
        ))}
        {data.because !== 'done' && data.because !== 'open' && (
          <>
            <p>{t('visit-desk.case.needed')} {data.with.length > 0 && t('visit-desk.case.together', { services: format.list(data.with.map(({ service }) => nameOf(service))) })}</p>
            {open.error !== null && <Notice tone="danger" live="assertive">{messageOf(open.error) ?? t('visit-desk.do.failed')}</Notice>}
            <div><Button variant="ghost" busy={open.isPending} disabledReason={data.because === null ? undefined : t(`visit-desk.case.because.${data.because}`)} onClick={() => open.mutate()}>{t('visit-desk.case.open')}</Button></div>
          </>
        )}
      </div>
    </Card>
  )
}

function Corrections({ one }: { one: CaseReply }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { data } = useQuery(correctionQuery(one.id, one.revision))
  const asks = one.actions.some(({ action, possible }) => action === 'requestSupplement' && possible)
  if (!data?.together || (!data.recorded && !asks)) return null
  const { recorded, awaits } = data
  return (
    <Card title={t('visit-desk.correction.title')}>
      {recorded?.waits && (
        <>
          <p><b>{t('visit-desk.correction.waits', { n: recorded.items.length, day: format.day(recorded.lastOn) })}</b></p>
          <ol>{recorded.items.map(({ what }) => <li key={what}>{what}</li>)}</ol>
        </>
      )}
      {recorded && !recorded.waits && <p>{t('visit-desk.correction.sent')}</p>}
      {(recorded?.waits ?? asks) && awaits.length > 0 && <p>{t('visit-desk.correction.awaits', { names: format.list(awaits.map(textIn)) })}</p>}
      {!recorded && <p className="tb-muted">{t('visit-desk.correction.lead')}</p>}
      {recorded?.waits && asks && <p className="tb-muted">{t('visit-desk.correction.change')}</p>}
    </Card>
  )
}
