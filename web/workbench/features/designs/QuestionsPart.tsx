// The scenario: questions asked first, and the table that says for which answers which service applies.
// A question is a field with choices; its own condition and the rules a table cannot hold are written as text.
import { useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Select } from '../../../ui/Select.tsx'
import { FeelField } from '../feel/FeelField.tsx'
import { withoutQuestion, withQuestion } from './compose.ts'
import { DecisionTableEditor } from './DecisionTableEditor.tsx'
import type { PartProps } from './DesignPage.tsx'
import { listIn, moved, stringIn, withItem, withKey, type Fields } from './fields.ts'
import { SortableList } from './SortableList.tsx'
import { TextPair } from './TextPair.tsx'
import type { Question } from './when-rule.ts'

export function QuestionsPart({ design, parts }: PartProps) {
  const t = useT()
  const textIn = useTextIn()
  const matter = design.fields(design.about)
  if (!matter) return <p>{t('designs.unreadable')}</p>
  const scenario = listIn(matter, 'scenario')
  const set = (next: Fields, group?: string) => design.edit(design.about, next, group)
  const inherited = design.workspace.items[design.about]?.inherited !== null
  const conceptOf = (id: string) => parts.concepts.find((concept) => concept.id === id)
  const questions = scenario.map((each): Question => ({ concept: stringIn(each, 'concept'), choices: conceptOf(stringIn(each, 'concept'))?.choices ?? [] }))
  return (
    <>
      <Card title={t('designs.questions.title', { n: scenario.length })}>
        <div className="tb-stack">
          <p className="tb-muted">{t('designs.questions.lead')}</p>
          <SortableList
            label={t('designs.questions.list')} fixed={inherited ? t('designs.sort.inherited') : undefined} onMove={(from, to) => set({ ...matter, scenario: moved(scenario, from, to) })}
            items={scenario.map((question, index) => {
              const id = stringIn(question, 'concept')
              const name = textIn(conceptOf(id)?.name ?? { 'zh-CN': id })
              return {
                id, label: name,
                content: <QuestionEntry question={question} name={name} onChange={(next, group) => set({ ...matter, scenario: withItem(scenario, index, next) }, `${id} ${group}`)} />,
                actions: <Button variant="plain" onClick={() => set(withoutQuestion(matter, id, parts))}>{t('designs.questions.remove')}<span className="tb-hidden"> {name}</span></Button>,
              }
            })}
          />
          <AddQuestion parts={parts} taken={scenario.map((each) => stringIn(each, 'concept'))} matter={matter} onAdd={(question) => set(withQuestion(matter, question, parts))} />
        </div>
      </Card>
      <DecisionTableEditor
        key={`${questions.map(({ concept }) => concept).join()} ${listIn(matter, 'services').length}`}
        questions={questions} parts={parts} asks={new Map(scenario.map((each) => [stringIn(each, 'concept'), each['ask']]))}
        services={listIn(matter, 'services').map((each) => ({ service: stringIn(each, 'service'), when: stringIn(each, 'when') || undefined }))}
        onChange={(rules) => set({ ...matter, services: listIn(matter, 'services').map((each) => withKey(each, 'when', rules.find(({ service }) => service === each['service'])?.when)) })}
      />
    </>
  )
}

function QuestionEntry({ question, name, onChange }: { question: Fields; name: string; onChange: (question: Fields, group: string) => void }) {
  const t = useT()
  return (
    <details className="designs-entry" open={stringIn(question, 'concept') !== '' && question['ask'] === ''}>
      <summary><b>{name}</b> <span className="tb-muted">{stringIn(question, 'concept')}</span></summary>
      <div className="tb-stack">
        <TextPair label={t('designs.questions.ask')} value={question['ask']} onChange={(value) => onChange({ ...question, ask: value ?? '' }, 'ask')} />
        <TextPair label={t('designs.questions.help')} value={question['help']} onChange={(value) => onChange(withKey(question, 'help', value), 'help')} optional />
        <FeelField label={t('designs.questions.when')} hint={t('designs.services.whenHint')} value={stringIn(question, 'when')} onChange={(text) => onChange(withKey(question, 'when', text), 'when')} optional />
      </div>
    </details>
  )
}

/** Fields with choices: those of the services in the matter first. */
function AddQuestion({ parts, taken, matter, onAdd }: { parts: PartProps['parts']; taken: readonly string[]; matter: Fields; onAdd: (question: Fields) => void }) {
  const t = useT()
  const textIn = useTextIn()
  const [concept, setConcept] = useState('')
  const chosen = new Set(listIn(matter, 'services').map((each) => stringIn(each, 'service')))
  const own = new Set(parts.services.filter(({ id }) => chosen.has(id)).flatMap(({ concepts }) => concepts.map((each) => each.split('.')[0] ?? '')))
  const offered = parts.concepts.filter(({ id, type, choices, derived }) => !derived && !taken.includes(id) && (type === 'boolean' || choices.length > 0))
    .sort((a, b) => Number(own.has(b.subject)) - Number(own.has(a.subject)))
  const add = () => {
    const found = parts.concepts.find(({ id }) => id === concept)
    if (!found) return
    const { 'zh-CN': zh, en } = found.name
    onAdd({ concept, ask: { 'zh-CN': /[？?]$/.test(zh) ? zh : `${zh}？`, ...(en === undefined ? {} : { en: en.endsWith('?') ? en : `${en}?` }) } })
    setConcept('')
  }
  return (
    <div className="designs-add">
      <Select label={t('designs.questions.add')} hint={t('designs.questions.addHint')} value={concept} onChange={setConcept} options={offered.map(({ id, name }) => ({ value: id, label: `${textIn(name)} (${id})` }))} />
      <Button variant="ghost" icon="add" onClick={add} disabledReason={concept === '' ? t('designs.questions.choose') : undefined}>{t('designs.questions.addButton')}</Button>
    </div>
  )
}
