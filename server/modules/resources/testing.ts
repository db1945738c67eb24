// Two authorities for tests of data sharing: the Sky Bureau keeps the register of residents (its whole city), the bureaus of the districts ask.
import type { StaffRole } from '../../kernel/authz.ts'
import type { TestClient } from '../../testing/app.ts'
import { openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import { testingPacks } from '../../testing/packs.ts'
import type { DataSharingTerms, LoadedPacks } from '../catalogue/index.ts'

/** A Monday. */
export const start = '2026-03-02T02:00:00Z'

export const terms: DataSharingTerms = { reviewDays: 2, disputeDays: 3, remindDays: 10, legalBasis: [{ title: '样例数据共享办法' }] }

const withTerms = (packs: LoadedPacks): LoadedPacks => ({ ...packs, proceedingsFor: (region) => ({ ...packs.proceedingsFor(region), dataSharing: terms }) })

export type SharingTown = TelescopeTown & { turnTo: (iso: string) => void; official: (role: StaffRole, region?: string, line?: string | null, name?: string) => Promise<TestClient> }

export const openSharingTown = async (): Promise<SharingTown> => {
  const { clock, turnTo } = turnable(start)
  const town = await openTelescopeTown(clock, withTerms(testingPacks(start.slice(0, 10))))
  return {
    ...town, turnTo,
    official: (role, region = '990100', line = 'sky', name = `测试${role}`) => town.test.as({ staff: [{ role, region, line }], name }),
  }
}

/** What the Energy Bureau of the eastern district asks of the register of residents. */
export const wanted = (more: Record<string, unknown> = {}) => ({
  resource: 'residents', region: '990101', line: 'energy', service: null, fields: ['residenceAddress', 'birthDate'], purpose: '核对用能补贴申请人的住址', legalBasis: { title: '样例节能办法', article: '第五条' },
  perDay: 100, until: '2026-12-31', batch: false, renews: null, ...more,
})

export type RequestReply = { id: string; state: string; revision: number; dueOn: string | null; urgency: string; mine: boolean; actions: string[]; granted: number | null; until: string | null; wanted: { name: string; granted: boolean; shared: boolean }[]; events: { action: string; by: string; text: string }[] }
