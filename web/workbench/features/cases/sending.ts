// What each action sends to the server besides the revision the official was looking at.
import { api } from '../../../api/client.ts'
import type { CaseReply } from './queries.ts'
import { correctionsIn, grounds, proposables, ways, type Proposable, type StepName, type StepValues } from './steps.ts'

/** What an action sends besides the revision. */
export type ActionBody =
  | { action: 'accept' | 'claim' | 'putBack' | 'precheck' | 'askOpinion' | 'dropProposal' }
  | { action: 'handOver'; to: string; note: string }
  | { action: 'grant'; opinion: string; values: Record<string, string> }
  | { action: 'requestSupplement'; items: { what: string; concept?: string; evidence?: string }[] }
  | { action: 'refuse' | 'decline'; reasons: string }
  | { action: StepName; fields: StepValues }

export function send(one: CaseReply, revision: number, body: ActionBody): Promise<CaseReply> {
  const params = { id: one.id }
  switch (body.action) {
    case 'accept':
      return api('acceptCase', { params, body: { revision } })
    case 'claim':
      return api('claimCase', { params, body: { revision } })
    case 'putBack':
      return api('putBackCase', { params, body: { revision } })
    case 'precheck':
      return api('precheckCase', { params, body: { revision, opinion: '' } })
    case 'askOpinion':
      return api('askOpinions', { params, body: { revision } })
    case 'dropProposal':
      return api('dropProposal', { params, body: { revision } })
    case 'handOver':
      return api('handOverCase', { params, body: { revision, to: body.to, note: body.note } })
    case 'grant':
      return api('grantCase', { params, body: { revision, opinion: body.opinion, ...(Object.keys(body.values).length > 0 ? { values: body.values } : {}) } })
    case 'requestSupplement':
      return api('requestSupplement', { params, body: { revision, items: body.items } })
    case 'refuse':
      return api('refuseCase', { params, body: { revision, reasons: body.reasons } })
    case 'decline':
      return api('declineCase', { params, body: { revision, reasons: body.reasons } })
    default:
      return sendStep(one, revision, body.action, body.fields)
  }
}

function sendStep(one: CaseReply, revision: number, step: StepName, fields: StepValues): Promise<CaseReply> {
  const params = { id: one.id }
  const textOf = (name: string): string => (fields[name] ?? '').trim()
  const among = <Word extends string>(words: readonly [Word, ...Word[]], name: string): Word => words.find((word) => word === fields[name]) ?? words[0]
  const [opinion, reasons, law, days] = [textOf('opinion'), textOf('reasons'), textOf('law'), Number(textOf('days'))]
  switch (step) {
    case 'forward':
      return api('forwardCase', { params, body: { revision, opinion } })
    case 'sendBack':
      return api('sendBackCase', { params, body: { revision, opinion } })
    case 'beginProcedure': {
      const kind = one.course.procedureKinds.find((each) => each === fields['kind']) ?? 'hearing'
      return api('beginProcedure', { params, body: { revision, kind, days, reasons, ...(kind === 'hearing' ? { heldOn: textOf('heldOn'), place: textOf('place') } : {}) } })
    }
    case 'endProcedure':
      return api('endProcedure', { params: { ...params, procedure: Number(textOf('procedure')) }, body: { revision, outcome: textOf('outcome'), record: textOf('record') } })
    case 'propose': {
      const action = among<Proposable>(proposables, 'proposes')
      const besides = action === 'extend' ? { days } : action === 'terminate' ? { ground: among(grounds, 'ground') } : { law }
      return api('proposeAction', { params, body: { revision, action, reasons, ...besides } })
    }
    case 'extend':
      return api('extendCase', { params, body: { revision, opinion } })
    case 'terminate':
      return api('terminateCase', { params, body: { revision, opinion } })
    case 'returnProposal':
      return api('returnProposal', { params, body: { revision, opinion } })
    case 'callHearing':
      return api('callHearing', { params, body: { revision, heldOn: textOf('heldOn'), place: textOf('place') } })
    case 'recordHearing':
      return api('recordHearing', { params, body: { revision, record: textOf('record') } })
    case 'deliver':
      return api('deliverResult', { params, body: { revision, how: among(ways, 'how') } })
    case 'correctResult':
      return api('correctResult', { params, body: { revision, ...correctionsIn(fields, one), reasons } })
    case 'revoke':
      return api('revokeResult', { params, body: { revision, opinion } })
    case 'cancel':
      return api('cancelResult', { params, body: { revision, opinion } })
  }
}
