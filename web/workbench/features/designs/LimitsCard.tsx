// Time limits as dated lines: a change is a new line with its day and source, so that what was promised before stays true.
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { NumberInput } from '../../../ui/NumberInput.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { plainDate } from '../../../../server/kernel/clock.ts'
import { now } from '../../../shared/now.ts'
import { fieldsOf, listIn, numberIn, stringIn, withItem, type Fields } from './fields.ts'
import type { ServiceProps } from './ServicePart.tsx'

export function LimitsCard({ service, onChange }: ServiceProps) {
  const t = useT()
  const format = useFormat()
  const lines = listIn(service, 'limits')
  const change = (index: number, line: Fields, group: string) => onChange({ ...service, limits: withItem(lines, index, line) }, `limits ${index} ${group}`)
  const add = () => {
    const last = lines.at(-1)
    onChange({ ...service, limits: [...lines, { statutory: 0, promised: 0, source: { title: '' }, ...last, from: plainDate(now()) }] })
  }
  return (
    <Card title={t('designs.service2.limits')} aside={<Button variant="ghost" icon="add" onClick={add}>{t('designs.service2.addLimit')}</Button>}>
      <div className="tb-stack">
        <p className="tb-muted">{t('designs.service2.limitsHint')}</p>
        {lines.map((line, index) => ({ line, index, key: `line ${index}` })).map(({ line, index, key }) => {
          const source = fieldsOf(line['source']) ?? {}
          const from = stringIn(line, 'from')
          return (
            <div key={key} role="group" aria-label={t('designs.service2.limitFrom', { date: format.date(from) })} className="designs-limit">
              <DateInput label={t('designs.service2.from')} value={from} onChange={(value) => change(index, { ...line, from: value }, 'from')} />
              <NumberInput label={t('designs.service2.statutory')} whole unit={t('designs.figures.days')} value={numberIn(line, 'statutory')} onChange={(value) => { if (value !== undefined) change(index, { ...line, statutory: value }, 'statutory') }} />
              <NumberInput label={t('designs.service2.promised')} whole unit={t('designs.figures.days')} value={numberIn(line, 'promised')} onChange={(value) => { if (value !== undefined) change(index, { ...line, promised: value }, 'promised') }} />
              <TextInput label={t('designs.service2.law')} value={stringIn(source, 'title')} onChange={(title) => change(index, { ...line, source: { ...source, title } }, 'source')} />
              {lines.length > 1 && <Button variant="plain" onClick={() => onChange({ ...service, limits: lines.filter((_, at) => at !== index) })}>{t('designs.service2.remove')}</Button>}
            </div>
          )
        })}
      </div>
    </Card>
  )
}
