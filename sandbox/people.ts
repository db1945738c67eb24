// Who exists in the sandbox: the invented residents, companies and staff, read once from people.yaml and staff.yaml.
// Also the source of the demo logins; nothing here is loaded outside demo mode and tests.
import { readFileSync } from 'node:fs'
import { datedFrom, dayInChina } from './days.ts'
import { declaredRecords } from './declared.ts'
import { readPopulation, type Birth, type Company, type Person, type Population } from './population.ts'
import { readStaff, type StaffMember } from './staff.ts'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

const populations = new Map<string, Population>()
let staff: StaffMember[] | undefined

/** @param today 'YYYY-MM-DD', from which relative dates count; default: today in China */
export const getPopulation = (today = dayInChina(new Date())): Population => {
  const population = populations.get(today) ?? { ...readPopulation(datedFrom(read('people.yaml'), today), 'sandbox/people.yaml'), declared: declaredRecords(today) }
  populations.set(today, population)
  return population
}

/** Every resident, families together, in the order of the file. Demo logins: those with `canLogIn`. */
export const listPeople = (): Person[] => getPopulation().people

export const listBirths = (today?: string): Birth[] => getPopulation(today).births

export const listCompanies = (): Company[] => getPopulation().companies

/** Demo staff with their postings. */
export const listStaff = (): StaffMember[] => (staff ??= readStaff(read('staff.yaml'), 'sandbox/staff.yaml'))
