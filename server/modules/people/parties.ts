// The two parties of a delegation: which side a resident is on, if any. Pure.
// Residents are told apart by ID number; agencies act through whoever they named in the register.
import { isOffer, type Delegation, type Side } from './delegation.ts'
import type { Person } from './person.ts'

/** `agencies`: those they work for, by the register. */
export type Party = Pick<Person, 'idNumber' | 'name'> & { agencies: readonly { uscc: string; name: string }[] }

/** An offer with a number and another name than its owner's reaches nobody: who typed it learns nothing. Once agreed, the number decides. */
const isNamed = ({ state }: Delegation, offered: string, name: string): boolean => !isOffer(state) || offered === name

export const isRepresented = (delegation: Delegation, { idNumber, name }: Party): boolean => delegation.person.idNumber === idNumber && isNamed(delegation, delegation.person.name, name)

export const holds = (delegation: Delegation, { idNumber, name, agencies }: Party): boolean => {
  const { holder } = delegation
  if ('uscc' in holder) return agencies.some((agency) => agency.uscc === holder.uscc)
  return holder.idNumber === idNumber && isNamed(delegation, holder.name, name)
}

export const sideOf = (delegation: Delegation, party: Party): Side | undefined => (isRepresented(delegation, party) ? 'person' : holds(delegation, party) ? 'holder' : undefined)
