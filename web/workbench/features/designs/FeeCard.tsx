// What a service costs: nothing, one amount for everybody, or items with a formula, conditions and reductions.
// Amounts are dated lines, as time limits are: what was charged before stays true.
import { plainDate } from '../../../../server/kernel/clock.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { now } from '../../../shared/now.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { AmountLines } from './AmountLines.tsx'
import { feeAs, feeKind, feeKinds, isOneAmount, linesOf, withLine, type FeeKind } from './elements.ts'
import { FeeItem } from './FeeItem.tsx'
import { fieldsOf, freshId, listIn, stringIn, withItem, withKey } from './fields.ts'
import type { ServiceProps } from './ServicePart.tsx'
import { TextPair } from './TextPair.tsx'

export function FeeCard({ service, parent, onChange }: ServiceProps) {
  const t = useT()
  const { fee } = service
  const whole = fieldsOf(fee)
  const kind = feeKind(fee)
  const items = whole ? listIn(whole, 'items') : []
  const today = plainDate(now())
  const set = (next: typeof fee, group?: string) => onChange(withKey(service, 'fee', next), group)
  const obstacle = (to: FeeKind) => {
    if (to === 'free' && parent?.['fee'] !== undefined) return t('design-elements.inheritedStays')
    return to === 'amount' && whole && !isOneAmount(whole) ? t('design-elements.fee.tooMuch') : undefined
  }
  return (
    <Card
      title={t('design-elements.fee.title')}
      aside={whole && <Button variant="ghost" icon="add" onClick={() => set({ ...whole, items: [...items, { id: freshId('item', items), name: '', amount: withLine([], today) }] })}>{t('design-elements.fee.addItem')}</Button>}
    >
      <div className="tb-stack">
        <RadioGroup label={t('design-elements.fee.kind')} labelHidden inline value={kind} onChange={(to) => set(feeAs(feeKinds.find((each) => each === to) ?? kind, fee, today))} options={feeKinds.map((value) => ({ value, label: t(`design-elements.fee.kinds.${value}`), disabledReason: value === kind ? undefined : obstacle(value) }))} />
        {kind === 'amount' && <AmountLines label={t('design-elements.fee.kinds.amount')} lines={linesOf(fee)} onChange={(lines, group) => set(lines, `fee ${group}`)} />}
        {whole && (
          <>
            <div className="designs-pair">
              <Select label={t('design-elements.fee.due')} value={stringIn(whole, 'due') || 'result'} onChange={(due) => set(withKey(whole, 'due', due))} options={(['handling', 'result'] as const).map((value) => ({ value, label: t(`design-elements.fee.dues.${value}`) }))} />
              <Select label={t('design-elements.fee.refund')} value={stringIn(whole, 'refund')} optional={fieldsOf(parent?.['fee'])?.['refund'] === undefined} placeholder={t('design-elements.fee.refundUsual')} onChange={(refund) => set(withKey(whole, 'refund', refund))} options={(['notGranted', 'never'] as const).map((value) => ({ value, label: t(`design-elements.fee.refunds.${value}`) }))} />
            </div>
            <TextPair label={t('design-elements.fee.bearer')} hint={t('design-elements.fee.bearerHint')} value={whole['bearer']} onChange={(bearer) => set(withKey(whole, 'bearer', bearer), 'fee bearer')} optional />
            {items.map((item, index) => (
              <FeeItem
                key={stringIn(item, 'id')} item={item} onlyOne={items.length === 1}
                onChange={(next, group) => set({ ...whole, items: withItem(items, index, next) }, `fee ${stringIn(item, 'id')} ${group}`)}
                onRemove={() => set({ ...whole, items: items.filter((_, at) => at !== index) })}
              />
            ))}
          </>
        )}
      </div>
    </Card>
  )
}
