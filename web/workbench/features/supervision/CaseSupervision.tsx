// On a case or a request: the ladder a case is on while it is late, and the cards it has brought its unit.
// Nothing at all where everything is in time.
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { reasonText } from './card-words.ts'
import { Ladder } from './LadderTable.tsx'
import { caseSupervisionQuery, requestSupervisionQuery, type Card, type LadderStep } from './queries.ts'
import './supervision.css'

export function CaseSupervision({ caseId }: { caseId: string }) {
  const { data } = useQuery(caseSupervisionQuery(caseId))
  return data ? <Shown {...data} /> : null
}

export function RequestSupervision({ requestId }: { requestId: string }) {
  const { data } = useQuery(requestSupervisionQuery(requestId))
  return data ? <Shown cards={data.cards} steps={[]} /> : null
}

function Shown({ cards, steps }: { cards: readonly Card[]; steps: readonly LadderStep[] }) {
  const t = useT()
  if (steps.length + cards.length === 0) return null
  return (
    <Notice compact tone={cards.some(({ color }) => color === 'red') ? 'danger' : 'warning'} title={t('supervision.inCase.title')}>
      {steps.length > 0 && <Ladder steps={steps} />}
      {cards.map((card) => (
        <p key={card.id}>
          <b>{t(`supervision.color.${card.color}`)}</b> · {reasonText(card, t)} · {t(`supervision.standings.${card.standing}`)}{' '}
          <Link href={`${paths.workbenchSupervision()}#card-${card.id}`}>{t('supervision.inCase.open')}</Link>
        </p>
      ))}
    </Notice>
  )
}
