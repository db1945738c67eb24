// A whole number within bounds: what is outside stays as typed, is pointed at, and is not written.
// An empty box is only written where the number may be left out.
import { useState } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { NumberInput } from '../../../ui/NumberInput.tsx'

interface Props {
  label: string
  hint?: string
  unit?: string
  value: number | undefined
  min: number
  max: number
  optional?: boolean
  onChange: (value: number | undefined) => void
}

export function WholeNumber({ value, min, max, optional, onChange, ...field }: Props) {
  const t = useT()
  const [wrong, setWrong] = useState<{ typed: number | undefined; beside: number | undefined }>()
  const held = wrong !== undefined && wrong.beside === value ? wrong : undefined
  const take = (next: number | undefined, typed: string) => {
    const fits = next === undefined ? optional === true && typed.trim() === '' : Number.isInteger(next) && next >= min && next <= max
    setWrong(fits ? undefined : { typed: next, beside: value })
    if (fits) onChange(next)
  }
  return <NumberInput {...field} whole optional={optional} value={held ? held.typed : value} onChange={take} error={held && t('design-elements.between', { min, max })} />
}
