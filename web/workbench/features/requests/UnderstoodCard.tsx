// What the machine made of the words, how sure it was, and why the unit was chosen; somebody at the centre can put it right.
// A correction is remembered for the next training.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useDesk } from './desk.ts'
import type { DeskRequest } from './queries.ts'

const leastWorthSaying = 0.02

export function UnderstoodCard({ one }: { one: DeskRequest }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { openForm } = useDesk()
  const { category, abstained, notes } = one.understood
  const alternatives = one.understood.alternatives.filter(({ confidence }) => confidence >= leastWorthSaying)
  const corrected = one.category !== null && one.category !== category?.id
  const why = one.why.length > 0 ? one.why : (one.listed?.why ?? [])
  const mayCorrect = one.actions.some(({ action, possible }) => action === 'correct' && possible)
  return (
    <Card title={t('request-desk.understood.title')} {...(mayCorrect ? { aside: <Button variant="plain" onClick={() => openForm('correct')}>{t('request-desk.understood.correct')}</Button> } : {})}>
      <div className="tb-stack">
        <KeyValue
          items={[
            {
              id: 'category', label: t('request-desk.understood.category'),
              value: <>{one.categoryName ? textIn(one.categoryName) : '–'} {corrected ? <Chip>{t('request-desk.understood.corrected')}</Chip> : abstained ? <Chip tone="warning">{t('request-desk.understood.unsure')}</Chip> : category && <Chip tone="success">{t('request-desk.understood.sure', { share: format.share(category.confidence) })}</Chip>}</>,
            },
            ...(alternatives.length > 0 ? [{ id: 'alternatives', label: t('request-desk.understood.alternatives'), value: alternatives.map(({ name, confidence }) => `${textIn(name)} ${format.share(confidence)}`).join(' · ') }] : []),
            { id: 'urgency', label: t('request-desk.understood.urgency'), value: t(`request-desk.urgency.${one.urgency}`) },
          ]}
        />
        {notes.map((note) => <Notice key={note} compact tone="warning" title={t('request-desk.understood.notes')}>{note}</Notice>)}
        {why.length > 0 && (
          <div>
            <h3>{t('request-desk.understood.why')}</h3>
            <ul className="request-why" lang="zh-CN">{why.map((each) => <li key={each}>{each}</li>)}</ul>
          </div>
        )}
      </div>
    </Card>
  )
}
