// The two parties of a delegation: which side a resident is on, if any. Pure.
// Residents are told apart by ID number; organisations act through whoever the login says acts for them.
import { isOffer, type Delegation, type Side } from './delegation.ts'
import type { Person } from './person.ts'

type Party = Pick<Person, 'idNumber' | 'name' | 'companies'>

/** An offer with a number and another name than its owner's reaches nobody: who typed it learns nothing. Once agreed, the number decides. */
const isNamed = ({ state }: Delegation, offered: string, name: string): boolean => !isOffer(state) || offered === name

export const isRepresented = (delegation: Delegation, { idNumber, name }: Party): boolean => delegation.person.idNumber === idNumber && isNamed(delegation, delegation.person.name, name)

export const holds = (delegation: Delegation, { idNumber, name, companies }: Party): boolean => {
  const { holder } = delegation
  if ('uscc' in holder) return companies.some((company) => company.uscc === holder.uscc && isNamed(delegation, holder.name, company.name))
  return holder.idNumber === idNumber && isNamed(delegation, holder.name, name)
}

export const sideOf = (delegation: Delegation, party: Party): Side | undefined => (isRepresented(delegation, party) ? 'person' : holds(delegation, party) ? 'holder' : undefined)
