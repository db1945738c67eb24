// Every type of answer a pack may use, each as the trio the engine knows: Input, Output, stringify.
// A new type is one line here, after its inputs and its words exist.
import type { ConceptType } from '../../../server/modules/catalogue/definitions.ts'
import { BooleanField, ChoiceField, RegionField } from './choice-inputs.tsx'
import { DateField, DateTimeField, TimeField } from './date-inputs.tsx'
import type { FieldType } from './field-type.ts'
import { DecimalField, IntegerField, MoneyField } from './number-inputs.tsx'
import { IdentifierOutput, ParagraphsOutput, PlainOutput } from './outputs.tsx'
import { stringify } from './stringify.ts'
import { AddressField, BankAccountField, CreditCodeField, IdNumberField, LongTextField, PhoneField, TextField } from './text-inputs.tsx'

export const fieldTypes: Readonly<Record<ConceptType, FieldType>> = {
  text: { Input: TextField, Output: IdentifierOutput, stringify },
  longText: { Input: LongTextField, Output: ParagraphsOutput, stringify },
  integer: { Input: IntegerField, Output: PlainOutput, stringify },
  decimal: { Input: DecimalField, Output: PlainOutput, stringify },
  money: { Input: MoneyField, Output: PlainOutput, stringify },
  boolean: { Input: BooleanField, Output: PlainOutput, stringify },
  date: { Input: DateField, Output: PlainOutput, stringify },
  time: { Input: TimeField, Output: PlainOutput, stringify },
  dateTime: { Input: DateTimeField, Output: PlainOutput, stringify },
  choice: { Input: ChoiceField, Output: PlainOutput, stringify },
  idNumber: { Input: IdNumberField, Output: IdentifierOutput, stringify },
  uscc: { Input: CreditCodeField, Output: IdentifierOutput, stringify },
  phone: { Input: PhoneField, Output: IdentifierOutput, stringify },
  address: { Input: AddressField, Output: PlainOutput, stringify },
  region: { Input: RegionField, Output: PlainOutput, stringify },
  bankAccount: { Input: BankAccountField, Output: IdentifierOutput, stringify },
}
