// What a matter is called and says of itself, in Chinese and English, where people find it, and by which words.
// Subjects are named here too: how people are addressed.
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import type { PartProps } from './DesignPage.tsx'
import { stringIn, stringsIn, type Fields } from './fields.ts'
import { SubjectsCard } from './SubjectsCard.tsx'
import { TextPair } from './TextPair.tsx'

const keys = ['name', 'summary', 'whoMayApply', 'delivery'] as const

export function TextsPart({ design, parts }: PartProps) {
  const t = useT()
  const textIn = useTextIn()
  const matter = design.fields(design.about)
  if (!matter) return <p>{t('designs.unreadable')}</p>
  const set = (next: Fields, group?: string) => design.edit(design.about, next, group)
  const audience = stringIn(matter, 'audience')
  return (
    <>
      <Card title={t('designs.texts.title')}>
        <div className="tb-stack">
          {keys.map((key) => (
            <TextPair key={key} label={t(`designs.texts.${key}`)} value={matter[key]} {...(key === 'name' ? {} : { rows: 2 })} onChange={(value) => set({ ...matter, [key]: value ?? '' }, key)} />
          ))}
          <Keywords key={stringsIn(matter, 'keywords').join()} words={stringsIn(matter, 'keywords')} onChange={(keywords) => set({ ...matter, keywords }, 'keywords')} />
        </div>
      </Card>
      <Card title={t('designs.texts.where')}>
        <div className="tb-stack">
          <RadioGroup label={t('designs.begin.audience')} inline value={audience} onChange={(value) => set({ ...matter, audience: value, stage: parts.stages.find((stage) => stage.audience === value)?.id ?? '' })} options={[{ value: 'person', label: t('designs.audience.person') }, { value: 'organisation', label: t('designs.audience.organisation') }]} />
          <Select label={t('designs.texts.stage')} value={stringIn(matter, 'stage')} onChange={(stage) => set({ ...matter, stage })} options={parts.stages.filter((stage) => stage.audience === audience).map(({ id, name }) => ({ value: id, label: textIn(name) }))} />
        </div>
      </Card>
      <SubjectsCard matter={matter} parent={design.workspace.items[design.about]?.inherited ?? null} parts={parts} onChange={set} />
    </>
  )
}

/** Typed freely; becomes words when the field is left. `?word=` in the address is one that people searched for in vain: offered to be added. */
function Keywords({ words, onChange }: { words: readonly string[]; onChange: (words: string[]) => void }) {
  const t = useT()
  const [typed, setTyped] = useState(words.join('、'))
  const [address] = useSearchParams()
  const searched = address.get('word')?.trim() ?? ''
  const read = () => {
    const next = typed.split(/[、,，;；\s]+/).filter((word) => word !== '')
    if (next.join() !== words.join()) onChange(next)
  }
  return (
    <>
      <TextInput label={t('designs.texts.keywords')} hint={t('designs.texts.keywordsHint')} value={typed} onChange={setTyped} onBlur={read} />
      {searched !== '' && !words.includes(searched) && (
        <p><Button variant="ghost" icon="add" onClick={() => onChange([...words, searched])}>{t('designs.texts.addKeyword', { word: searched })}</Button></p>
      )}
    </>
  )
}
