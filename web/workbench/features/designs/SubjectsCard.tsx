// Whom a matter is about: how each is called, and whether there may be several, as with twins.
// Of several, what each has of their own is asked for each; everything else is said once.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useLanguage, useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox, CheckboxGroup } from '../../../ui/Choice.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { PartProps } from './DesignPage.tsx'
import { fieldsOf, listIn, numberIn, shownText, stringIn, stringsIn, withItem, withKey, type Fields } from './fields.ts'
import { TextPair } from './TextPair.tsx'
import { WholeNumber } from './WholeNumber.tsx'

interface Props extends Pick<PartProps, 'parts'> {
  matter: Fields
  /** as the packs above have it */
  parent: Fields | null
  onChange: (matter: Fields, group?: string) => void
}

export function SubjectsCard({ matter, parent, parts, onChange }: Props) {
  const t = useT()
  const subjects = listIn(matter, 'subjects')
  const above = parent ? listIn(parent, 'subjects') : []
  return (
    <Card title={t('designs.texts.subjects')}>
      <div className="tb-stack">
        <p className="tb-muted">{t('designs.texts.subjectsHint')}</p>
        {subjects.map((subject, index) => {
          const id = stringIn(subject, 'id')
          const change = (next: Fields, group?: string) => onChange({ ...matter, subjects: withItem(subjects, index, next) }, group && `subject ${index} ${group}`)
          return (
            <div key={id} className="tb-stack">
              <TextPair label={id} value={subject['name']} onChange={(name) => change(withKey(subject, 'name', name), 'name')} />
              {subject['many'] === undefined && <Repeats matter={matter} subject={subject} kept={above.some((each) => stringIn(each, 'id') === id && each['repeats'] !== undefined)} parts={parts} onChange={change} />}
            </div>
          )
        })}
      </div>
    </Card>
  )
}

function Repeats({ matter, subject, kept, parts, onChange }: { matter: Fields; subject: Fields; kept: boolean; parts: Props['parts']; onChange: (subject: Fields, group?: string) => void }) {
  const t = useT()
  const textIn = useTextIn()
  const english = useLanguage() === 'en'
  const id = stringIn(subject, 'id')
  const name = shownText(subject['name'], english) || id
  const repeats = fieldsOf(subject['repeats'])
  const needed = new Set(parts.services.filter((each) => listIn(matter, 'services').some((one) => stringIn(one, 'service') === each.id)).flatMap(({ concepts }) => concepts))
  const own = repeats ? stringsIn(repeats, 'own') : []
  const offered = parts.concepts.filter((concept) => concept.subject === id && (needed.has(concept.id) || own.includes(concept.id)))
  const counts = parts.concepts.filter(({ type, choices, subject: of }) => type === 'integer' || (of === id && choices.length > 0))
  // Numbers about the one concerned come first.
  const sorted = counts.toSorted((a, b) => Number(b.subject === id) - Number(a.subject === id))
  const set = (next: Fields | undefined, group?: string) => onChange(withKey(subject, 'repeats', next), group)
  return (
    <>
      <Checkbox label={t('design-elements.repeats.on', { name })} hint={t('design-elements.repeats.onHint')} checked={repeats !== null} disabledReason={repeats && kept ? t('design-elements.inheritedStays') : undefined} onChange={(on) => set(on ? { count: '', max: 2, own: [] } : undefined)} />
      {repeats && (
        <div className="designs-block tb-stack">
          <div className="designs-pair">
            <Select label={t('design-elements.repeats.count')} hint={t('design-elements.repeats.countHint')} value={stringIn(repeats, 'count')} error={stringIn(repeats, 'count') === '' ? t('design-elements.repeats.needCount') : undefined} onChange={(count) => set({ ...repeats, count })} options={sorted.map((concept) => ({ value: concept.id, label: `${textIn(concept.name)} (${concept.id})` }))} />
            <WholeNumber label={t('design-elements.repeats.max')} min={2} max={6} value={numberIn(repeats, 'max')} onChange={(max) => { if (max !== undefined) set({ ...repeats, max }, 'max') }} />
          </div>
          <CheckboxGroup label={t('design-elements.repeats.own')} hint={t('design-elements.repeats.ownHint')} inline error={own.length === 0 ? t('design-elements.repeats.needOwn') : undefined} values={own} onChange={(next) => set({ ...repeats, own: next })} options={offered.map((concept) => ({ value: concept.id, label: textIn(concept.name) }))} />
        </div>
      )}
    </>
  )
}
