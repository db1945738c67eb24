// What somebody who works for an agency sees of its clients, and telling the clients when it may not act any more.
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { JobTask } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { agencyStoppedTask, findAgency, worksOn } from '../agencies/index.ts'
import { insertMessages } from '../messages/index.ts'
import { listClients } from './delegations-store.ts'
import { listPeopleByIdNumbers } from './people-store.ts'

const mostTold = 10_000

/** Tells the clients; nothing when the agency may work again by now. */
const tellClients = async (app: App, tx: Tx, uscc: string): Promise<void> => {
  const agency = await findAgency(tx, uscc)
  const today = plainDate(app.clock.now())
  if (!agency || worksOn(agency, today)) return
  const clients = await listClients(tx, uscc, today, mostTold)
  const accounts = await listPeopleByIdNumbers(tx, clients.map(({ person }) => person.idNumber))
  const at = app.clock.now().toISOString()
  await insertMessages(tx, [...accounts.values()].map(({ id }) => ({
    id: uuidv7(app.clock), personId: id, applicationId: null, caseId: null, kind: 'agencyStopped' as const, at, readAt: null, detail: { actor: agency.name, reasons: agency.reason },
  })))
}

export const agencyJobs = (app: App): JobTask[] => [
  { task: agencyStoppedTask, run: (payload) => app.db.transaction((tx) => tellClients(app, tx, (payload as { uscc: string }).uscc)) },
]
