// The graduates the service knows: those the register of diplomas declares, and, for pulling many, as many more as asked for.
import { findFirstDay } from '../dating.ts'
import { declaredRecords } from '../declared.ts'
import { newIdNumber } from '../numbers.ts'
import { startGraduates, type Graduate, type Graduates } from './graduates-server.ts'

/** All alike but for their numbers. */
const alike = (count: number): Graduate[] => {
  const numbers = new Set<string>()
  while (numbers.size < count) numbers.add(newIdNumber('440305', '2001-02-03', 'female', (number) => numbers.has(number)))
  return [...numbers].map((idNumber) => ({ idNumber, name: '示例', school: '示例理工大学', degree: 'bachelor', major: '工业设计', graduatedOn: '2025-06-30' }))
}

/** @param folder of the sandbox, where the day is kept from which dates count */
export const startGraduatesOf = (key: string, folder: string | undefined, options: { port?: number; slowMs?: number; more?: number } = {}): Promise<Graduates> => {
  const declared = (declaredRecords(findFirstDay(new Date(), folder))['diplomas'] ?? []) as Graduate[] // by registers/people.yaml
  return startGraduates({ ...options, key, graduates: [...declared, ...alike(options.more ?? 0)] })
}
