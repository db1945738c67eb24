// One item of a fee: what a unit costs, how many units, when it is charged, and who pays less.
// Formulas and conditions are FEEL over the form of the service.
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { FeelField } from '../feel/FeelField.tsx'
import { AmountLines } from './AmountLines.tsx'
import { linesOf, statedList } from './elements.ts'
import { freshId, listIn, numberIn, stringIn, withItem, withKey, type Fields } from './fields.ts'
import { LawFields } from './LawFields.tsx'
import { TextPair } from './TextPair.tsx'
import { WholeNumber } from './WholeNumber.tsx'

interface Props {
  item: Fields
  onlyOne: boolean
  onChange: (item: Fields, group: string) => void
  onRemove: () => void
}

export function FeeItem({ item, onlyOne, onChange, onRemove }: Props) {
  const t = useT()
  const id = stringIn(item, 'id')
  const reductions = listIn(item, 'reductions')
  const setReductions = (next: readonly Fields[], group: string) => onChange(withKey(item, 'reductions', statedList(next)), group)
  return (
    <div role="group" aria-label={id} className="designs-block tb-stack">
      <TextPair label={t('design-elements.fee.itemName')} value={item['name']} onChange={(name) => onChange({ ...item, name: name ?? '' }, 'name')} />
      <AmountLines label={t('design-elements.fee.amount')} lines={linesOf(item['amount'])} onChange={(amount, group) => onChange({ ...item, amount }, `amount ${group}`)} />
      <div className="designs-pair">
        <FeelField label={t('design-elements.fee.quantity')} hint={t('design-elements.fee.quantityHint')} value={stringIn(item, 'quantity')} onChange={(text) => onChange(withKey(item, 'quantity', text), 'quantity')} optional />
        <FeelField label={t('design-elements.fee.when')} hint={t('design-elements.ruleHint')} value={stringIn(item, 'when')} onChange={(text) => onChange(withKey(item, 'when', text), 'when')} optional />
      </div>
      {reductions.map((each, index) => {
        const name = stringIn(each, 'id')
        const change = (next: Fields, group: string) => setReductions(withItem(reductions, index, next), `reduction ${name} ${group}`)
        return (
          <div key={name} role="group" aria-label={t('design-elements.fee.reduction', { id: name })} className="designs-block tb-stack">
            <TextPair label={t('design-elements.fee.reductionName')} value={each['name']} onChange={(value) => change({ ...each, name: value ?? '' }, 'name')} />
            <div className="designs-pair">
              <FeelField label={t('design-elements.fee.reductionWhen')} hint={t('design-elements.ruleHint')} value={stringIn(each, 'when')} error={stringIn(each, 'when').trim() === '' ? t('design-elements.fee.needWhen') : undefined} onChange={(when) => change({ ...each, when }, 'when')} />
              <WholeNumber label={t('design-elements.fee.pays')} hint={t('design-elements.fee.paysHint')} unit="%" min={0} max={99} value={numberIn(each, 'pays')} onChange={(pays) => { if (pays !== undefined) change({ ...each, pays }, 'pays') }} />
            </div>
            <LawFields item={each} onChange={change} />
            <div><Button variant="plain" onClick={() => setReductions(reductions.filter((_, at) => at !== index), 'remove')}>{t('designs.service2.remove')}<span className="tb-hidden"> {name}</span></Button></div>
          </div>
        )
      })}
      <div className="tb-row">
        <Button variant="ghost" icon="add" onClick={() => setReductions([...reductions, { id: freshId('reduction', reductions), name: '', when: '', pays: 0, legalBasis: { title: '' } }], 'add')}>{t('design-elements.fee.addReduction')}</Button>
        {!onlyOne && <Button variant="plain" onClick={onRemove}>{t('design-elements.fee.removeItem')}<span className="tb-hidden"> {id}</span></Button>}
      </div>
    </div>
  )
}
