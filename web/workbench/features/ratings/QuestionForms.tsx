// An appeal by the official a rating is about, with evidence; and the ruling of a supervisor on whether a rating counts.
// Evidence is sent after the grounds, one document after the other; what does not arrive is said.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { change, useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { ratingQuery, type DeskRating } from './queries.ts'

const longest = 2000
const largest = 20 * 1024 * 1024
const accepted = ['.pdf', 'application/pdf', '.jpg', '.jpeg', 'image/jpeg', '.png', 'image/png']

const lookAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['rating-desk'] })

export function AppealForm({ one }: { one: DeskRating }) {
  const t = useT()
  const [grounds, setGrounds] = useState('')
  const [files, setFiles] = useState<{ id: string; file: File }[]>([])
  const [tried, setTried] = useState(false)
  const appealing = useChange(
    async () => {
      const next = await api('appealRating', { params: { id: one.id }, body: { grounds: grounds.trim() } })
      const failed: string[] = []
      for (const { file } of files) {
        const form = new FormData()
        form.set('file', file)
        await change(() => api('attachToAppeal', { params: { id: one.id } }, { form })).catch(() => failed.push(file.name))
      }
      return { next, failed }
    },
    async ({ next, failed }) => {
      toast(failed.length === 0 ? t('rating-desk.appeal.sent') : t('rating-desk.appeal.missing', { files: failed.join(' ') }), { tone: failed.length === 0 ? 'success' : 'warning' })
      queryClient.setQueryData(ratingQuery(one.id).queryKey, next)
      await lookAgain()
    },
  )
  const isShort = grounds.trim().length < 5
  return (
    <Card title={t('rating-desk.appeal.title')}>
      <form
        className="tb-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!isShort) appealing.mutate()
        }}
      >
        <p className="tb-muted">{t('rating-desk.appeal.lead')}</p>
        <TextArea label={t('rating-desk.appeal.grounds')} required rows={4} limit={longest} value={grounds} onChange={setGrounds} error={tried && isShort ? t('rating-desk.appeal.short') : undefined} />
        <FileInput
          label={t('rating-desk.appeal.files')} optional multiple accept={accepted} maxBytes={largest}
          files={files.map(({ id, file }) => ({ id, name: file.name, bytes: file.size, state: 'done' as const }))}
          onAdd={(added) => setFiles([...files, ...[...added].map((file) => ({ id: `${file.name} ${file.size} ${file.lastModified}`, file }))])}
          onRemove={(id) => setFiles(files.filter((each) => each.id !== id))}
        />
        {appealing.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(appealing.error) ?? t('rating-desk.failed')}</p></Notice>}
        <div><Button type="submit" busy={appealing.isPending}>{t('rating-desk.appeal.send')}</Button></div>
      </form>
    </Card>
  )
}

export function RulingForm({ one, about }: { one: DeskRating; about: DeskRating['questions'][number]['kind'] }) {
  const t = useT()
  const [verdict, setVerdict] = useState('')
  const [reasons, setReasons] = useState('')
  const [tried, setTried] = useState(false)
  const ruling = useChange(
    (given: 'counted' | 'excluded') => api('ruleOnRating', { params: { id: one.id }, body: { about, verdict: given, reasons: reasons.trim() } }),
    async () => {
      toast(t('rating-desk.act.sent'), { tone: 'success' })
      await lookAgain()
    },
  )
  const given = verdict === 'counted' || verdict === 'excluded' ? verdict : undefined
  const isShort = reasons.trim().length < 2
  return (
    <Card title={t('rating-desk.ruling.title', { about: t(`rating-desk.questions.${about}`) })} tone="attention">
      <form
        className="tb-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (given && !isShort) ruling.mutate(given)
        }}
      >
        <RadioGroup
          label={t('rating-desk.ruling.ask')} required inline value={verdict} onChange={setVerdict} error={tried && !given ? t('rating-desk.ruling.choose') : undefined}
          options={(['counted', 'excluded'] as const).map((each) => ({ value: each, label: t(`rating-desk.verdicts.${each}`), hint: about === 'appeal' && each === 'excluded' ? t('rating-desk.ruling.appealHint') : undefined }))}
        />
        <TextArea label={t('rating-desk.ruling.reasons')} required rows={3} limit={longest} value={reasons} onChange={setReasons} error={tried && isShort ? t('rating-desk.act.short') : undefined} />
        {ruling.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(ruling.error) ?? t('rating-desk.failed')}</p></Notice>}
        <div><Button type="submit" busy={ruling.isPending}>{t('rating-desk.ruling.send')}</Button></div>
      </form>
    </Card>
  )
}
