// Asking for access to a resource: for which authority or service, which fields, why, on what basis, how often, how long.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { today } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox, CheckboxGroup } from '../../../ui/Choice.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { NumberInput } from '../../../ui/NumberInput.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { forStaff } from '../../for-staff.ts'
import { askersQuery, resourceQuery, type AccessRequest, type Asker, type Content, type Resource } from './queries.ts'
import './data-sharing.css'

export const loader = forStaff(async ({ params }) => {
  const [resource] = await Promise.all([queryClient.fetchQuery(resourceQuery(params['resource'] ?? '')), queryClient.ensureQueryData(askersQuery)])
  return resource
})

export const title = (one: Resource | null) => t('data-sharing.request.title', { name: one?.content ? textNow(one.content.title) : '' })

const keyOf = ({ line, region }: Pick<Asker, 'line' | 'region'>): string => `${line} ${region}`

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const resource = useParams()['resource'] ?? ''
  const renews = useSearchParams()[0].get('renews')
  const { data: one } = useSuspenseQuery(resourceQuery(resource))
  const { data: askers } = useSuspenseQuery(askersQuery)
  const { content } = one
  if (!content) return null
  return (
    <div className="tb-page tb-page-text tb-stack sharing-page sharing-writing">
      <p><Link href={paths.workbenchResource({ resource })}>{textIn(content.title)}</Link></p>
      <header>
        <h1>{t('data-sharing.request.title', { name: textIn(content.title) })}</h1>
        <p className="tb-muted">{t('data-sharing.request.lead')}</p>
      </header>
      {content.sharing.type === 'unconditional' && <Notice tone="azure" compact>{t('data-sharing.request.direct')}</Notice>}
      {renews !== null && <Notice tone="azure" compact>{t('data-sharing.request.renews')}</Notice>}
      <AskForm resource={resource} content={content} askers={askers.filter((each) => keyOf(each) !== keyOf(one))} renews={renews} />
    </div>
  )
}

type Form = { asker: string; service: string; fields: string[]; purpose: string; law: string; article: string; perDay: number | undefined; until: string; batch: boolean }

function AskForm({ resource, content, askers, renews }: { resource: string; content: Content; askers: readonly Asker[]; renews: string | null }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const [first] = askers
  const [form, setForm] = useState<Form>({ asker: askers.length === 1 && first ? keyOf(first) : '', service: '', fields: [], purpose: '', law: '', article: '', perDay: undefined, until: '', batch: false })
  const [tried, setTried] = useState(false)
  const set = (change: Partial<Form>) => setForm({ ...form, ...change })
  const asker = askers.find((each) => keyOf(each) === form.asker)
  const wrong = { asker: !asker, fields: form.fields.length === 0, purpose: form.purpose.trim().length < 5, law: form.law.trim().length < 2 }
  const sent = (next: AccessRequest) => {
    toast(t(next.granted === null ? 'data-sharing.request.sent' : 'data-sharing.request.granted'), { tone: 'success' })
    void queryClient.invalidateQueries({ queryKey: ['access-requests', 'list'] })
    void navigate(paths.workbenchAccessRequest({ request: next.id }))
  }
  const { mutate, isPending, error } = useChange(() => api('submitAccessRequest', {
    body: {
      resource, region: asker?.region ?? '', line: asker?.line ?? '', service: form.service === '' ? null : form.service, fields: form.fields, purpose: form.purpose.trim(),
      legalBasis: { title: form.law.trim(), ...(form.article.trim() === '' ? {} : { article: form.article.trim() }) }, perDay: form.perDay ?? null, until: form.until === '' ? null : form.until, batch: form.batch, renews,
    },
  }), sent)
  return (
    <Card>
      <form className="tb-stack" noValidate onSubmit={(event) => { event.preventDefault(); setTried(true); if (!Object.values(wrong).some(Boolean)) mutate() }}>
        <Select label={t('data-sharing.request.asker')} required value={form.asker} onChange={(value) => set({ asker: value, service: '' })} options={askers.map((each) => ({ value: keyOf(each), label: textIn(each.name) }))} error={tried && wrong.asker ? t('ui.select.choose') : undefined} />
        {asker && asker.services.length > 0 && <Select label={t('data-sharing.request.service')} emptyIsAll placeholder={t('data-sharing.request.anyService')} value={form.service} onChange={(service) => set({ service })} options={asker.services.map(({ id, name }) => ({ value: id, label: textIn(name) }))} />}
        <CheckboxGroup label={t('data-sharing.request.fields')} values={form.fields} onChange={(fields) => set({ fields })} options={content.fields.map((field) => ({ value: field.name, label: textIn(field.title), hint: t(`data-sharing.classes.${field.class}`) }))} error={tried && wrong.fields ? t('data-sharing.request.fieldsMissing') : undefined} />
        <TextArea label={t('data-sharing.request.purpose')} hint={t('data-sharing.request.purposeHint')} required rows={3} limit={500} value={form.purpose} onChange={(purpose) => set({ purpose })} error={tried && wrong.purpose ? t('data-sharing.request.purposeMissing') : undefined} />
        <TextInput label={t('data-sharing.request.law')} hint={t('data-sharing.request.lawHint')} required maxLength={200} value={form.law} onChange={(law) => set({ law })} error={tried && wrong.law ? t('data-sharing.request.lawMissing') : undefined} />
        <TextInput label={t('data-sharing.request.article')} width="medium" maxLength={50} value={form.article} onChange={(article) => set({ article })} />
        <NumberInput label={t('data-sharing.request.perDay')} whole value={form.perDay} onChange={(perDay) => set({ perDay })} />
        <DateInput label={t('data-sharing.request.until')} min={today()} value={form.until} onChange={(until) => set({ until })} />
        <Checkbox label={t('data-sharing.request.batch')} hint={t('data-sharing.request.batchHint')} checked={form.batch} onChange={(batch) => set({ batch })} />
        {error !== null && <Notice tone="danger" live="assertive" compact>{messageOf(error) ?? t('data-sharing.failed')}</Notice>}
        <div><Button type="submit" busy={isPending}>{t('data-sharing.request.send')}</Button></div>
      </form>
    </Card>
  )
}
