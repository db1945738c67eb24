// Telling the applicant once of everything to be put right (行政许可法第三十二条第一款第四项): a list made by pointing at the case,
// choosing from its content and documents, or writing freely.
import { useId, useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { ActionForm, Letter, Phrases } from './ActionForm.tsx'
import { isCorrectable } from './case-view.ts'
import { useDesk } from './desk.ts'
import { addItem, longestItem, wrongItems, type SupplementItem } from './draft.ts'

export function SupplementForm() {
  const t = useT()
  const { draft, change, act } = useDesk()
  const { items } = draft
  const [tried, setTried] = useState(false)
  const wrong = wrongItems(items)
  const send = () => {
    setTried(true)
    if (items.length === 0 || wrong.size > 0) return
    act({ action: 'requestSupplement', items: items.map(({ what, concept, evidence }) => ({ what: what.trim(), ...(concept ? { concept } : {}), ...(evidence ? { evidence } : {}) })) })
  }
  return (
    <ActionForm action="requestSupplement" lead={t('cases.supplement.lead')} send={t('cases.supplement.send', { n: items.length })} onSend={send}>
      {items.map((item, index) => (
        <Item key={item.key} item={item} n={index + 1} wrong={tried && wrong.has(item.key)} onChange={(next) => change({ items: items.flatMap((each) => (each.key === item.key ? (next ?? []) : each)) })} />
      ))}
      {items.length === 0 && <p className={tried ? 'case-wrong' : 'tb-muted'} role={tried ? 'alert' : undefined}>{t('cases.supplement.none')}</p>}
      <AddItem />
      {items.length > 0 && <Letter action="requestSupplement" items={items.map(({ what }) => what.trim() || '……')} />}
    </ActionForm>
  )
}

function Item({ item, n, wrong, onChange }: { item: SupplementItem; n: number; wrong: boolean; onChange: (item: SupplementItem | undefined) => void }) {
  const t = useT()
  const textIn = useTextIn()
  const { one } = useDesk()
  const value = one.content.find(({ concept }) => concept === item.concept)
  const document = one.evidence.find(({ evidence }) => evidence === item.evidence)
  const name = value ? textIn(value.name) : document ? t('cases.supplement.document', { name: textIn(document.name) }) : ''
  const write = (what: string) => onChange({ ...item, what })
  return (
    <div className="case-item">
      <TextArea
        label={name || t('cases.supplement.freeItem', { n })}
        aside={
          <Button variant="plain" icon="close" aria-label={t('cases.supplement.remove', { n })} onClick={() => onChange(undefined)}>{''}</Button>
        }
        placeholder={t('cases.supplement.what')}
        rows={2}
        value={item.what}
        onChange={write}
        error={wrong ? t('cases.supplement.wrong', { n: longestItem }) : undefined}
      />
      {(value || document) && <Phrases use={document ? 'document' : 'value'} onPick={(phrase) => write(item.what && !item.what.includes(phrase) ? `${item.what}${phrase}` : phrase)} />}
    </div>
  )
}

function AddItem() {
  const t = useT()
  const textIn = useTextIn()
  const id = useId()
  const { one, draft, change } = useDesk()
  const listed = new Set(draft.items.flatMap(({ concept, evidence }) => [concept, evidence]))
  const subjectOf = (subject: string) => one.subjects.find((each) => each.id === subject)
  const options = [
    ...one.content.filter((item) => isCorrectable(item) && !listed.has(item.concept)).map((item) => {
      const subject = subjectOf(item.subject)
      return { value: `c:${item.concept}`, label: subject ? `${textIn(subject.name)} · ${textIn(item.name)}` : textIn(item.name) }
    }),
    ...one.evidence.filter(({ evidence }) => !listed.has(evidence)).map((item) => ({ value: `e:${item.evidence}`, label: t('cases.supplement.document', { name: textIn(item.name) }) })),
  ]
  const add = (chosen: string) => {
    const [kind, named] = [chosen.slice(0, 1), chosen.slice(2)]
    if (named) change({ items: addItem(draft.items, kind === 'c' ? { what: '', concept: named } : { what: '', evidence: named }) })
  }
  return (
    <div className="case-add">
      <Select id={id} label={t('cases.supplement.add')} labelHidden placeholder={t('cases.supplement.choose')} value="" onChange={add} options={options} />
      <Button variant="quiet" icon="add" onClick={() => change({ items: addItem(draft.items, { what: '' }) })}>{t('cases.supplement.free')}</Button>
    </div>
  )
}
