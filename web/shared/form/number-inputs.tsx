// Inputs of numbers and amounts: typed as text, reported as the number they mean.
// Money is typed in yuan and kept in fen.
import type { Answer } from '../../../server/modules/planning/index.ts'
import { readNumber } from '../../ui/number.ts'
import { TextInput } from '../../ui/TextInput.tsx'
import type { InputProps } from './field-type.ts'
import { moneyText, readMoney } from './typed.ts'
import { asText, useTyped } from './useTyped.ts'

export function IntegerField({ concept: _, constraint: _constraint, context: _context, value, onChange, onBlur, ...field }: InputProps) {
  const typed = useTyped(value, onChange, onBlur, { read: readNumber, write: asText })
  return <TextInput {...field} {...typed} width="short" inputMode="numeric" />
}

export function DecimalField({ concept: _, constraint: _constraint, context: _context, value, onChange, onBlur, ...field }: InputProps) {
  const typed = useTyped(value, onChange, onBlur, { read: readNumber, write: asText })
  return <TextInput {...field} {...typed} width="short" inputMode="decimal" />
}

const writeMoney = (value: Answer): string => (typeof value === 'number' ? moneyText(value) : asText(value))

export function MoneyField({ concept: _, constraint: _constraint, context: { t }, value, onChange, onBlur, ...field }: InputProps) {
  const typed = useTyped(value, onChange, onBlur, { read: readMoney, write: writeMoney })
  return <TextInput {...field} {...typed} width="short" inputMode="decimal" unit={t('form.yuan')} />
}
