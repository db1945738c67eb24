// Joins copies that came in before it was known to be a campaign, to the request that leads it. What is answered, in danger, or leads others
// itself is left alone.
// Safe to repeat: a request that is joined is not joined again.
import type { Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { getRequestForUpdate, isRunning, joinRequests, listRequestsWithIds, type CitizenRequest } from '../requests/index.ts'
import { listCampaigns } from '../safeguards/index.ts'

const system: Principal = { kind: 'system', name: 'campaigns' }
/** How far back copies that have just come in are looked for; more than the job's rhythm, so that none is missed. */
const lookBackMs = 15 * 60_000

const mayLead = (one: CitizenRequest): boolean => isRunning(one.state) && one.parentId === null
const mayFollow = (one: CitizenRequest): boolean => mayLead(one) && one.course.children === 0 && !one.front

/** In the order of their ids, so that two workers never wait for each other crosswise. */
const joinOne = (app: App, id: string, leadId: string): Promise<boolean> =>
  app.db.transaction(async (tx) => {
    const [first = id, second = leadId] = [id, leadId].sort()
    const held = [await getRequestForUpdate(tx, first), await getRequestForUpdate(tx, second)]
    const [one, lead] = [held.find((each) => each.id === id), held.find((each) => each.id === leadId)]
    if (!one || !lead || !mayFollow(one) || !mayLead(lead)) return false
    await joinRequests({ app, tx, principal: system, requestId: null, at: app.clock.now() }, one, lead)
    return true
  })

/** @returns how many requests were joined */
export const joinCampaigns = async (app: App): Promise<number> => {
  let joined = 0
  for (const { requests } of await listCampaigns(app.db.read, new Date(app.clock.now().getTime() - lookBackMs), app.config.region)) {
    const open = (await listRequestsWithIds(app.db.read, requests)).sort((a, b) => b.course.children - a.course.children || a.receivedAt.localeCompare(b.receivedAt))
    const lead = open.find(mayLead)
    for (const one of open.filter((each) => each.id !== lead?.id && mayFollow(each))) {
      // Somebody handled one of them meanwhile: the others go on.
      const done = lead && await joinOne(app, one.id, lead.id).catch((error: unknown) => {
        if (error instanceof Refusal) return false
        throw error
      })
      if (done) joined += 1
    }
  }
  return joined
}
