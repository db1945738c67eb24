// Who has held a case since when, under which duty (责任链): read from what happened to the case and to its hand-over, never kept apart.
// Pure. Until the authority has receipted the file, the hall that took it in answers for it, also while it is on the way.
import type { Texts } from '../../kernel/texts.ts'
import type { Case, CaseAction, HistoryLine } from '../cases/case.ts'
import type { Transfer, TransferAction, TransferEvent } from './transfer.ts'

/** collect: taken in, to be handed over; underway: sent, not receipted; mend: returned to the hall; check: is it complete; examine; supplement: the applicant adds what is missing; procedure: a hearing or inspection; wait: for another result; done; closed: it ended without a decision. */
export const duties = ['collect', 'underway', 'mend', 'check', 'examine', 'supplement', 'procedure', 'wait', 'done', 'closed'] as const
export type CustodyDuty = (typeof duties)[number]
export type CustodyHolder = 'hall' | 'authority' | 'applicant'

/** `until` null: now. `by`: who did the step that put it there. `dueOn`, `lawfulOn`: for the present one, the promised and the last lawful day. */
export type CustodyLink = { holder: CustodyHolder; name: Texts; region: string | null; duty: CustodyDuty; from: string; until: string | null; by: string; dueOn: string | null; lawfulOn: string | null }

export type Custody = {
  one: Pick<Case, 'id' | 'region' | 'dependsOn' | 'promisedOn' | 'dueOn'>
  authority: Texts
  applicant: Texts
  history: readonly Pick<HistoryLine, 'action' | 'actorName' | 'at'>[]
  transfer?: { transfer: Pick<Transfer, 'hall' | 'fromRegion' | 'handOverBy' | 'receiptBy'>; events: readonly TransferEvent[] } | undefined
}

type Turn = { holder: CustodyHolder; duty: CustodyDuty }

const authority = (duty: CustodyDuty): Turn => ({ holder: 'authority', duty })
const onCase: Partial<Record<CaseAction, Turn>> = {
  release: authority('check'), accept: authority('examine'), deemAccepted: authority('examine'), requestSupplement: { holder: 'applicant', duty: 'supplement' }, answerSupplement: authority('check'),
  beginProcedure: authority('procedure'), endProcedure: authority('examine'), grant: authority('done'), refuse: authority('done'), decline: authority('done'),
  withdraw: { holder: 'applicant', duty: 'closed' }, stop: authority('closed'), terminate: authority('closed'),
}
const onTransfer: Partial<Record<TransferAction, Turn>> = {
  collect: { holder: 'hall', duty: 'collect' }, handOver: { holder: 'hall', duty: 'underway' }, sendBack: { holder: 'hall', duty: 'mend' },
}

/** Handed in: with the authority at once, unless it waits for another result; a hand-over says itself where it begins. */
const first = ({ one, transfer }: Custody): Turn | undefined => (transfer ? undefined : authority(one.dependsOn.length > 0 ? 'wait' : 'check'))

const turnsOf = (custody: Custody): (Turn & { at: string; by: string })[] => {
  const own = custody.history.flatMap(({ action, actorName, at }) => {
    const turn = action === 'submit' ? first(custody) : onCase[action]
    return turn ? [{ ...turn, at, by: actorName }] : []
  })
  const handed = (custody.transfer?.events ?? []).flatMap(({ action, actorName, at }) => {
    const turn = action === 'receive' ? authority(custody.one.dependsOn.length > 0 ? 'wait' : 'check') : onTransfer[action]
    return turn ? [{ ...turn, at, by: actorName }] : []
  })
  return [...handed, ...own].toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
}

const isOver = (duty: CustodyDuty): boolean => duty === 'done' || duty === 'closed'

/** The chain, the present holder last. */
export const custodyOf = (custody: Custody): CustodyLink[] => {
  const { one, transfer } = custody
  const turns = turnsOf(custody)
  // What two steps of the same moment say in turn, the second says; what changes neither holder nor duty is no turn.
  const kept = turns.filter((turn, index) => turns[index + 1]?.at !== turn.at).filter((turn, index, all) => all[index - 1]?.duty !== turn.duty || all[index - 1]?.holder !== turn.holder)
  const names = { hall: transfer?.transfer.hall ?? custody.authority, authority: custody.authority, applicant: custody.applicant }
  const places = { hall: transfer?.transfer.fromRegion ?? null, authority: one.region, applicant: null }
  const due = (duty: CustodyDuty): Pick<CustodyLink, 'dueOn' | 'lawfulOn'> => {
    if (duty === 'collect' || duty === 'mend') return { dueOn: transfer?.transfer.handOverBy ?? null, lawfulOn: null }
    return duty === 'underway' ? { dueOn: transfer?.transfer.receiptBy ?? null, lawfulOn: null } : { dueOn: one.promisedOn, lawfulOn: one.dueOn }
  }
  return kept.map(({ holder, duty, at, by }, index) => {
    const next = kept[index + 1]
    const until = next?.at ?? (isOver(duty) ? at : null)
    return { holder, name: names[holder], region: places[holder], duty, from: at, until, by, ...(until === null ? due(duty) : { dueOn: null, lawfulOn: null }) }
  })
}
