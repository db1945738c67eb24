// How the fields are put to people: pages in their order, fields on each in theirs, moved by hand or to another page.
// Fields come with the services; here they only find their place.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useLanguage, useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Select } from '../../../ui/Select.tsx'
import { withFieldsPlaced } from './compose.ts'
import type { PartProps } from './DesignPage.tsx'
import { listIn, moved, newTopic, shownText, stringIn, stringsIn, withItem, withKey, type Fields } from './fields.ts'
import { SortableList } from './SortableList.tsx'
import { TextPair } from './TextPair.tsx'

export function TopicsPart({ design, parts }: PartProps) {
  const t = useT()
  const english = useLanguage() === 'en'
  const matter = design.fields(design.about)
  if (!matter) return <p>{t('designs.unreadable')}</p>
  const topics = listIn(matter, 'topics')
  const set = (next: readonly Fields[], group?: string) => design.edit(design.about, { ...matter, topics: next }, group)
  const inherited = design.workspace.items[design.about]?.inherited !== null
  const placed = withFieldsPlaced(matter, parts)
  const untidy = JSON.stringify(placed) !== JSON.stringify(matter)
  const moveTo = (concept: string, target: string, at?: number) =>
    set(topics.map((topic) => {
      const rest = stringsIn(topic, 'concepts').filter((each) => each !== concept)
      if (stringIn(topic, 'id') !== target) return { ...topic, concepts: rest }
      return { ...topic, concepts: rest.toSpliced(at ?? rest.length, 0, concept) }
    }))
  const addPage = () => {
    const taken = new Set(topics.map((topic) => stringIn(topic, 'id')))
    const id = Array.from({ length: topics.length + 1 }, (_, at) => `page-${at + 1}`).find((each) => !taken.has(each)) ?? 'page'
    set([...topics, newTopic(id)])
  }
  const nameOf = (topic: Fields) => shownText(topic['name'], english) || stringIn(topic, 'id')
  return (
    <Card title={t('designs.topics.title', { n: topics.length })} aside={untidy && <Button variant="ghost" onClick={() => design.edit(design.about, placed)}>{t('designs.topics.tidy')}</Button>}>
      <div className="tb-stack">
        <p className="tb-muted">{t('designs.topics.lead')}</p>
        <SortableList
          label={t('designs.topics.list')} group="pages" fixed={inherited ? t('designs.sort.inherited') : undefined} onMove={(from, to) => set(moved(topics, from, to))}
          items={topics.map((topic, index) => ({
            id: stringIn(topic, 'id'), label: nameOf(topic),
            content: <Topic topic={topic} topics={topics} parts={parts} nameOf={nameOf} onChange={(next, group) => set(withItem(topics, index, next), `${stringIn(topic, 'id')} ${group}`)} onMoveTo={moveTo} />,
            actions: stringsIn(topic, 'concepts').length === 0 && <Button variant="plain" onClick={() => set(topics.filter((_, at) => at !== index))}>{t('designs.topics.remove')}<span className="tb-hidden"> {nameOf(topic)}</span></Button>,
          }))}
        />
        <div className="tb-row"><Button variant="ghost" icon="add" onClick={addPage}>{t('designs.topics.add')}</Button></div>
      </div>
    </Card>
  )
}

interface TopicProps {
  topic: Fields
  topics: readonly Fields[]
  parts: PartProps['parts']
  nameOf: (topic: Fields) => string
  onChange: (topic: Fields, group: string) => void
  onMoveTo: (concept: string, topic: string, at?: number) => void
}

function Topic({ topic, topics, parts, nameOf, onChange, onMoveTo }: TopicProps) {
  const t = useT()
  const textIn = useTextIn()
  const concepts = stringsIn(topic, 'concepts')
  const nameOfConcept = (id: string) => textIn(parts.concepts.find((concept) => concept.id === id)?.name ?? { 'zh-CN': id })
  return (
    <details className="designs-entry" open={topics.length <= 4}>
      <summary><b>{nameOf(topic)}</b> <span className="tb-muted">{t('designs.count.fields', { n: concepts.length })}</span></summary>
      <div className="tb-stack">
        <TextPair label={t('designs.topics.name')} value={topic['name']} onChange={(value) => onChange({ ...topic, name: value ?? '' }, 'name')} />
        <TextPair label={t('designs.topics.hint')} value={topic['hint']} onChange={(value) => onChange(withKey(topic, 'hint', value), 'hint')} optional />
        <SortableList
          label={t('designs.topics.fields', { name: nameOf(topic) })} group="fields" onMove={(from, to) => onChange({ ...topic, concepts: moved(concepts, from, to) }, `order ${from} ${to}`)} onReceive={(concept, at) => onMoveTo(concept, stringIn(topic, 'id'), at)}
          items={concepts.map((concept) => ({
            id: concept, label: nameOfConcept(concept),
            content: <span>{nameOfConcept(concept)} <small className="tb-muted">{concept}</small></span>,
            actions: topics.length > 1 && (
              <Select label={t('designs.topics.moveTo', { name: nameOfConcept(concept) })} labelHidden value={stringIn(topic, 'id')} onChange={(target) => onMoveTo(concept, target)} options={topics.map((each) => ({ value: stringIn(each, 'id'), label: nameOf(each) }))} />
            ),
          }))}
        />
      </div>
    </details>
  )
}
