// On a case: the ladder it is on while it is late, and the cards it has brought its unit.
// Nothing at all where everything is in time.
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Ladder } from './LadderTable.tsx'
import { caseSupervisionQuery } from './queries.ts'
import './supervision.css'

export function CaseSupervision({ caseId }: { caseId: string }) {
  const t = useT()
  const { data } = useQuery(caseSupervisionQuery(caseId))
  if (!data || data.steps.length + data.cards.length === 0) return null
  return (
    <Notice compact tone={data.cards.some(({ color }) => color === 'red') ? 'danger' : 'warning'} title={t('supervision.inCase.title')}>
      {data.steps.length > 0 && <Ladder steps={data.steps} />}
      {data.cards.map((card) => (
        <p key={card.id}>
          <b>{t(`supervision.color.${card.color}`)}</b> · {t(`supervision.reason.${card.reason}`, { n: card.daysLate })} · {t(`supervision.standings.${card.standing}`)}{' '}
          <Link href={`${paths.workbenchSupervision()}#card-${card.id}`}>{t('supervision.inCase.open')}</Link>
        </p>
      ))}
    </Notice>
  )
}
