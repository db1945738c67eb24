// Which officials hear at once of a step: whoever may have to save somebody, the centre when something comes back, the arbiter, the unit that
// is urged. What is merely new stands on their desk.
import type { StaffRole } from '../../kernel/authz.ts'
import { authorityOf } from '../catalogue/index.ts'
import { notifyStaff, type StaffMessageKind } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { centreLine } from './access.ts'
import type { Scene } from './recording.ts'
import { unitRoles, type RequestAction } from './request.ts'
import type { CitizenRequest, Unit } from './request-record.ts'

type Told = { kind: StaffMessageKind; to: Unit | null; roles: readonly StaffRole[] }

const centreOf = ({ region }: CitizenRequest): Unit => ({ line: centreLine, region })

const toldOf = (one: CitizenRequest, action: RequestAction): Told[] => {
  if (action === 'receive') return one.front ? [{ kind: 'requestUrgent', to: centreOf(one), roles: ['dispatcher'] }] : []
  if (action === 'dispatch') return one.front ? [{ kind: 'requestUrgent', to: one.unit, roles: unitRoles }] : []
  if (action === 'return') return [{ kind: 'requestReturned', to: centreOf(one), roles: ['dispatcher'] }]
  if (action === 'dispute') return [{ kind: 'requestDisputed', to: centreOf(one), roles: ['supervisor'] }]
  return action === 'urge' && one.unit ? [{ kind: 'requestUrged', to: one.unit, roles: unitRoles }] : []
}

/** Costs nothing for steps nobody has to hear of. */
export const tellStaff = async ({ app, tx }: Pick<Scene, 'app' | 'tx'>, one: CitizenRequest, action: RequestAction): Promise<void> => {
  for (const { kind, to, roles } of toldOf(one, action)) {
    if (!to) continue
    const authority = one.unit && authorityOf(app.packs.catalogueFor(one.region), one.unit.line, one.unit.region)?.shortName
    const staff = kind === 'requestUrged' && one.assigneeId !== null ? [{ id: one.assigneeId }] : await listStaffPostedTo(tx, to, roles)
    await notifyStaff(tx, app.clock, staff.map(({ id: staffId }) => ({ staffId, kind, detail: { number: one.number, request: one.id, text: one.title, ...(authority ? { authority } : {}) } })))
  }
}
