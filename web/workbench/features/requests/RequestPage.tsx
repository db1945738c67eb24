// One request: what was reported, what the machine understood, what is like it, the answer, the clock, the history.
// At the right what can be done; the list stays at the left.
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Loading } from '../../../ui/States.tsx'
import { ThreeColumns } from '../../../ui/ThreeColumns.tsx'
import { forStaff } from '../../for-staff.ts'
import { timeText } from './clock.ts'
import { DeskContext, useNewDesk } from './desk.ts'
import { requestQuery, type DeskRequest } from './queries.ts'
import { RequestList } from './RequestList.tsx'
import { RequestParts } from './RequestParts.tsx'
import { RequestSide } from './RequestSide.tsx'
import './requests.css'

export const loader = forStaff(({ params }) => queryClient.fetchQuery(requestQuery(params['request'] ?? '')))

export const title = (one: DeskRequest | null) => one?.title ?? t('request-desk.title')

export function Component() {
  const { request: id = '' } = useParams()
  const { data: one } = useQuery(requestQuery(id))
  if (!one) return <Loading />
  return <RequestView key={id} one={one} />
}

function RequestView({ one }: { one: DeskRequest }) {
  const t = useT()
  const desk = useNewDesk(one)
  return (
    <DeskContext value={desk}>
      <ThreeColumns narrow="main" listLabel={t('request-desk.list')} mainLabel={one.title} sideLabel={t('request-desk.actions.title')} list={<RequestList selected={one.id} />} side={<RequestSide />}>
        <div className="request-main tb-stack">
          <Head one={one} />
          <RequestParts one={one} />
        </div>
      </ThreeColumns>
      <SignedOutDialog />
    </DeskContext>
  )
}

function Head({ one }: { one: DeskRequest }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const [search] = useSearchParams()
  const { text, tone } = timeText(one, t)
  return (
    <header className="tb-stack">
      <div className="request-narrow"><Link href={paths.workbenchRequests({}, Object.fromEntries(search))}>{t('request-desk.head.back')}</Link></div>
      <div>
        <div className="tb-row">
          <h1>{one.title}</h1>
          <Chip tone="azure">{t(`request-desk.states.${one.state}`)}</Chip>
          <Chip>{t(`request-desk.kinds.${one.kind}`)}</Chip>
          {one.round > 1 && <Chip tone="warning">{t('request-desk.head.round', { n: one.round })}</Chip>}
          <span className="tb-row-end"><Chip tone={tone}>{text}</Chip></span>
        </div>
        <p className="tb-muted">{t('request-desk.head.number', { number: one.number, channel: t(`request-desk.channels.${one.channel}`), time: format.instant(one.receivedAt) })}</p>
        <p>
          {one.unit ? t('request-desk.head.unit', { unit: textIn(one.unit.name) }) : t('request-desk.head.noUnit')}
          {one.assignee && <> · {t('request-desk.head.assignee', { name: one.assignee })}</>}
          {one.seconds > 0 && <> · {t('request-desk.head.seconds', { n: one.seconds + 1 })}</>}
        </p>
      </div>
      {one.front && <Notice tone="danger" title={t('request-desk.head.front')}><p>{t('request-desk.head.frontText')}</p></Notice>}
    </header>
  )
}
