// One card: color, unit, case or request, why, what the unit answered, what was decided; and what can be done with it by whoever looks.
// A supervisor who cannot confirm yet reads why.
import { useState } from 'react'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { AnswerDialog, VerdictDialog } from './CardDialogs.tsx'
import { reasonText } from './card-words.ts'
import type { Card } from './queries.ts'

const standingTones: Record<Card['standing'], Tone> = { open: 'attention', answered: 'azure', confirmed: 'neutral', cancelled: 'neutral' }

type Asking = 'answer' | 'confirmed' | 'cancelled'

export function CardEntry({ card }: { card: Card }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const [asking, setAsking] = useState<Asking>()
  return (
    <li className="supervision-card" data-color={card.color} id={`card-${card.id}`}>
      <div className="tb-row">
        <b className="supervision-color">{t(`supervision.color.${card.color}`)}</b>
        <b>{textIn(card.authorityName)}</b>
        <Chip tone={standingTones[card.standing]}>{t(`supervision.standings.${card.standing}`)}</Chip>
        {card.answerLate && <Chip tone="danger">{t('supervision.late')}</Chip>}
      </div>
      <dl className="supervision-facts">
        <Fact label={t(card.requestId === null ? 'supervision.number' : 'supervision.request')}><Link href={hrefOf(card)}>{card.number}</Link></Fact>
        <Fact label={t('supervision.why')}>{reasonText(card, t)}</Fact>
        <Fact label={t(card.requestId === null ? 'supervision.promised' : 'supervision.answerBy')}>{format.day(card.promisedOn)}</Fact>
        <Fact label={t('supervision.issued')}>{formatMoment(card.issuedAt, thisYear())}</Fact>
        {card.answerDueOn && <Fact label={t('supervision.due')}>{format.day(card.answerDueOn)}</Fact>}
      </dl>
      {card.answer && <p>{t('supervision.answered', { name: card.answer.byName, time: formatMoment(card.answer.at, thisYear()), state: t(card.answer.rectified ? 'supervision.rectified' : 'supervision.explained'), text: card.answer.text })}</p>}
      {card.decision && <p>{t('supervision.decided', { name: card.decision.byName, time: formatMoment(card.decision.at, thisYear()), verdict: t(`supervision.standings.${card.standing}`), reasons: card.decision.reasons })}</p>}
      <Actions card={card} onAsk={setAsking} />
      {asking === 'answer' && <AnswerDialog card={card} onClose={() => setAsking(undefined)} />}
      {(asking === 'confirmed' || asking === 'cancelled') && <VerdictDialog card={card} verdict={asking} onClose={() => setAsking(undefined)} />}
    </li>
  )
}

const hrefOf = ({ caseId, requestId }: Card): string => (requestId === null ? paths.workbenchCase({ case: caseId ?? '' }) : paths.workbenchRequest({ request: requestId }))

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return <div><dt>{label}</dt><dd>{children}</dd></div>
}

function Actions({ card, onAsk }: { card: Card; onAsk: (what: Asking) => void }) {
  const t = useT()
  const { person } = useSession()
  const roles = person?.roles ?? []
  const answers = card.standing === 'open' && roles.some((role) => role === 'clerk' || role === 'approver' || role === 'head')
  const decides = roles.includes('supervisor') && card.decidable.cancelled
  if (!answers && !decides) return null
  return (
    <div className="tb-row">
      {answers && <Button variant="ghost" onClick={() => onAsk('answer')}>{t('supervision.answer.action')}</Button>}
      {decides && <Button variant="ghost" disabledReason={card.decidable.confirmed ? undefined : t('supervision.verdict.wait')} onClick={() => onAsk('confirmed')}>{t('supervision.verdict.confirm')}</Button>}
      {decides && <Button variant="quiet" onClick={() => onAsk('cancelled')}>{t('supervision.verdict.cancel')}</Button>}
    </div>
  )
}
