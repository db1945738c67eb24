// Halls one can go to: where, when, and how a visit is booked. Where a hall says nothing of booking, people are told to call it first.
// Nothing is shown where there are none.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import type { Hall } from './queries.ts'
import './halls.css'

export function HallsCard({ halls }: { halls: readonly Hall[] }) {
  const t = useT()
  const textIn = useTextIn()
  if (halls.length === 0) return null
  return (
    <Card title={t('halls.title')}>
      <p className="tb-muted">{t('halls.hint')}</p>
      <ul className="halls">
        {halls.map((hall) => (
          <li key={hall.id} id={hall.id}>
            <b>{textIn(hall.name)}</b>
            {hall.address && <span>{textIn(hall.address)}</span>}
            {hall.hours && <span className="tb-muted">{textIn(hall.hours)}</span>}
            <Visit hall={hall} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Visit({ hall: { name, phone, appointment } }: { hall: Hall }) {
  const t = useT()
  const of = useTextIn()(name)
  if (!appointment) return phone && <Dial phone={phone} words={t('halls.ask', { phone })} of={of} />
  return (
    <>
      {appointment.url && <LinkButton variant="ghost" href={appointment.url} rel="noreferrer" aria-label={`${t('halls.book')} ${of}`}>{t('halls.book')}</LinkButton>}
      {appointment.phone && <Dial phone={appointment.phone} words={t('halls.bookByPhone', { phone: appointment.phone })} of={of} />}
      {phone && phone !== appointment.phone && <Dial phone={phone} words={t('halls.call', { phone })} of={of} />}
    </>
  )
}

const Dial = ({ phone, words, of }: { phone: string; words: string; of: string }) => <a href={`tel:${phone}`} aria-label={`${words} ${of}`}>{words}</a>
