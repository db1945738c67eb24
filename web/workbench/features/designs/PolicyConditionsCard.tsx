// The conditions of a policy: each a sentence people read, the rule it is judged by, and what somebody can do who does not meet it.
// What checking finds about a condition stands beside it.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { useFormat } from '../../../shared/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { FeelField } from '../feel/FeelField.tsx'
import { useFeelTools } from '../feel/useFeelTools.ts'
import { listIn, stringIn, withItem, withKey, type Fields } from './fields.ts'
import { FindingsHere } from './FindingsHere.tsx'
import { readsOf } from './policy-live.ts'
import { newCondition } from './policy.ts'
import type { PolicyProps } from './PolicyPart.tsx'
import { TextPair } from './TextPair.tsx'

export function PolicyConditionsCard({ design, parts, policy, onChange }: PolicyProps) {
  const t = useT()
  const list = listIn(policy, 'conditions')
  const set = (conditions: readonly Fields[], group?: string) => onChange({ ...policy, conditions }, group)
  return (
    <Card title={t('design-policies.conditions.title', { n: list.length })} aside={<Button variant="ghost" icon="add" onClick={() => set([...list, newCondition(list)])}>{t('design-policies.conditions.add')}</Button>}>
      <div className="tb-stack">
        {list.map((item, index) => {
          const id = stringIn(item, 'id')
          const n = index + 1
          const change = (next: Fields, group: string) => set(withItem(list, index, next), `condition ${id} ${group}`)
          return (
            <div key={id} role="group" aria-label={t('design-policies.conditions.condition', { n })} className="designs-block tb-stack">
              <TextPair label={t('design-policies.conditions.name')} value={item['name']} onChange={(value) => change({ ...item, name: value ?? '' }, 'name')} />
              <FeelField label={t('design-policies.conditions.rule')} hint={t('design-policies.conditions.ruleHint')} value={stringIn(item, 'rule')} onChange={(rule) => change({ ...item, rule }, 'rule')} required />
              <FindingsHere design={design} at={['conditions', index]} rules={['benefit-contradicts', 'id-duplicate']} />
              <TextPair label={t('design-policies.conditions.lack')} value={item['lack']} optional onChange={(value) => change(withKey(item, 'lack', value), 'lack')} />
              {list.length > 1 && <div><Button variant="plain" onClick={() => set(list.filter((_, at) => at !== index))}>{t('design-policies.conditions.remove', { n })}</Button></div>}
            </div>
          )
        })}
        <FactsRead parts={parts} policy={policy} />
      </div>
    </Card>
  )
}

/** What the policy looks at, and where each comes from. */
function FactsRead({ parts, policy }: Pick<PolicyProps, 'parts' | 'policy'>) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const tools = useFeelTools()
  if (!tools) return null
  const reads = readsOf(policy, (text) => tools.readFeel(text, 'rule', parts.facts))
  const names = reads.flatMap((id) => { const fact = parts.facts.find((each) => each.id === id); return fact ? [`${textIn(fact.name)}（${textIn(fact.from)}）`] : [] })
  return <p className="tb-muted">{names.length === 0 ? t('design-policies.conditions.noFacts') : t('design-policies.conditions.facts', { names: format.list(names) })}</p>
}
