// Storing which proposals wait for a head: found by those who decide. What was proposed, said and decided is with the case.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Proposable } from './proposal.ts'

export type WaitingProposal = { caseId: string; proposal: number; personId: string; line: string; region: string; action: Proposable; staffId: string; proposedAt: string }

type Row = { case_id: string; proposal: number; person_id: string; line: string; region: string; action: Proposable; staff_id: string; proposed_at: Date }

export const insertProposal = async (tx: Tx, { caseId, proposal, personId, line, region, action, staffId, proposedAt }: WaitingProposal): Promise<void> => {
  await tx`
    insert into case_proposals (case_id, proposal, person_id, line, region, action, staff_id, proposed_at)
    values (${caseId}, ${proposal}, ${personId}, ${line}, ${region}, ${action}, ${staffId}, ${proposedAt})`
}

/** Nothing of a case waits any more. The caller holds it. */
export const updateProposalsEnded = async (tx: Tx, caseId: string, at: Date): Promise<void> => {
  await tx`update case_proposals set ended_at = ${at} where case_id = ${caseId} and ended_at is null`
}

/** What waits in a jurisdiction, the longest waiting first. */
export const listProposalsWaiting = async (read: Read, jurisdiction: JurisdictionFilter, limit: number): Promise<WaitingProposal[]> =>
  (await read<Row[]>`
    select case_id, proposal, person_id, line, region, action, staff_id, proposed_at from case_proposals
    where ended_at is null and ${inJurisdiction(read, jurisdiction)} order by proposed_at, case_id limit ${limit}`).map((row) => ({
    caseId: row.case_id, proposal: row.proposal, personId: row.person_id, line: row.line, region: row.region, action: row.action, staffId: row.staff_id, proposedAt: row.proposed_at.toISOString(),
  }))
