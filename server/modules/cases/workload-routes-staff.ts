// Who has how much, for those who share out the work. Colleagues without a case stand in the list too: they are who can take some.
import { Type } from 'typebox'
import { jurisdictionFilter, staffOf, type StaffRole } from '../../kernel/authz.ts'
import { addDays, plainDate } from '../../kernel/clock.ts'
import { route } from '../../module.ts'
import { listStaffNames, listStaffPostedTo } from '../people/index.ts'
import { soonOn } from './cases-routes-staff.ts'
import { listLoads, type Load } from './workload-store.ts'

const overseers: readonly StaffRole[] = ['approver', 'head', 'supervisor']
const handlers: readonly StaffRole[] = ['clerk', 'approver', 'head']
const count = Type.Integer({ minimum: 0 })

/** The Monday of a week. @param day 'YYYY-MM-DD' */
export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

const nothing = (staffId: string): Load => ({ staffId, open: 0, soon: 0, late: 0, supplement: 0, done: 0 })

export const workloadRoutes = [
  route({
    method: 'GET', path: '/workload', operation: 'getWorkload', summary: 'Open, soon due, late and finished cases by colleague', permission: 'cases.oversee',
    reply: Type.Object({
      since: Type.String({ description: 'The Monday from which finished cases count.' }),
      colleagues: Type.Array(Type.Object({ id: Type.Union([Type.String(), Type.Null()], { description: 'null: cases nobody has taken on.' }), name: Type.Union([Type.String(), Type.Null()]), unit: Type.Union([Type.String(), Type.Null()]), open: count, soon: count, late: count, supplement: count, done: count })),
    }),
    refusals: [],
    handle: async (app, { principal }) => {
      const staff = staffOf(principal)
      const today = plainDate(app.clock.now())
      const since = mondayOf(today)
      const places = staff.postings.flatMap(({ role, region, line }) => (overseers.includes(role) && line !== null ? [{ region, line }] : []))
      const [loads, ...posted] = await Promise.all([
        listLoads(app.db.read, { jurisdiction: jurisdictionFilter(staff, overseers), today, soonOn: soonOn(today), since }), ...places.map((place) => listStaffPostedTo(app.db.read, place, handlers)),
      ])
      const named = await listStaffNames(app.db.read, loads.flatMap(({ staffId }) => staffId ?? []))
      const people = new Map([...posted.flat(), ...named].map((one) => [one.id, one]))
      const all = [...loads, ...[...people.keys()].filter((id) => !loads.some(({ staffId }) => staffId === id)).map(nothing)]
      return {
        since,
        colleagues: all.map(({ staffId, ...figures }) => ({ id: staffId, name: people.get(staffId ?? '')?.name ?? null, unit: people.get(staffId ?? '')?.unit ?? null, ...figures }))
          .toSorted((a, b) => b.late - a.late || b.soon - a.soon || b.open - a.open || (a.name ?? '').localeCompare(b.name ?? '', 'zh-CN')),
      }
    },
  }),
]
