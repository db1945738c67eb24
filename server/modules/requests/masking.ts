// Requests without what leads back to a person: for units reported of, and for everybody. Pure.
import { maskSensitive } from '../triage/index.ts'
import type { CitizenRequest, Contact } from './request-record.ts'

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The text without numbers, addresses of homes, names and insults, and without the reporter's own name wherever it stands. */
export const withoutPeople = (text: string, { name }: Contact): string => {
  const masked = maskSensitive(text)
  return name && [...name].length >= 2 ? masked.replaceAll(new RegExp(escape(name), 'gu'), '＊'.repeat([...name].length)) : masked
}

/** As the unit reported of reads it: no numbers and names by which it could know who says so. */
export const withoutReporter = (text: string, { name, phone, email }: Contact): string =>
  [name, phone, email].reduce<string>((left, part) => (part && part.length >= 2 ? left.replaceAll(part, '＊＊') : left), maskSensitive(text, ['phone', 'account', 'id-number', 'bank-card', 'email', 'home', 'plate']))

/** Whether somebody may read it who is not the reporter: nothing about danger, nothing that names people in its first words. */
export const isFitForPublic = ({ front, kind, understood }: Pick<CitizenRequest, 'front' | 'kind' | 'understood'>): boolean =>
  !front && kind !== 'help' && understood.emergency === undefined && !(understood.sensitive ?? []).some((each) => each === 'id-number' || each === 'bank-card' || each === 'home')
