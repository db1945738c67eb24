// The main action of a matter's page: begin, go on with the draft, or follow what is already running.
// Who is not logged in is sent to log in with the answers kept, and the application then begins by itself.
import { useQuery } from '@tanstack/react-query'
import type { Plan } from '../../../../server/modules/planning/plan.ts'
import { messageOf, logIdOf } from '../../../shared/failure.ts'
import { plainDateOf, useFormat } from '../../../shared/format.ts'
import { useSentences } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { mayApply, useSession } from '../../../shared/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { isDraft, isRunning, ownApplicationsQuery, type OwnApplication } from './own-applications.ts'
import type { Starting } from './useStart.ts'

export function StartCard({ plan, batch, starting }: { plan: Plan; batch: boolean; starting: Starting }) {
  const t = useT()
  const sentences = useSentences()
  const session = useSession()
  const resident = mayApply(session)
  const { data: own = [] } = useQuery({ ...ownApplicationsQuery, enabled: resident })
  const mine = own.filter(({ matter }) => matter === plan.matter)
  const draft = mine.find(isDraft)
  const running = mine.find(isRunning)
  const { fields, evidence } = plan.after
  const isStaff = session.status === 'signed-in' && !resident
  return (
    <Card>
      <div className="tb-stack matter-start">
        {running && !draft ? (
          <>
            <LinkButton href={paths.application({ application: running.id })} block>{t('matters.start.follow')}</LinkButton>
            <Since text="running" at={running.submittedAt ?? running.updatedAt} />
          </>
        ) : null}
        <Button
          block
          variant={running && !draft ? 'ghost' : 'primary'}
          busy={starting.busy}
          disabledReason={isStaff ? t('matters.start.staff') : undefined}
          onClick={() => starting.start()}
        >
          {draft ? t('matters.start.continue') : running ? t('matters.start.again') : t('matters.start.begin')}
        </Button>
        {starting.error !== undefined && <Failed error={starting.error} />}
        {batch && resident && !session.acting && <Link href={paths.batches()}>{t('matters.start.batch')}</Link>}
        {draft && <Since text="draft" at={draft.updatedAt} />}
        <p className="tb-muted">
          {sentences(
            evidence > 0 ? t('matters.start.needs', { fields, evidence }) : t('matters.start.needsNothing', { fields }),
            t('matters.start.saved'),
            session.status === 'anonymous' && t('matters.start.login'),
          )}
        </p>
      </div>
    </Card>
  )
}

function Since({ text, at }: { text: 'draft' | 'running'; at: OwnApplication['updatedAt'] }) {
  const t = useT()
  const format = useFormat()
  return <p className="tb-muted">{t(`matters.start.${text}`, { date: format.day(plainDateOf(at)) })}</p>
}

function Failed({ error }: { error: unknown }) {
  const t = useT()
  const sentences = useSentences()
  const id = logIdOf(error)
  return (
    <Notice tone="danger" live="assertive" title={t('matters.start.failed')}>
      <p>
        {sentences(messageOf(error), t('matters.start.keep'))}
      </p>
      {id && <p className="tb-muted">{t('ui.error.log', { id })}</p>}
    </Notice>
  )
}
