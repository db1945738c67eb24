// What something rests on: title and article of the law. A missing title is said at once, since nothing is released without it.
// The address of the text, where one is stated, stays.
import { useT } from '../../../shared/i18n/store.ts'
import { TextInput } from '../../../ui/TextInput.tsx'
import { fieldsOf, stringIn, withKey, type Fields } from './fields.ts'

interface Props {
  item: Fields
  onChange: (item: Fields, group: string) => void
  /** where the law stands in the item */
  at?: 'legalBasis' | 'source' | 'law'
}

export function LawFields({ item, onChange, at = 'legalBasis' }: Props) {
  const t = useT()
  const law = fieldsOf(item[at]) ?? {}
  const title = stringIn(law, 'title')
  return (
    <div className="designs-pair">
      <TextInput label={t('designs.service2.law')} value={title} error={title.trim() === '' ? t('design-elements.needLaw') : undefined} onChange={(next) => onChange({ ...item, [at]: { ...law, title: next } }, 'law')} />
      <TextInput label={t('designs.service2.article')} value={stringIn(law, 'article')} onChange={(article) => onChange({ ...item, [at]: withKey(law, 'article', article) }, 'article')} optional />
    </div>
  )
}
