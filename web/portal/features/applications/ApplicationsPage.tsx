// My applications: drafts to go on with, what is running, what has ended.
// What needs the person stands first.
import { useSuspenseQuery } from '@tanstack/react-query'
import { formatMoment, plainDateOf, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, LinkCard } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { DiscardDraft } from '../apply/DiscardDraft.tsx'
import { isDraft, isRunning, ownApplicationsQuery, type OwnApplication } from '../matters/own-applications.ts'
import { progressTone } from './case-state.ts'
import './applications.css'

export const loader = async () => ({ applications: await queryClient.fetchQuery(ownApplicationsQuery) })

export const title = () => t('shell.nav.applications')

const needsYou = ({ progress }: OwnApplication): boolean => progress === 'needsYou'

export function Component() {
  const t = useT()
  const { acting } = useSession()
  const { data: applications } = useSuspenseQuery(ownApplicationsQuery)
  const drafts = applications.filter(isDraft)
  const running = applications.filter(isRunning).toSorted((a, b) => Number(needsYou(b)) - Number(needsYou(a)))
  const ended = applications.filter((each) => !isDraft(each) && !isRunning(each))
  return (
    <div className="tb-page tb-page-text tb-stack-l">
      <h1>{acting ? t('shell.acting.applications', { name: acting.name }) : t('shell.nav.applications')}</h1>
      {!acting && <div><LinkButton variant="quiet" href={paths.licences()}>{t('applications.list.licences')}</LinkButton></div>}
      {applications.length === 0 && (
        <EmptyState title={t('applications.list.empty')} action={<LinkButton href={paths.home()}>{t('applications.list.find')}</LinkButton>}>
          <p>{t('applications.list.emptyText')}</p>
        </EmptyState>
      )}
      {drafts.length > 0 && (
        <section className="tb-stack">
          <h2>{t('applications.list.drafts')}</h2>
          {drafts.map((draft) => <DraftEntry key={draft.id} draft={draft} />)}
        </section>
      )}
      {running.length > 0 && (
        <section className="tb-stack">
          <h2>{t('applications.list.running')}</h2>
          {running.map((application) => <Entry key={application.id} application={application} />)}
        </section>
      )}
      {ended.length > 0 && (
        <section className="tb-stack">
          <h2>{t('applications.list.ended')}</h2>
          {ended.map((application) => <Entry key={application.id} application={application} />)}
        </section>
      )}
      <SignedOutDialog />
    </div>
  )
}

function DraftEntry({ draft }: { draft: OwnApplication }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <Card title={textIn(draft.matterName)} level={3} aside={<Chip>{t('applications.list.draft')}</Chip>}>
      <div className="tb-stack">
        <p className="tb-muted">{t('applications.list.filled', { n: draft.filled, time: formatMoment(draft.updatedAt, thisYear()) })}</p>
        {!draft.offered && <Notice tone="warning" title={t('apply.kept.notOffered')}>{t('apply.kept.safe')}</Notice>}
        <div className="tb-row">
          {draft.offered ? <LinkButton href={paths.apply({ application: draft.id })}>{t('applications.list.continue')}</LinkButton> : <LinkButton variant="quiet" href={paths.applyKept({ application: draft.id })}>{t('applications.list.kept')}</LinkButton>}
          <DiscardDraft draft={draft} />
        </div>
      </div>
    </Card>
  )
}

function Entry({ application }: { application: OwnApplication }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { services, progress, promisedOn, submittedAt, number } = application
  const done = services.filter(({ ended }) => ended).length
  return (
    <LinkCard
      href={paths.application({ application: application.id })}
      title={textIn(application.matterName)}
      foot={
        <>
          {progress && <Chip tone={progressTone(progress)}>{t(`applications.progress.${progress}`)}</Chip>}
          {done < services.length && promisedOn && <Chip>{t('applications.tracking.promise', { date: format.day(promisedOn) })}</Chip>}
        </>
      }
    >
      {submittedAt && t('applications.list.submitted', { date: format.day(plainDateOf(submittedAt)), number: number ?? '' })}
      <span className="applications-bar">
        <Progress value={services.length === 0 ? 0 : done / services.length} label={t('applications.list.done', { done, total: services.length })} tone={progress ? progressTone(progress) : 'azure'} />
        <small>{t('applications.list.done', { done, total: services.length })}</small>
      </span>
    </LinkCard>
  )
}
