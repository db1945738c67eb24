// Everything the authorities of an application miss, as one list: each thing once with who asks for it and why, one button for all.
// What is typed is kept in the tab until it was sent.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { gatherItems, type GatheredItem } from '../../../../server/modules/cases/correction.ts'
import { api, ApiFailure } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { ConceptField } from '../../../shared/form/ConceptField.tsx'
import { tabStorage, unsavedAnswers } from '../../../shared/form/unsaved.ts'
import { useFieldContext } from '../../../shared/form/useFieldContext.ts'
import { useFields, type FormField } from '../../../shared/form/useFields.ts'
import { plainDateOf, useFormat } from '../../../shared/format.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { now } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { loadTracking, useTracking, applicationQuery, type TrackingPage } from './queries.ts'
import { draftQuery, type Draft } from '../apply/queries.ts'
import { acceptedBy, filesOf } from '../apply/uploads.ts'
import { useUploads } from '../apply/useUploads.ts'
import './corrections.css'

export const loader = loadTracking

export const title = ({ tracking }: TrackingPage) => `${t('visits.corrections.title')} · ${textNow(tracking.matterName)}`

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const page = useTracking()
  const { tracking } = page
  const { data: draft } = useQuery(draftQuery(tracking.id))
  const format = useFormat()
  const asking = tracking.cases.filter(({ supplement }) => supplement.length > 0)
  const [answerBy] = asking.flatMap(({ course }) => course.answerBy ?? []).toSorted()
  return (
    <div className="tb-page tb-page-text tb-stack">
      <Breadcrumbs items={[{ label: t('shell.nav.applications'), href: paths.applications() }, { label: textIn(tracking.matterName), href: paths.application({ application: tracking.id }) }, { label: t('visits.corrections.title') }]} />
      <header>
        <h1>{t('visits.corrections.title')}</h1>
        {answerBy && <p><b>{t('applications.supplement.by', { date: format.day(answerBy) })}</b></p>}
        {asking.length > 0 && <p>{t('visits.corrections.lead', { n: new Set(asking.map(({ authorityName }) => authorityName['zh-CN'])).size })}</p>}
      </header>
      {asking.length === 0 ? (
        <EmptyState icon="check" title={t('visits.corrections.none')} action={<LinkButton href={paths.application({ application: tracking.id })} variant="ghost">{textIn(tracking.matterName)}</LinkButton>} />
      ) : draft ? <Form page={page} draft={draft} /> : <Loading lines={6} />}
      <SignedOutDialog />
    </div>
  )
}

const longestNote = 2000

/** Documents the refused answer still lacks; each once. */
const refusedDocuments = (error: unknown): string[] => {
  if (!(error instanceof ApiFailure) || typeof error.details !== 'object' || error.details === null || !('items' in error.details) || !Array.isArray(error.details.items)) return []
  return [...new Set(error.details.items.flatMap((item: unknown) => (typeof item === 'object' && item !== null && 'evidence' in item && typeof item.evidence === 'string' ? [item.evidence] : [])))]
}

function Form({ page: { tracking, catalogue }, draft }: { page: TrackingPage; draft: Draft }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const uploads = useUploads(tracking.id)
  const [unsaved] = useState(() => unsavedAnswers(tabStorage(), `corrections-${tracking.id}`))
  const [note, setNote] = useState(String(unsaved.read()['note'] ?? ''))
  const [attempt, setAttempt] = useState(0)
  const context = useFieldContext(catalogue.regions)
  const gathered = gatherItems(tracking.cases.map(({ id, supplement }) => ({ caseId: id, items: supplement })))
  const wanted = gathered.flatMap(({ concept: id }): FormField[] => {
    const concept = id === undefined ? undefined : catalogue.concepts[id]
    if (!concept) return []
    const planned = draft.plan.concepts.find((each) => each.concept === concept.id)
    return [{ concept, constraint: concept.constraint, required: true, saved: draft.answers[concept.id] ?? planned?.value ?? null }]
  })
  const fields = useFields(wanted, { typed: unsaved.read(), on: plainDateOf(now()), context, onChange: unsaved.put })
  const lacks = (evidence: string) => !draft.uploads.some((upload) => upload.evidence === evidence)
  const nameOf = (evidence: string) => textIn(catalogue.evidence[evidence]?.name ?? { 'zh-CN': evidence })
  const lackingText = (evidence: string) => t('visits.corrections.lacking', { name: nameOf(evidence) })
  const lacking = gathered.flatMap(({ evidence }) => (evidence !== undefined && lacks(evidence) ? [evidence] : []))
  const answer = useChange(
    (partly: boolean) => api('answerCorrections', { params: { id: tracking.id }, body: { answers: { ...fields.values() }, note, partly } }),
    (reply) => {
      unsaved.clear()
      queryClient.setQueryData(applicationQuery(tracking.id).queryKey, reply)
      void queryClient.invalidateQueries({ queryKey: ['applications', 'own'] })
      toast(t('visits.corrections.done'))
      if (reply.cases.every(({ supplement }) => supplement.length === 0)) void navigate(paths.application({ application: tracking.id }))
    },
  )
  const send = () => {
    setAttempt(attempt + 1)
    if (fields.check() && lacking.length === 0) answer.mutate(false)
  }
  // The server knows which documents an authority has seen already.
  const refused = refusedDocuments(answer.error).filter((evidence) => !lacking.includes(evidence))
  const errors = [...fields.errors, ...(attempt > 0 ? lacking.map((evidence) => ({ field: `correction-${evidence}`, message: lackingText(evidence) })) : []), ...refused.map((evidence) => ({ field: `correction-${evidence}`, message: t('visits.corrections.seen', { name: nameOf(evidence) }) }))]
  const open = attempt > 0 ? fields.errors.length + lacking.length + refused.length : 0
  const incomplete = codeOf(answer.error) === 'incomplete'
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      {gathered.map((item) => {
        const field = wanted.find(({ concept }) => concept.id === item.concept)
        const type = item.evidence === undefined ? undefined : catalogue.evidence[item.evidence]
        return (
          <Card key={item.key} title={field ? textIn(field.concept.name) : type ? textIn(type.name) : t('visits.corrections.free')}>
            <div className="tb-stack">
              <Asks item={item} cases={tracking.cases} />
              {field && <ConceptField {...fields.propsOf(field)} />}
              {type && item.evidence !== undefined && (
                <FileInput
                  id={`correction-${item.evidence}`} label={textIn(type.name)} labelHidden multiple camera accept={acceptedBy(type.accept)} maxBytes={type.maxBytes}
                  error={refused.includes(item.evidence) ? t('visits.corrections.seen', { name: nameOf(item.evidence) }) : attempt > 0 && lacks(item.evidence) ? lackingText(item.evidence) : undefined} files={filesOf(tracking.id, item.evidence, draft.uploads, uploads.sending)}
                  onAdd={(files) => uploads.add(item.evidence ?? '', files)} onRemove={uploads.remove} onRetry={uploads.retry}
                />
              )}
            </div>
          </Card>
        )
      })}
      <TextArea
        label={t('visits.corrections.note')} optional rows={3} limit={longestNote} value={note}
        onChange={(text) => {
          setNote(text)
          unsaved.put({ note: text })
        }}
      />
      <p className="tb-muted">{t('visits.corrections.clock')} {t('visits.corrections.law')}</p>
      {answer.error !== null && <Notice tone="danger" live="assertive">{messageOf(answer.error) ?? t('visits.failed')}</Notice>}
      {(open > 0 || incomplete) && <p role="status">{t('visits.corrections.partly', { n: Math.max(1, open) })}</p>}
      <div className="tb-row">
        <Button busy={answer.isPending || uploads.sending.some(({ error }) => error === undefined)} onClick={send}>{t('visits.corrections.send')}</Button>
        {(open > 0 || incomplete) && <Button variant="ghost" busy={answer.isPending} onClick={() => answer.mutate(true)}>{t('visits.corrections.sendPartly')}</Button>}
      </div>
    </>
  )
}

/** Each case that asks for it, in the words of its authority. */
function Asks({ item, cases }: { item: GatheredItem; cases: TrackingPage['tracking']['cases'] }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <ul className="corrections-asks" aria-label={t('visits.corrections.by')}>
      {item.asks.map(({ caseId, what }) => {
        const one = cases.find(({ id }) => id === caseId)
        return <li key={`${caseId} ${what}`}>{t('visits.corrections.ask', { authority: one ? textIn(one.authorityShortName) : '', service: one ? textIn(one.name) : '', what })}</li>
      })}
    </ul>
  )
}
