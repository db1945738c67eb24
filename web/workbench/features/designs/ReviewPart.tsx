// From hand to hand: submit, comment, give back, release now or on a day; and the history of who did what.
// Only what is possible now is offered; what is not says why.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT, type T } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { toast } from '../../../ui/toasts.ts'
import { DesignComparisons } from '../rules/DesignComparisons.tsx'
import type { PartProps } from './DesignPage.tsx'
import { problemText } from './problem-text.ts'
import type { Detail } from './queries.ts'
import type { DesignInHand } from './useDesign.ts'

type Action = Detail['design']['actions'][number]['action']

/** undefined: it can be done; otherwise why not. Actions the state has no place for are not offered at all. */
function reasonAgainst(design: DesignInHand, action: Action, t: T): { offered: boolean; reason?: string } {
  const found = design.detail.design.actions.find((each) => each.action === action)
  if (!found || found.obstacle === 'state') return { offered: false }
  if (found.obstacle === 'role') return { offered: true, reason: t('designs.review.notYourRole') }
  if (found.obstacle === 'second') return { offered: true, reason: t('designs.review.second') }
  return { offered: true }
}

export function ReviewPart({ design }: PartProps) {
  const t = useT()
  const format = useFormat()
  const { events, design: summary } = design.detail
  return (
    <>
      <Card title={t(`designs.review.title.${summary.state}`)}>
        <Actions design={design} />
      </Card>
      {design.detail.files.some(({ file }) => file.includes('decisions/')) && <DesignComparisons id={design.id} revision={summary.revision} mayCompare={!reasonAgainst(design, 'submit', t).reason && reasonAgainst(design, 'submit', t).offered} />}
      <Card title={t('designs.review.history')}>
        <Timeline label={t('designs.review.history')} items={events.toReversed().map((event, index) => ({ id: String(events.length - index), dateTime: event.at, time: format.instant(event.at), text: eventText(event, t), ...(typeof event.detail['comment'] === 'string' ? { detail: event.detail['comment'] } : {}) }))} />
      </Card>
    </>
  )
}

function eventText({ action, actorName, detail }: Detail['events'][number], t: T): string {
  const name = actorName || t('designs.review.system')
  if (action === 'release') return t('designs.event.release', { name, n: Number(detail['edition'] ?? 0) })
  if (action === 'schedule') return t('designs.event.schedule', { name, date: String(detail['on'] ?? '') })
  return t(`designs.event.${action}`, { name })
}

function Actions({ design }: { design: DesignInHand }) {
  const t = useT()
  const [comment, setComment] = useState('')
  const [on, setOn] = useState('')
  const [busy, setBusy] = useState<Action>()
  const [trouble, setTrouble] = useState('')
  const { id, detail, examination } = design
  const { revision } = detail.design
  const unfinished = design.saving.kind !== 'saved' ? t('designs.review.saving') : examination.findings.length > 0 ? t('designs.problem.findings', { n: examination.findings.length }) : detail.files.length === 0 ? t('designs.changes.none') : undefined

  const act = async (action: Action, work: () => Promise<Detail>, said: string) => {
    setBusy(action)
    setTrouble('')
    try {
      await design.flush()
      design.accept(await work())
      setComment('')
      toast(said)
    } catch (error) {
      setTrouble(problemText(error, t))
    }
    setBusy(undefined)
  }
  const button = (action: Action, label: string, work: () => Promise<Detail>, said: string, variant: 'primary' | 'ghost' | 'danger' | 'quiet', extra?: string) => {
    const { offered, reason } = reasonAgainst(design, action, t)
    return offered && <Button key={action} variant={variant} busy={busy === action} disabledReason={reason ?? extra} onClick={() => void act(action, work, said)}>{label}</Button>
  }
  const needWords = comment.trim().length < 2 ? t('designs.review.needWords') : undefined
  const params = { id }
  const mayRelease = reasonAgainst(design, 'release', t)
  return (
    <div className="tb-stack">
      {trouble && <Notice tone="danger" live="assertive">{trouble}</Notice>}
      <p className="tb-muted">{t('designs.review.lead')}</p>
      {reasonAgainst(design, 'comment', t).offered && <TextArea label={t('designs.review.comment')} hint={t('designs.review.commentHint')} rows={3} value={comment} onChange={setComment} limit={2000} optional />}
      {mayRelease.offered && !mayRelease.reason && detail.design.releaseOn === null && <DateInput label={t('designs.review.on')} hint={t('designs.review.onHint')} value={on} onChange={setOn} optional />}
      <div className="tb-row">
        {button('submit', t('designs.review.submit'), () => api('submitDesign', { params, body: { revision: design.detail.design.revision, comment } }), t('designs.review.submitted'), 'primary', unfinished)}
        {button('release', on ? t('designs.review.schedule') : t('designs.review.release'), () => api('releaseDesign', { params, body: { revision, comment, ...(on ? { on } : {}) } }), on ? t('designs.review.scheduled') : t('designs.review.released'), 'primary')}
        {button('giveBack', t('designs.review.giveBack'), () => api('giveBackDesign', { params, body: { revision, comment } }), t('designs.review.givenBack'), 'ghost', needWords)}
        {button('unschedule', t('designs.review.unschedule'), () => api('unscheduleDesign', { params, body: { revision } }), t('designs.review.unscheduled'), 'ghost')}
        {button('takeBack', t('designs.review.takeBack'), () => api('takeBackDesign', { params, body: { revision } }), t('designs.review.takenBack'), 'ghost')}
        {button('comment', t('designs.review.say'), () => api('commentDesign', { params, body: { comment } }), t('designs.review.saidIt'), 'quiet', needWords)}
        {button('discard', t('designs.review.discard'), () => api('discardDesign', { params, body: { revision } }), t('designs.review.discarded'), 'danger')}
      </div>
    </div>
  )
}
