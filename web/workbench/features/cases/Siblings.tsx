// The other services of the same application: where they stand, which of them wait for this one, and how many start after it.
// Only their state is known here; their content belongs to their own authorities.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { startingAuthorities, stateTones } from './case-view.ts'
import { useDesk } from './desk.ts'

export function Siblings() {
  const t = useT()
  const textIn = useTextIn()
  const { one } = useDesk()
  const starting = startingAuthorities(one.siblings)
  const self = { service: one.service, serviceName: one.serviceName, authorityName: one.authorityName, state: one.state, starts: false, falls: false }
  const all = one.siblings.toSpliced(one.position.number - 1, 0, self)
  return (
    <section className="case-siblings">
      {one.sameEvent && (
        <Notice compact tone="warning">
          {one.sameEvent.number === null ? t('cases.sameEvent.elsewhere') : t('cases.sameEvent.number', { number: one.sameEvent.number, state: t(`cases.state.${one.sameEvent.state}`) })} {t('cases.sameEvent.byHand')}
        </Notice>
      )}
      <h3>{t('cases.siblings.title')}</h3>
      {one.siblings.length === 0 ? (
        <p className="tb-muted">{t('cases.siblings.alone')}</p>
      ) : (
        <ul>
          {all.map((each) => (
            <li key={each.service} aria-current={each === self || undefined}>
              <span>
                {textIn(each.serviceName)}
                {each !== self && <small>{textIn(each.authorityName)}</small>}
              </span>
              <Chip tone={stateTones[each.state]}>{each.starts ? t('cases.siblings.yours') : t(`cases.state.${each.state}`)}</Chip>
            </li>
          ))}
        </ul>
      )}
      {starting > 0 && <p className="tb-muted">{t('cases.siblings.starts', { n: starting })}</p>}
    </section>
  )
}
