// What case this is, where it stands, and how much time is left: always at the top of the column.
// On a phone it also leads back to the list and down to the actions.
import { hasEnded } from '../../../../server/modules/cases/case.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { useFormat } from '../../../shared/format.ts'
import { paths } from '../../../shared/paths.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { filterQuery, type QueueFilter } from '../queue/queue.ts'
import { stateTones } from './case-view.ts'
import { moment } from './moment.ts'
import type { CaseReply } from './queries.ts'
import { timeText } from '../queue/time-text.ts'

export function CaseHeader({ one, filter }: { one: CaseReply; filter: QueueFilter }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { text, tone } = timeText(one, t, 'long')
  const handler = one.mine ? t('cases.head.mine') : one.assigneeName ? t('cases.head.handler', { name: one.assigneeName }) : hasEnded(one.state) ? '' : t('cases.head.unclaimed')
  return (
    <header className="case-head">
      <div className="case-narrow-only tb-row">
        <Link href={paths.workbench({}, filterQuery(filter))}>{t('cases.head.back')}</Link>
        <a className="tb-row-end" href="#case-actions">{t('cases.head.toActions')}</a>
      </div>
      <div className="tb-row">
        <h1>{t('cases.title', { service: textIn(one.serviceName), applicant: one.applicant })}</h1>
        <Chip tone={stateTones[one.state]}>{t(`cases.state.${one.state}`)}</Chip>
        <Chip>{t('cases.head.of', { matter: textIn(one.matterName), n: one.position.number, of: one.position.of })}</Chip>
        <span className="case-time tb-row-end" data-tone={tone}>
          {one.promisedOn && <span>{t('cases.head.promised', { date: format.day(one.promisedOn) })}</span>}
          {one.urgency !== 'none' && <b>{text}</b>}
        </span>
      </div>
      <p className="tb-muted case-line">
        <span className="case-number">{one.number}</span>
        <span>{textIn(one.authorityName)}</span>
        {handler && <span>{handler}</span>}
        <span>{t('cases.head.received', { time: moment(one.createdAt) })}</span>
        {one.dueOn && <span>{t('cases.head.due', { date: format.day(one.dueOn) })}</span>}
      </p>
    </header>
  )
}
