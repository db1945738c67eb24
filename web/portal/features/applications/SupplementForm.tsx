// What an authority asks for, once, and the form to answer it: the concepts to correct, the documents to add, a remark.
// What is typed is kept in the tab until it was sent, as in the form itself.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { ConceptField } from '../../../shared/form/ConceptField.tsx'
import { tabStorage, unsavedAnswers } from '../../../shared/form/unsaved.ts'
import { useFieldContext } from '../../../shared/form/useFieldContext.ts'
import { useFields, type FormField } from '../../../shared/form/useFields.ts'
import { plainDateOf, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { now } from '../../../shared/now.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Loading } from '../../../ui/States.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { draftQuery, type Draft } from '../apply/queries.ts'
import { acceptedBy, filesOf } from '../apply/uploads.ts'
import { useUploads } from '../apply/useUploads.ts'
import { applicationQuery, type TrackedCase, type Tracking } from './queries.ts'

interface Props {
  one: TrackedCase
  tracking: Tracking
  catalogue: Catalogue
}

/** The form needs the answers given before; they come with the draft the application was made from. */
export function SupplementForm(props: Props) {
  const { data: draft } = useQuery(draftQuery(props.tracking.id))
  return draft ? <Form {...props} draft={draft} /> : <Loading lines={3} />
}

const noteKey = 'note'
const longestNote = 2000

function Form({ one, tracking, catalogue, draft }: Props & { draft: Draft }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const queries = useQueryClient()
  const context = useFieldContext(catalogue.regions)
  const uploads = useUploads(tracking.id)
  const [unsaved] = useState(() => unsavedAnswers(tabStorage(), one.id))
  const [note, setNote] = useState(String(unsaved.read()[noteKey] ?? ''))
  const [attempt, setAttempt] = useState(0)
  const wanted = one.supplement.flatMap(({ concept: id }): FormField[] => {
    const concept = id === undefined ? undefined : catalogue.concepts[id]
    if (!concept) return []
    const planned = draft.plan.concepts.find((each) => each.concept === concept.id)
    return [{ concept, constraint: concept.constraint, required: true, saved: draft.answers[concept.id] ?? planned?.value ?? null }]
  })
  const fields = useFields(wanted, { typed: unsaved.read(), on: plainDateOf(now()), context, onChange: unsaved.put })
  const documents = one.supplement.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence]))
  const lacking = documents.filter((evidence) => !draft.uploads.some((upload) => upload.evidence === evidence))
  const documentId = (evidence: string) => `supplement-${one.id}-${evidence}`
  const lackingText = (evidence: string) => t('applications.supplement.lacking', { name: textIn(catalogue.evidence[evidence]?.name ?? { 'zh-CN': evidence }) })

  const answer = useChange(
    () => api('answerSupplement', { params: { id: tracking.id, case: one.id }, body: { answers: { ...fields.values() }, note } }),
    (reply) => {
      unsaved.clear()
      queries.setQueryData(applicationQuery(tracking.id).queryKey, reply)
      void queries.invalidateQueries({ queryKey: ['applications', 'own'] })
      toast(t('applications.supplement.done', { authority: textIn(one.authorityShortName) }))
    },
  )
  const send = () => {
    setAttempt(attempt + 1)
    if (fields.check() && lacking.length === 0) answer.mutate()
  }
  const remember = (text: string) => {
    setNote(text)
    unsaved.put({ [noteKey]: text })
  }
  const errors = [...fields.errors, ...(attempt > 0 ? lacking.map((evidence) => ({ field: documentId(evidence), message: lackingText(evidence) })) : [])]
  const underWay = uploads.sending.some(({ error }) => error === undefined)
  return (
    <div className="tb-stack">
      <p>
        <b>{t('applications.supplement.asks', { authority: textIn(one.authorityName) })}</b>
      </p>
      <ol className="applications-asked">
        {one.supplement.map(({ what }) => <li key={what}>{what}</li>)}
      </ol>
      <p className="tb-muted">{t('applications.supplement.clock')}{one.course.answerBy && ` ${t('applications.supplement.by', { date: format.day(one.course.answerBy) })}`}</p>
      <ErrorSummary errors={errors} attempt={attempt} />
      {wanted.map((field) => <ConceptField key={field.concept.id} {...fields.propsOf(field)} />)}
      {documents.map((evidence) => {
        const type = catalogue.evidence[evidence]
        return type && (
          <FileInput
            key={evidence}
            id={documentId(evidence)}
            label={textIn(type.name)}
            multiple
            camera
            accept={acceptedBy(type.accept)}
            maxBytes={type.maxBytes}
            error={attempt > 0 && lacking.includes(evidence) ? lackingText(evidence) : undefined}
            files={filesOf(tracking.id, evidence, draft.uploads, uploads.sending)}
            onAdd={(files) => uploads.add(evidence, files)}
            onRemove={uploads.remove}
            onRetry={uploads.retry}
          />
        )
      })}
      <TextArea label={t('applications.supplement.note')} optional rows={2} limit={longestNote} value={note} onChange={remember} />
      {answer.error !== null && <Notice tone="danger" live="assertive">{messageOf(answer.error) ?? t('apply.failed')}</Notice>}
      <div>
        <Button busy={answer.isPending || underWay} disabledReason={[...note].length > longestNote ? t('applications.withdraw.tooLong') : undefined} onClick={send}>{t('applications.supplement.send')}</Button>
      </div>
    </div>
  )
}
