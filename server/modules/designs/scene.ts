// Who acts on which design: jurisdiction first, then what the lifecycle allows this person.
// A pack belongs to the line that runs the platform; a posting for every line covers it too.
import { actorOf, type AuditEntry } from '../../kernel/audit.ts'
import { covers, staffOf, type Principal, type StaffRole } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { designAfter, obstacleTo, rolesFor, type Design, type DesignAction } from './design.ts'
import { findDesign, insertDesignAction } from './designs-store.ts'

/** The line of government packs belong to. */
const line = 'government-services'

export const readers: readonly StaffRole[] = ['designer', 'supervisor']

export type Scene = { app: App; tx: Tx; principal: Principal; requestId: string | null; at: Date }

/** The roles somebody has over a pack of this region. */
export const rolesOver = (principal: Principal, region: string): StaffRole[] => readers.filter((role) => covers(principal, [role], { region, line }))

export const mayRead = (principal: Principal, region: string): boolean => rolesOver(principal, region).length > 0

/** @throws Refusal not_found also when it is somebody else's place */
export const getDesignWithin = async (read: Read, principal: Principal, id: string): Promise<Design> => {
  const design = await findDesign(read, id)
  if (!design || !mayRead(principal, design.region)) throw new Refusal('not_found')
  return design
}

/** Refuses unless this person may do this to this design now. */
export const authoriseAction = (principal: Principal, design: Design, action: DesignAction): void => {
  if (principal.kind === 'system') return
  const staff = staffOf(principal)
  const roles = rolesOver(staff, design.region)
  if (roles.length === 0) throw new Refusal('not_found')
  const obstacle = obstacleTo(action, design, { staffId: staff.id, roles })
  if (obstacle === 'role') throw new Refusal('forbidden', { roles: rolesFor(action) })
  if (obstacle === 'state') throw new Refusal('not_allowed_now', { state: design.state, action })
  if (obstacle === 'second') throw new Refusal('second_person')
}

/** The design after an action, not yet stored. */
export const advanced = (design: Design, action: DesignAction, at: Date): Design => ({
  ...design, state: designAfter(design.state, action) ?? design.state, revision: design.revision + 1, updatedAt: at.toISOString(),
})

export const nameOf = (principal: Principal): string => (principal.kind === 'staff' ? principal.name : '')

/** One line of the history of a design. */
export const record = async (scene: Scene, design: Design, action: DesignAction, detail: Record<string, unknown> = {}): Promise<void> => {
  const { tx, principal, at } = scene
  await insertDesignAction(tx, design, principal.kind === 'staff' ? principal.id : null, { action, actorName: nameOf(principal), at: at.toISOString(), detail })
}

export const auditDesign = ({ principal, requestId, at }: Scene, design: Pick<Design, 'id' | 'region'>, action: string, detail: Record<string, unknown> = {}): AuditEntry => ({
  at: at.toISOString(), ...actorOf(principal), action: `design.${action}`, subjectType: 'design', subjectId: design.id, region: design.region, requestId, detail,
})
