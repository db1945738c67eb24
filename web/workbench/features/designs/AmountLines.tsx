// An amount of money as dated lines: from which day, how much, by which law. Typed in yuan, kept in fen.
// What is no amount stays as typed and is pointed at.
import { useState } from 'react'
import { plainDate } from '../../../../server/kernel/clock.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { now } from '../../../shared/now.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { NumberInput } from '../../../ui/NumberInput.tsx'
import { fenOf, withLine, yuanOf } from './elements.ts'
import { numberIn, stringIn, withItem, type Fields } from './fields.ts'
import { LawFields } from './LawFields.tsx'

interface Props {
  label: string
  lines: readonly Fields[]
  onChange: (lines: readonly Fields[], group: string) => void
}

export function AmountLines({ label, lines, onChange }: Props) {
  const t = useT()
  return (
    <div role="group" aria-label={label} className="tb-stack">
      {lines.map((line, index) => ({ line, index, key: `line ${index}` })).map(({ line, index, key }) => {
        const change = (next: Fields, group: string) => onChange(withItem(lines, index, next), `line ${index} ${group}`)
        return (
          <div key={key} role="group" aria-label={t('design-elements.fee.line', { n: index + 1 })} className="tb-stack">
            <div className="designs-limit">
              <DateInput label={t('designs.service2.from')} value={stringIn(line, 'from')} onChange={(from) => change({ ...line, from }, 'from')} />
              <Yuan fen={numberIn(line, 'fen')} onChange={(fen) => { if (fen !== undefined) change({ ...line, fen }, 'fen') }} />
              {lines.length > 1 && <Button variant="plain" onClick={() => onChange(lines.filter((_, at) => at !== index), 'remove')}>{t('designs.service2.remove')}<span className="tb-hidden"> {t('design-elements.fee.line', { n: index + 1 })}</span></Button>}
            </div>
            <LawFields item={line} at="source" onChange={change} />
          </div>
        )
      })}
      <div className="tb-row"><Button variant="plain" icon="add" onClick={() => onChange(withLine(lines, plainDate(now())), 'add')}>{t('design-elements.fee.addLine')}</Button></div>
    </div>
  )
}

/** An amount typed in yuan, kept in fen. Emptied: undefined, where that is allowed. */
export function Yuan({ fen, label, labelHidden, optional, onChange }: { fen: number | undefined; label?: string; labelHidden?: boolean; optional?: boolean; onChange: (fen: number | undefined) => void }) {
  const t = useT()
  const [wrong, setWrong] = useState<{ typed: number | undefined; beside: number | undefined }>()
  const held = wrong !== undefined && wrong.beside === fen ? wrong : undefined
  const take = (yuan: number | undefined, typed: string) => {
    const next = fenOf(yuan)
    const fits = next !== undefined || (optional === true && typed.trim() === '')
    setWrong(fits ? undefined : { typed: yuan, beside: fen })
    if (fits) onChange(next)
  }
  return <NumberInput label={label ?? t('design-elements.fee.amount')} labelHidden={labelHidden} optional={optional} unit={t('design-elements.fee.yuan')} value={held ? held.typed : yuanOf(fen)} onChange={take} error={held && t('design-elements.fee.notMoney')} />
}
