// Everything around a request, read together: what happened, answers, files, the one it was joined to.
import type { Principal } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { getRequestWithin } from './access.ts'
import { listAnswersOf } from './answers-store.ts'
import { listCoUnits } from './co-units-store.ts'
import type { CitizenRequest } from './request-record.ts'
import type { Around } from './request-replies.ts'
import { listRequestFiles } from './request-files-store.ts'
import { findRequest, listParts, listRequestEvents } from './requests-store.ts'

/** One this official may look at. @throws Refusal not_found */
export const getRequestFor = async ({ db }: Pick<App, 'db'>, principal: Principal, id: string): Promise<CitizenRequest> => (await getRequestWithin(db.read, principal, id, listCoUnits)).one

/** Who was joined reads the answers of the one that led, up to the last one heard. */
export const around = async (read: Read, one: CitizenRequest): Promise<Around> => {
  const leadId = one.course.tree === 'joined' ? one.parentId : null
  const [events, own, files, lead, ofLead, parts] = await Promise.all([
    listRequestEvents(read, one.id), listAnswersOf(read, one.id), listRequestFiles(read, one.id), leadId ? findRequest(read, leadId) : undefined, leadId ? listAnswersOf(read, leadId) : [],
    one.course.children === 0 ? [] : listParts(read, one.id),
  ])
  const heard = one.answeredAt ?? (one.round > 1 ? one.clockStartAt : null)
  return { events, answers: [...own, ...ofLead.filter(({ releasedAt }) => heard !== null && releasedAt !== null && releasedAt <= heard)], files, lead, parts }
}
