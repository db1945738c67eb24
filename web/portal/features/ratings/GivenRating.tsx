// A rating that was given: grade, tags, words, whether it counts, what the unit answered, and the word after it was put right.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { gradeNames, tagNames } from '../../../../server/modules/ratings/grade.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { Face } from '../../../shared/rating/Face.tsx'
import { RatingForm, type Said } from '../../../shared/rating/RatingForm.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { Tone } from '../../../ui/tone.ts'
import type { OwnRating } from './queries.ts'
import './ratings.css'

const tones: Record<NonNullable<OwnRating['state']>, Tone> = { open: 'azure', contacted: 'azure', fixed: 'azure', replied: 'azure', passed: 'success', unfounded: 'neutral' }

export function GivenRating({ one, title }: { one: OwnRating; title: string }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <div role="group" className="ratings-entry tb-stack" aria-label={title}>
      <div className="tb-row">
        <Face grade={one.grade} />
        <span>
          <b>{title}</b> <span className="tb-muted">{one.authorityName}</span><br />
          {textIn(gradeNames[one.grade])}{one.tags.length > 0 && <span className="tb-muted"> · {one.tags.map((tag) => textIn(tagNames[tag])).join(t('ratings.and'))}</span>}
        </span>
        <span className="tb-row-end tb-row">
          {one.counts !== 'all' && one.counts !== 'unit' && <Chip tone="warning">{t(`ratings.counts.${one.counts}`)}</Chip>}
          {one.state && <Chip tone={tones[one.state]}>{t(`ratings.states.${one.state}`)}</Chip>}
          <time className="tb-muted" dateTime={one.at}>{formatMoment(one.at, thisYear())}</time>
        </span>
      </div>
      {one.words && <p className="ratings-words">{one.words}</p>}
      {one.reply && <Notice compact title={t('ratings.reply', { authority: one.authorityName })}><p>{one.reply}</p></Notice>}
      {one.again && <p className="tb-row"><Face grade={one.again} /> {t('ratings.again.given', { grade: textIn(gradeNames[one.again]) })}</p>}
      {one.mayRateAgain && <Again one={one} />}
      {one.mayDeny && one.counts === 'all' && !one.mayRateAgain && one.again === null && <Deny one={one} />}
    </div>
  )
}

/** Once more, after it was put right. */
function Again({ one }: { one: OwnRating }) {
  const t = useT()
  const client = useQueryClient()
  const rating = useChange(
    (said: Said) => api('rateAgain', { params: { id: one.id }, body: said }),
    () => {
      toast(t('ratings.form.thanks'), { tone: 'success' })
      return client.invalidateQueries({ queryKey: ['ratings'] })
    },
  )
  return <RatingForm label={t('ratings.again.how')} onSend={rating.mutate} busy={rating.isPending} error={rating.error} />
}

/** Given at a window or by a link in my name: it was not me. */
function Deny({ one }: { one: OwnRating }) {
  const t = useT()
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const denying = useChange(
    () => api('denyRating', { params: { id: one.id } }),
    () => {
      toast(t('ratings.deny.done'), { tone: 'success' })
      return client.invalidateQueries({ queryKey: ['ratings'] })
    },
  )
  if (!asked) return <div><Button variant="quiet" onClick={() => setAsked(true)}>{t('ratings.deny.ask')}</Button></div>
  return (
    <div className="tb-stack">
      <p>{t('ratings.deny.text')}</p>
      {denying.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(denying.error) ?? t('ratings.form.failed')}</p></Notice>}
      <div className="tb-row">
        <Button variant="danger" busy={denying.isPending} onClick={() => denying.mutate()}>{t('ratings.deny.send')}</Button>
        <Button variant="quiet" onClick={() => setAsked(false)}>{t('ratings.deny.cancel')}</Button>
      </div>
    </div>
  )
}
