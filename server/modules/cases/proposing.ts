// Proposing what only a head decides, hearing the holder of a result first, and the head's decision: approved it is done, returned it is not.
// Administrative Licensing Law Art. 7, 42, 46–48, 69, 70: reasons told, the holder heard, proposer and decider two people.
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { staffOf } from '../../kernel/authz.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { notifyStaff } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { extensionOf } from './approval.ts'
import { countDay } from './awaited-days.ts'
import { dayKinds, partOf } from './day-kinds.ts'
import { mayAct, type Case } from './case.ts'
import { actOnCase } from './handling.ts'
import { checkHearingDay } from './hearing-day.ts'
import { proposableNow } from './obstacles.ts'
import { answerDays, mayAnswer, mustHear, openProposal, type Proposal, type ProposalRequest } from './proposal.ts'
import { insertProposal } from './proposals-store.ts'
import { cancelResult, endResult } from './resulting.ts'
import type { Scene } from './recording.ts'
import { handlerRoles } from './standing-in.ts'

/** What is missing for this kind of proposal, or too much. @throws Refusal invalid */
const checkRequest = async ({ app, tx }: Scene, one: Case, { action, days, ground, law }: ProposalRequest): Promise<void> => {
  const missing = action === 'extend' ? (days === undefined ? 'days' : undefined) : action === 'terminate' ? (ground === undefined ? 'ground' : undefined) : law === undefined ? 'law' : undefined
  if (missing) throw new Refusal('invalid', { missing })
  const most = extensionOf((await pinnedCatalogue(app, tx, one)).services[one.service])
  if (action === 'extend' && days !== undefined && days > most) throw new Refusal('invalid', { days, most })
}

/** Those who can decide it find it among their messages. */
const tellHeads = async ({ app, tx, principal }: Scene, one: Case, action: Proposal['action'], reasons: string): Promise<void> => {
  const { services } = await pinnedCatalogue(app, tx, one)
  const heads = await listStaffPostedTo(tx, one, handlerRoles.filter((role) => mayAct(role, action)))
  const [staff, service] = [staffOf(principal), services[one.service]?.name]
  const detail = { number: one.number, by: staff.name, text: reasons, ...(service ? { service } : {}) }
  await notifyStaff(tx, app.clock, heads.filter(({ id }) => id !== staff.id).map(({ id }) => ({ staffId: id, kind: 'decisionProposed' as const, caseId: one.id, detail })))
}

/** @throws Refusal invalid, not_allowed_now when this cannot be proposed now */
export const propose = async (scene: Scene, one: Case, request: ProposalRequest): Promise<Case> => {
  if (!proposableNow(one).includes(request.action)) throw new Refusal('not_allowed_now', { state: one.state, action: request.action, because: 'state' })
  await checkRequest(scene, one, request)
  const { action, ...said } = request
  const awaited = { kind: dayKinds.proposal, subject: partOf(one.id, one.course.proposals.length + 1), region: one.region, from: plainDate(scene.at), days: answerDays }
  const next = await actOnCase(scene, one, 'propose', { proposes: action, ...said, ...(mustHear(action) ? { answerUntil: await countDay(scene, awaited) } : {}) })
  const proposal = openProposal(next.course)
  if (!proposal) throw new Error(`The proposal on ${one.number} was not kept`)
  await insertProposal(scene.tx, { caseId: one.id, proposal: proposal.id, personId: one.personId, line: one.line, region: one.region, action, staffId: proposal.by.id, proposedAt: scene.at.toISOString() })
  await tellHeads(scene, one, action, request.reasons)
  return next
}

/** The head agrees: what was proposed is done now, with the reasons it was proposed with. The caller has asked whether they may. */
export const approve = async (scene: Scene, one: Case, opinion: string): Promise<Case> => {
  const open = openProposal(one.course)
  if (!open) throw new Refusal('not_allowed_now', { state: one.state, because: 'unproposed' })
  const { reasons, by: { name: proposedBy }, law } = open
  const said = { reasons, opinion, proposedBy }
  switch (open.action) {
    case 'extend':
      return actOnCase(scene, one, 'extend', { ...said, days: open.days })
    case 'terminate':
      return actOnCase(scene, one, 'terminate', { ...said, ground: open.ground })
    case 'revoke':
      return endResult(scene, one, 'revoke', { ...said, law: law ?? '' })
    case 'cancel':
      return cancelResult(scene, one, { ...said, law: law ?? '' })
  }
}

/** The head does not agree; a holder who was told of it is told of this too. */
export const returnProposal = (scene: Scene, one: Case, opinion: string): Promise<Case> => actOnCase(scene, one, 'returnProposal', { opinion, proposes: openProposal(one.course)?.action })

export const dropProposal = (scene: Scene, one: Case): Promise<Case> => actOnCase(scene, one, 'dropProposal', { proposes: openProposal(one.course)?.action })

/** @throws Refusal invalid when it would be too early, or nobody can tell */
export const callHearing = (scene: Scene, one: Case, { heldOn, place }: { heldOn: string; place: string }): Promise<Case> => {
  checkHearingDay(heldOn, plainDate(scene.at), one.region)
  return actOnCase(scene, one, 'callHearing', { heldOn, place, reasons: openProposal(one.course)?.reasons })
}

/** The holder speaks before their result is revoked, once. @throws Refusal not_allowed_now when nothing is proposed or the days for it are over */
export const answerProposal = (scene: Scene, one: Case, said: { text: string; hearing: boolean }): Promise<Case> => {
  const open = openProposal(one.course)
  if (!open || !mayAnswer(open, plainDate(scene.at))) throw new Refusal('not_allowed_now', { state: one.state, action: 'answerProposal' })
  return actOnCase(scene, one, 'answerProposal', said)
}
