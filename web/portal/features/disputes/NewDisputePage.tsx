// Saying that a record is wrong: what is on record, what is right, why, and proof; it goes to the authority that keeps the record.
// The address says where it was seen: ?application=…&concept=… or ?call=…&concept=….
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { isBlank, type Answer } from '../../../../server/modules/planning/index.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { ConceptField, fieldId } from '../../../shared/form/ConceptField.tsx'
import { useFieldContext } from '../../../shared/form/useFieldContext.ts'
import { useFields } from '../../../shared/form/useFields.ts'
import { formatMoment } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear, today } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { accepted, disputableQuery, keepDispute, largest, mostFiles, sendProof, type Sighting } from './queries.ts'

const sightingIn = (search: URLSearchParams): Sighting => {
  const [application, call] = [search.get('application'), search.get('call')]
  return { ...(application ? { application } : {}), ...(call ? { call } : {}), concept: search.get('concept') ?? '' }
}

export const loader = ({ request }: { request: Request }) => queryClient.fetchQuery(disputableQuery(sightingIn(new URL(request.url).searchParams)))

export const title = ({ conceptName }: { conceptName: string }) => t('disputes.new.title', { name: conceptName })

const longest = 2000

export function Component() {
  const t = useT()
  const [search] = useSearchParams()
  const sighting = sightingIn(search)
  const { data: about } = useSuspenseQuery(disputableQuery(sighting))
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <h1>{t('disputes.new.title', { name: about.conceptName })}</h1>
        <p>{t('disputes.new.lead', { authority: about.authorityName, registry: about.registryName, days: about.days })}</p>
        <p className="tb-muted">{t('disputes.new.law')}</p>
      </header>
      <Card title={t('disputes.new.recorded')}>
        <p>{about.recorded === null ? t('disputes.new.unknown') : <b>{about.recorded}</b>}</p>
        {about.asOf !== null && <p className="tb-muted">{t('disputes.new.asOf', { time: formatMoment(about.asOf, thisYear()) })}</p>}
      </Card>
      {about.open === null ? <Form sighting={sighting} /> : <Notice actions={<LinkButton href={paths.dispute({ dispute: about.open })}>{t('disputes.new.see')}</LinkButton>}><p>{t('disputes.new.open')}</p></Notice>}
      <SignedOutDialog />
    </div>
  )
}

function Form({ sighting }: { sighting: Sighting }) {
  const t = useT()
  const navigate = useNavigate()
  const { data: { definition: { concept, regions }, recordedValue, authorityName } } = useSuspenseQuery(disputableQuery(sighting))
  const context = useFieldContext(regions)
  const field = { concept, constraint: concept.constraint, required: true, saved: null as Answer }
  const fields = useFields([field], { on: today(), context })
  const [explanation, setExplanation] = useState('')
  const [files, setFiles] = useState<File[]>([])
  const [attempt, setAttempt] = useState(0)
  const claimed = fields.values()[concept.id] ?? null
  const isSame = !isBlank(claimed) && claimed === recordedValue
  const isShort = explanation.trim().length < 2
  const sending = useChange(
    async () => {
      const one = await api('requestCorrection', { body: { ...sighting, claimed, explanation: explanation.trim() } })
      return { one, failed: await sendProof(one.id, files) }
    },
    async ({ one, failed }) => {
      keepDispute(one)
      await queryClient.invalidateQueries({ queryKey: ['disputes'] })
      toast(failed.length > 0 ? t('disputes.new.filesFailed') : t('disputes.new.sent'), failed.length > 0 ? { tone: 'warning' } : {})
      await navigate(paths.dispute({ dispute: one.id }), { replace: true })
    },
  )
  const send = () => {
    setAttempt(attempt + 1)
    if (fields.check() && !isSame && !isShort) sending.mutate()
  }
  const shortError = attempt > 0 && isShort ? t('disputes.new.short') : undefined
  const sameError = attempt > 0 && isSame ? t('disputes.new.same') : undefined
  const errors = [...fields.errors, ...(sameError ? [{ field: fieldId(concept.id), message: sameError }] : []), ...(shortError ? [{ field: 'explanation', message: shortError }] : [])]
  const props = fields.propsOf(field)
  return (
    <form
      className="tb-stack"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <ErrorSummary errors={attempt > 0 ? errors : []} attempt={attempt} />
      <ConceptField {...props} label={t('disputes.new.claimed')} error={props.error ?? sameError} />
      <TextArea id="explanation" label={t('disputes.new.explanation')} hint={t('disputes.new.explanationHint')} required rows={4} limit={longest} value={explanation} onChange={setExplanation} error={shortError} />
      <FileInput
        label={t('disputes.new.files')} hint={t('disputes.new.filesHint')} optional multiple camera accept={accepted} maxBytes={largest}
        files={files.map((file, index) => ({ id: String(index), name: file.name, bytes: file.size, state: 'done' as const }))}
        onAdd={(added) => setFiles([...files, ...added].slice(0, mostFiles))} onRemove={(id) => setFiles(files.filter((_, index) => String(index) !== id))}
      />
      {sighting.application !== undefined && <p className="tb-muted">{t('disputes.new.meanwhile')}</p>}
      {sending.error !== null && <Notice tone="danger" live="assertive">{messageOf(sending.error) ?? t('disputes.one.failed')}</Notice>}
      <div className="tb-row"><Button type="submit" busy={sending.isPending}>{t('disputes.new.send', { authority: authorityName })}</Button></div>
    </form>
  )
}
