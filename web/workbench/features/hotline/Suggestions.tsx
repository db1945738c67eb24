// Class, place and unit as the machine understands what was typed; one key or one click takes a suggestion. What others have reported already
// stands below: the same thing is taken down with theirs by one click.
import { isRunning } from '../../../../server/modules/requests/request.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import type { Suggested } from './queries.ts'

interface Props {
  suggested: Suggested | undefined
  category: string
  address: string
  onCategory: (id: string) => void
  onAddress: (place: string) => void
  /** The caller says the same as this one. */
  onSame: (id: string) => void
}

export function Suggestions({ suggested, category, address, onCategory, onAddress, onSame }: Props) {
  const t = useT()
  const format = useFormat()
  if (!suggested) return <p className="tb-muted">{t('hotline.suggestionsWait')}</p>
  const { categories, place, unit, similar } = suggested
  const chosen = categories.find(({ id }) => id === category)
  const found = place ? place.address || place.regionName : ''
  return (
    <div className="hotline-suggestions" role="group" aria-label={t('hotline.suggestions')}>
      <div className="tb-row">
        {categories.length === 0 && <span className="tb-muted">{t('hotline.noClass')}</span>}
        {categories.map(({ id, name, group }, index) => (
          <button key={id} type="button" className="hotline-class" aria-pressed={id === category} title={group} onClick={() => onCategory(id)}>
            {name} <Kbd keys={`Alt+${index + 1}`} />
          </button>
        ))}
      </div>
      {chosen?.note && <p><b>{t('hotline.ask')}</b>{chosen.note}</p>}
      <p className="tb-row">
        {place && <span>{t('hotline.place', { place: found })}</span>}
        {place && address.trim() === '' && place.address !== '' && <Button variant="plain" onClick={() => onAddress(place.address)}>{t('hotline.usePlace')}</Button>}
        {unit && <span className="tb-muted">{t('hotline.unit', { unit })}</span>}
      </p>
      {similar.length > 0 && (
        <section aria-label={t('hotline.similar')}>
          <b>{t('hotline.similar')}</b>
          <ul>
            {similar.map(({ id, number, title, state, receivedAt, seconds }) => (
              <li key={id}>
                {title} <small className="tb-muted">{[number, t(`requests.states.${state}`), format.instant(receivedAt), ...(seconds > 0 ? [t('hotline.sayTheSame', { n: seconds + 1 })] : [])].join(' · ')}</small>{' '}
                {isRunning(state) && <Button variant="plain" aria-label={t('hotline.sameAsTitled', { title })} onClick={() => onSame(id)}>{t('hotline.sameAs')}</Button>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
