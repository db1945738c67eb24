// Choosing a class of requests: the top class first, then one of its finest classes, or a whole group where that is allowed.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Select } from '../../../ui/Select.tsx'
import type { RequestClass } from './queries.ts'

interface Props {
  classes: readonly RequestClass[]
  value: string
  onChange: (path: string) => void
  /** Groups and the top class may be chosen as a whole. */
  wholes?: boolean
  required?: boolean
  /** Said for nothing chosen. */
  none: string
  error?: string | undefined
}

export function ClassFields({ classes, value, onChange, wholes = false, required, none, error }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const top = value.split('/')[0] ?? ''
  const chosen = classes.find(({ id }) => id === top)
  const whole = (name: string) => `${name}${t('duties.form.whole')}`
  const options = (chosen?.groups ?? []).flatMap((group) => [
    ...(wholes ? [{ value: group.id, label: whole(textIn(group.name)) }] : []),
    ...group.leaves.map((leaf) => ({ value: leaf.id, label: `${textIn(group.name)} / ${textIn(leaf.name)}` })),
  ])
  return (
    <>
      <Select label={t('duties.form.top')} value={top} onChange={(id) => onChange(id)} emptyIsAll placeholder={none} options={classes.map(({ id, name }) => ({ value: id, label: textIn(name) }))} {...(required ? { required } : {})} {...(error && top === '' ? { error } : {})} />
      {chosen && <Select label={t('duties.form.category')} value={value} onChange={onChange} options={[{ value: top, label: wholes ? whole(textIn(chosen.name)) : none }, ...options]} {...(required ? { required } : {})} {...(error && top !== '' ? { error } : {})} />}
    </>
  )
}
