// Who exists in the sandbox: the invented residents, companies and staff, read once from people.yaml and staff.yaml.
// Also the source of the demo logins; nothing here is loaded outside demo mode and tests.
import { readFileSync } from 'node:fs'
import { readPopulation, type Birth, type Company, type Person, type Population } from './population.ts'
import { readStaff, type StaffMember } from './staff.ts'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

let population: Population | undefined
let staff: StaffMember[] | undefined

export const getPopulation = (): Population => (population ??= readPopulation(read('people.yaml'), 'sandbox/people.yaml'))

/** Every resident, families together, in the order of the file. Demo logins: those with `canLogIn`. */
export const listPeople = (): Person[] => getPopulation().people

export const listBirths = (): Birth[] => getPopulation().births

export const listCompanies = (): Company[] => getPopulation().companies

/** Demo staff with their postings. */
export const listStaff = (): StaffMember[] => (staff ??= readStaff(read('staff.yaml'), 'sandbox/staff.yaml'))
