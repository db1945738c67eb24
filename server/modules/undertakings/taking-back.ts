// Taking back the result of a case whose promise was broken: the one place where promises touch the lifecycle of cases.
import type { StaffRole } from '../../kernel/authz.ts'
import { mayAct } from '../cases/case.ts'
import { revokeResult, type Case, type Scene } from '../cases/index.ts'

/** Administrative Licensing Law Art. 69: what was obtained by deceit is revoked, by the head of the authority. */
export const mayTakeBack = (roles: readonly StaffRole[]): boolean => roles.some((role) => mayAct(role, 'revoke'))

export const takeResultBack = async (scene: Scene, of: Case, reasons: string): Promise<void> => {
  await revokeResult(scene, of.id, { reasons, law: '行政许可法第六十九条' })
}
