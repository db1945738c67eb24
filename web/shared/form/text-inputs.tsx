// Inputs of answers that are texts: names, long texts, addresses, phones and the national identifiers.
// What is typed is the answer; the checks and the tidying are the planner's.
import { checkResidentId } from '../../../server/kernel/identifiers.ts'
import { TextArea, TextInput, type TextInputProps } from '../../ui/TextInput.tsx'
import { formatDate } from '../format.ts'
import type { InputProps } from './field-type.ts'
import { asText } from './useTyped.ts'

type Box = Pick<TextInputProps, 'type' | 'inputMode' | 'width' | 'autoComplete'>

/** A one-line input with the keyboard and the length the answer needs. */
function line(box: (props: InputProps) => Box) {
  return function Line(props: InputProps) {
    const { concept: _concept, constraint: _constraint, context: _context, value, onChange, onBlur, ...field } = props
    return <TextInput {...field} {...box(props)} value={asText(value)} onChange={onChange} onBlur={onBlur} />
  }
}

/** Boxes are as long as the answers expected; without a limit a name's length is the best guess. */
const widthFor = (length: number): TextInputProps['width'] => (length <= 12 ? 'short' : length <= 50 ? 'medium' : 'full')

export const TextField = line(({ constraint }) => ({ width: widthFor(constraint.maxLength ?? 30) }))
export const PhoneField = line(() => ({ type: 'tel', inputMode: 'tel', width: 'medium' }))
export const AddressField = line(() => ({ width: 'full', autoComplete: 'street-address' }))
export const CreditCodeField = line(() => ({ width: 'medium' }))
export const BankAccountField = line(() => ({ inputMode: 'numeric', width: 'medium' }))

export function LongTextField({ concept: _, constraint, context: _context, value, onChange, onBlur, ...field }: InputProps) {
  return <TextArea {...field} limit={constraint.maxLength ?? 2000} value={asText(value)} onChange={onChange} onBlur={onBlur} />
}

/** Reads back whose number it can be, so that a slip of the finger is noticed. */
export function IdNumberField({ concept: _, constraint: _constraint, context: { t, language }, value, onChange, onBlur, ...field }: InputProps) {
  const text = asText(value)
  const read = checkResidentId(text)
  const note = read.ok ? t('form.idNumber.readBack', { date: formatDate(read.birthDate, language), sex: t(`form.idNumber.${read.sex}`) }) : undefined
  return <TextInput {...field} width="medium" note={note} value={text} onChange={onChange} onBlur={onBlur} />
}
