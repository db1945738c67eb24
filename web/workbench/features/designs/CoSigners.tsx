// Other authorities whose opinions are asked as soon as an application is accepted: who, what, within how many days, by which law.
// Lines are those the pack has authorities of.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import { statedList } from './elements.ts'
import { listIn, numberIn, stringIn, withItem, withKey, type Fields } from './fields.ts'
import type { HandlingProps } from './HandlingCard.tsx'
import { LawFields } from './LawFields.tsx'
import { TextPair } from './TextPair.tsx'
import { WholeNumber } from './WholeNumber.tsx'

const levels = ['street', 'district', 'city', 'province'] as const

export function CoSigners({ handling, above, parts, set }: HandlingProps) {
  const t = useT()
  const textIn = useTextIn()
  const list = listIn(handling, 'coSigners')
  const kept = above['coSigners'] !== undefined && list.length === 1
  return (
    <section className="tb-stack" aria-label={t('design-elements.handling.coSigners')}>
      <h3>{t('design-elements.handling.coSigners')}</h3>
      {list.length === 0 && <p className="tb-muted">{t('design-elements.handling.noCoSigners')}</p>}
      {list.map((each, index) => ({ each, index, key: `signer ${index}` })).map(({ each, index, key }) => {
        const change = (next: Fields, group?: string) => set('coSigners', withItem(list, index, next), group && `${index} ${group}`)
        const line = stringIn(each, 'line')
        return (
          <div key={key} role="group" aria-label={t('design-elements.handling.coSigner', { n: index + 1 })} className="designs-block tb-stack">
            <div className="designs-pair">
              <Select label={t('design-elements.handling.line')} value={line} error={line === '' ? t('design-elements.handling.needLine') : undefined} onChange={(next) => change({ ...each, line: next })} options={parts.lines.map((known) => ({ value: known.line, label: textIn(known.name) }))} />
              <Select label={t('design-elements.handling.lineLevel')} optional placeholder={t('design-elements.handling.sameLevel')} value={stringIn(each, 'level')} onChange={(level) => change(withKey(each, 'level', level))} options={levels.map((value) => ({ value, label: t(`design-elements.handling.lineLevels.${value}`) }))} />
              <WholeNumber label={t('design-elements.handling.answerDays')} unit={t('designs.figures.days')} min={1} max={60} value={numberIn(each, 'days')} onChange={(days) => { if (days !== undefined) change({ ...each, days }, 'days') }} />
            </div>
            <TextPair label={t('design-elements.handling.asks')} value={each['asks']} onChange={(asks) => change({ ...each, asks: asks ?? '' }, 'asks')} />
            <LawFields item={each} onChange={change} />
            <div><Button variant="plain" disabledReason={kept ? t('design-elements.inheritedStays') : undefined} onClick={() => set('coSigners', statedList(list.filter((_, at) => at !== index)))}>{t('designs.service2.remove')}<span className="tb-hidden"> {t('design-elements.handling.coSigner', { n: index + 1 })}</span></Button></div>
          </div>
        )
      })}
      <div className="tb-row"><Button variant="ghost" icon="add" onClick={() => set('coSigners', [...list, { line: '', days: 5, asks: '', legalBasis: { title: '' } }])}>{t('design-elements.handling.addCoSigner')}</Button></div>
    </section>
  )
}
