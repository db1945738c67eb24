// The people one can be in a demonstration: the sandbox's invented residents and staff, as accounts of the demo identity provider.
// Loaded only in demo mode.
import { getPopulation, listStaff } from '../../../sandbox/people.ts'
import type { StaffRole } from '../../kernel/authz.ts'
import type { Claims } from './identity.ts'

export type DemoAccount = {
  subject: string
  name: string
  /** one line that tells them apart */
  about: string
  claims: Claims
}
/** Accounts shown together: a family with its story, the agents of companies, the staff of one unit. */
export type DemoGroup = { kind: 'family' | 'company' | 'staff'; title: string; accounts: DemoAccount[] }

const roleNames: Record<StaffRole, string> = { clerk: '受理', window: '综合窗口', helper: '帮办代办', approver: '审批', head: '负责人', supervisor: '督办', designer: '事项设计', operator: '平台运维', steward: '数据专员', agent: '热线话务', dispatcher: '诉求分派' }

export const listDemoGroups = (): DemoGroup[] => {
  const { people, companies, regions } = getPopulation()
  const regionName = (code: string): string => regions.find((region) => region.code === code)?.name ?? code
  const residents = people.filter((person) => person.canLogIn).map((person) => {
    const region = person.residence?.region ?? person.household.region
    const acts = companies.filter((company) => company.agents.includes(person.id)).map(({ uscc, name }) => ({ uscc, name }))
    const about = [`${person.birthDate.slice(0, 4)} 年生`, regionName(region), ...acts.map((company) => `代办：${company.name}`)].join(' · ')
    const claims: Claims = { sub: person.id, name: person.name, id_number: person.idNumber, phone: person.phone, region, companies: acts }
    return { family: person.family, story: person.story, agent: acts.length > 0, account: { subject: person.id, name: person.name, about, claims } }
  })
  const agents = residents.filter((resident) => resident.agent)
  const families = Map.groupBy(residents.filter((resident) => !resident.agent), (resident) => resident.family)
  const units = Map.groupBy(listStaff(), (member) => member.unit)
  return [
    ...[...families.values()].map((family): DemoGroup => ({ kind: 'family', title: family[0]?.story ?? '', accounts: family.map(({ account }) => account) })),
    { kind: 'company', title: '受公司委托办事的代办人', accounts: agents.map(({ account }) => account) },
    ...[...units].map(([unit, members]): DemoGroup => ({
      kind: 'staff',
      title: unit,
      accounts: members.map(({ id, name, title, postings }) => ({
        subject: id, name,
        about: `${title} · ${[...new Set(postings.map((posting) => roleNames[posting.role]))].join('、')}`,
        claims: { sub: id, name, tongban_staff: { unit, postings } },
      })),
    })),
  ]
}
