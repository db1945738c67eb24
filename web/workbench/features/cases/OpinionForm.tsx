// Another authority has asked for the opinion of one's own: agree or not, and why. What is written is kept like every draft.
// Whoever handles the case themselves never sees this.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { refreshLists } from '../queue/queries.ts'
import { useDesk } from './desk.ts'
import { longestReason, shortestReason } from './draft.ts'

export function OpinionForm({ opinion }: { opinion: number }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { one, draft, change, clear } = useDesk()
  const [tried, setTried] = useState(false)
  const { agree, text } = draft.asked
  const navigate = useNavigate()
  // Who has answered does not see the case any more.
  const answering = useChange<Reply<'giveOpinion'>, void>(async () => {
    const reply = await api('giveOpinion', { params: { id: one.id, opinion }, body: { agree: agree === 'yes', text: text.trim() } })
    clear()
    await navigate(paths.workbenchOpinions())
    toast(t('handling.asked.sent'))
    void refreshLists()
    return reply
  })
  const asked = one.course.opinions.find(({ id }) => id === opinion)
  if (!asked) return null
  const isShort = text.trim().length < shortestReason
  return (
    <form
      className="case-form tb-stack"
      aria-label={t('handling.asked.title')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (agree && !isShort && text.length <= longestReason) answering.mutate()
      }}
    >
      <h3>{t('handling.asked.title')}</h3>
      <p>{t('handling.asked.lead', { authority: textIn(one.authorityName), question: asked.question })}</p>
      {asked.dueOn && <p className="tb-muted">{t('handling.asked.due', { date: format.day(asked.dueOn) })}</p>}
      <RadioGroup
        label={t('handling.opinions.title')}
        labelHidden
        required
        value={agree}
        onChange={(chosen) => change({ asked: { agree: chosen === 'yes' ? 'yes' : 'no', text } })}
        options={[{ value: 'yes', label: t('handling.asked.agree') }, { value: 'no', label: t('handling.asked.disagree') }]}
        error={tried && !agree ? t('handling.asked.choose') : undefined}
      />
      <TextArea label={t('handling.asked.text')} required rows={5} limit={longestReason} value={text} onChange={(next) => change({ asked: { agree, text: next } })} error={tried && isShort ? t('handling.fields.missing') : undefined} />
      {answering.isError && <Notice compact tone="danger" live="assertive">{messageOf(answering.error) ?? t('cases.failed.text')}</Notice>}
      <Button type="submit" block variant="primary" busy={answering.isPending}>{t('handling.asked.send')}</Button>
    </form>
  )
}
