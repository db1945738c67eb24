// Telling officials something, in the transaction that causes it: what is late, which cards there are, who mentioned them.
// They read it in their inbox in the workbench.
import type { Clock } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { StaffMessage } from './staff-message.ts'
import { insertStaffMessages } from './staff-messages-store.ts'

/** `caseId`, `cardId`: where the message leads. */
export type StaffNote = Pick<StaffMessage, 'staffId' | 'kind' | 'detail'> & { caseId?: string; cardId?: string }

export const notifyStaff = (tx: Tx, clock: Clock, notes: readonly StaffNote[]): Promise<void> => {
  const at = clock.now().toISOString()
  return insertStaffMessages(tx, notes.map(({ caseId = null, cardId = null, ...note }) => ({ id: uuidv7(clock), ...note, caseId, cardId, at, readAt: null })))
}
