// The answer to a correction somebody asked for: what to do, the value it is corrected to or the authority it goes to, and the reasons.
// Choices that are not possible now stand there and say why; without any the form is not drawn.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Answer } from '../../../../server/modules/planning/index.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { ConceptField } from '../../../shared/form/ConceptField.tsx'
import { useFieldContext } from '../../../shared/form/useFieldContext.ts'
import { useFields } from '../../../shared/form/useFields.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { today } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { disputeQuery, type Definition, type StaffDispute } from './queries.ts'

const longest = 2000
type Action = StaffDispute['choices'][number]['action']

export function AnswerForm({ one }: { one: StaffDispute }) {
  const t = useT()
  const navigate = useNavigate()
  // As the server sends it (dispute-replies.ts); the API says only that it is an object.
  const { concept, regions } = one.definition as Definition
  const context = useFieldContext(regions)
  const offered = one.choices.filter(({ because }) => because !== 'role')
  const [action, setAction] = useState<Action | undefined>(() => one.choices.find(({ possible }) => possible)?.action)
  const [reasons, setReasons] = useState('')
  const [to, setTo] = useState('')
  const [attempt, setAttempt] = useState(0)
  const field = { concept, constraint: concept.constraint, required: true, saved: one.claimedValue as Answer }
  const fields = useFields([field], { on: today(), context })
  const send = (): Promise<StaffDispute | null> => {
    const body = { revision: one.revision, reasons: reasons.trim() }
    const params = { id: one.id }
    const [line = '', region = ''] = to.split(' ')
    switch (action) {
      case 'correct': return api('correctRecord', { params, body: { ...body, value: fields.values()[concept.id] ?? null } })
      case 'pass': return api('passDispute', { params, body: { ...body, line, region } })
      case 'order': return api('orderNewAnswer', { params, body })
      case 'uphold': return api('upholdAnswer', { params, body })
      default: return api('declineCorrection', { params, body })
    }
  }
  const answering = useChange(send, async (reply) => {
    toast(t(reply ? 'dispute-desk.act.sent' : 'dispute-desk.one.passedOn'))
    if (reply) queryClient.setQueryData(disputeQuery(one.id).queryKey, reply)
    await queryClient.invalidateQueries({ queryKey: ['staff-disputes'], refetchType: reply ? 'active' : 'none' })
    if (!reply) await navigate(paths.workbenchDisputes(), { replace: true })
  })
  if (!one.choices.some(({ possible }) => possible)) return null
  const reasonsError = attempt > 0 && reasons.trim().length < 2 ? t('dispute-desk.act.short') : undefined
  const toError = attempt > 0 && action === 'pass' && to === '' ? t('dispute-desk.act.missing') : undefined
  const errors = [...(action === 'correct' ? fields.errors : []), ...(toError ? [{ field: 'to', message: toError }] : []), ...(reasonsError ? [{ field: 'reasons', message: reasonsError }] : [])]
  const isConflict = codeOf(answering.error) === 'conflict'
  return (
    <Card title={t('dispute-desk.one.answer')} tone="attention">
      <form
        className="tb-stack"
        onSubmit={(event) => {
          event.preventDefault()
          setAttempt(attempt + 1)
          const isRight = action !== 'correct' || fields.check()
          if (isRight && reasons.trim().length >= 2 && !(action === 'pass' && to === '')) answering.mutate()
        }}
      >
        <ErrorSummary errors={attempt > 0 ? errors : []} attempt={attempt} />
        <RadioGroup
          label={t('dispute-desk.one.answer')}
          labelHidden
          inline
          value={action ?? ''}
          onChange={(value) => setAction(offered.find((each) => each.action === value)?.action)}
          options={offered.map(({ action: each, possible, because }) => ({ value: each, label: t(`dispute-desk.act.${each}`), ...(possible || !because ? {} : { disabledReason: t(`dispute-desk.act.because.${because}`) }) }))}
        />
        {action === 'correct' && <><ConceptField {...fields.propsOf(field)} label={t('dispute-desk.act.value')} /><p className="tb-muted">{t('dispute-desk.act.valueHint')}</p></>}
        {action === 'pass' && (
          <Select
            id="to" label={t('dispute-desk.act.to')} hint={t('dispute-desk.act.passHint')} required placeholder={t('dispute-desk.act.choose')} value={to} onChange={setTo} error={toError}
            options={one.authorities.map(({ line, region, name }) => ({ value: `${line} ${region}`, label: name }))}
          />
        )}
        <TextArea id="reasons" label={t('dispute-desk.act.reasons')} required rows={4} limit={longest} value={reasons} onChange={setReasons} error={reasonsError} />
        {answering.error !== null && <Notice tone="danger" live="assertive">{isConflict ? t('dispute-desk.act.conflict') : (messageOf(answering.error) ?? t('dispute-desk.act.failed'))}</Notice>}
        <div><Button type="submit" busy={answering.isPending}>{t('dispute-desk.act.send')}</Button></div>
      </form>
    </Card>
  )
}
