// The last page: which authority receives what, who was asked, the declaration of truth, and handing in, once.
// Handing in twice is the same as once, so a failed attempt can simply be repeated.
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { redirect, useNavigate, type LoaderFunctionArgs } from 'react-router'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { textNow } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Link } from '../../../ui/Link.tsx'
import { ApplyFrame } from './ApplyFrame.tsx'
import { useNames } from './names.ts'
import { draftQuery, loadDraft, useDraft, type DraftPage } from './queries.ts'
import { OwnConfirmation, useUnconfirmed } from './OwnConfirmation.tsx'
import { listRecipients } from './recipients.ts'
import { listRegistries } from './registries.ts'
import { SubmitFailed } from './SubmitFailed.tsx'
import { forgetSaver } from './useSaver.ts'
import { applicationQuery } from './submitted.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  const page = await loadDraft({ params })
  if (Object.values(page.draft.missing).some((each) => each.length > 0)) throw redirect(paths.applyCheck({ application: page.draft.id }))
  return page
}

export const title = ({ draft }: DraftPage) => t('apply.submit.of', { matter: textNow(draft.matterName) })

const declarationId = 'declaration'

export function Component() {
  const t = useT()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { application, draft, catalogue } = useDraft()
  const [truthful, setTruthful] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const unconfirmed = useUnconfirmed(application)
  const error = attempt > 0 && !truthful ? t('apply.submit.declare') : undefined
  const submitting = useChange(
    () =>
      api('submitApplication', { params: { id: application }, body: { truthful: true } }).catch((failure: unknown) => {
        // Records that changed are in the draft now; the pages show them.
        if (codeOf(failure) === 'facts_changed') void queries.invalidateQueries({ queryKey: draftQuery(application).queryKey })
        throw failure
      }),
    (tracking) => {
      forgetSaver(application)
      queries.setQueryData(applicationQuery(application).queryKey, tracking)
      void queries.invalidateQueries({ queryKey: ['applications'] })
      void queries.invalidateQueries({ queryKey: ['messages'] })
      // The page still shows the draft until the next one is there.
      void Promise.resolve(navigate(paths.application({ application }), { replace: true, state: { submitted: true } })).then(() => queries.removeQueries({ queryKey: draftQuery(application).queryKey }))
    },
  )
  const submit = () => {
    setAttempt(attempt + 1)
    if (truthful) submitting.mutate()
  }
  return (
    <ApplyFrame draft={draft} title={t('apply.submit.title')}>
      <div className="tb-stack">
        <ErrorSummary errors={error ? [{ field: declarationId, message: error }] : []} attempt={attempt} />
        <div className="apply-head">
          <h1>{t('apply.submit.title')}</h1>
          <p>{t('apply.submit.lead')}</p>
        </div>
        <Recipients />
        <AskedRegistries />
        <OwnConfirmation application={application} />
        <Card title={t('apply.submit.declaration')}>
          <div className="tb-stack">
            <Checkbox id={declarationId} label={t('apply.submit.truthful')} checked={truthful} onChange={setTruthful} error={error} />
            {submitting.error !== null && <SubmitFailed error={submitting.error} application={application} catalogue={catalogue} />}
            <div>
              <Button busy={submitting.isPending || submitting.isSuccess} disabledReason={unconfirmed} onClick={submit}>{t('apply.submit.submit')}</Button>
            </div>
            <p className="tb-muted">{t('apply.submit.after', { days: draft.plan.promisedDays })}</p>
          </div>
        </Card>
      </div>
    </ApplyFrame>
  )
}

/** Every authority with exactly what it receives. */
function Recipients() {
  const t = useT()
  const format = useFormat()
  const { draft, catalogue } = useDraft()
  const names = useNames(catalogue)
  const list = (items: readonly string[]) => items.join(t('apply.separator'))
  return (
    <Card title={t('apply.submit.recipients')}>
      <ul className="apply-recipients">
        {listRecipients(draft).map(({ line, region, services, concepts, evidence }) => (
          <li key={`${line} ${region}`}>
            <b>{names.authority(line, region)}</b>
            <span className="tb-muted">{t('apply.submit.for', { services: format.list(services.map(names.service)) })}</span>
            <details className="apply-details">
              <summary>{evidence.length > 0 ? t('apply.submit.receivesBoth', { n: concepts.length, documents: evidence.length }) : t('apply.submit.receives', { n: concepts.length })}</summary>
              <p>{list(concepts.map(names.concept))}</p>
              {evidence.length > 0 && <p>{t('apply.submit.documents', { documents: list(evidence.map(names.evidence)) })}</p>}
            </details>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The registries and what the person said to each; changed on their own page. */
function AskedRegistries() {
  const t = useT()
  const { application, draft, catalogue } = useDraft()
  const names = useNames(catalogue)
  const views = listRegistries(draft, catalogue)
  if (views.length === 0) return null
  return (
    <Card title={t('apply.submit.registries')} aside={<Link href={paths.applyConsents({ application })}>{t('common.change')}</Link>}>
      <ul className="apply-recipients">
        {views.map(({ registry, decision, answered }) => (
          <li key={registry}>
            <b>{names.registry(registry)}</b>
            <span className="tb-muted">{t(`apply.submit.decision.${decision}`)}{answered.length > 0 && ` · ${t('apply.registries.answers', { n: answered.length })}`}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
