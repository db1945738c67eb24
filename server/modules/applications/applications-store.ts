// Storing applications, from the first saved answer to the frozen plan.
import { json, only, type Read, type Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Application, Upload } from './application.ts'

type Row = {
  id: string; person_id: string; matter: string; matter_name: Application['matterName']; region: string; channel: string; state: Application['state']; revision: number
  sealed: string | null; registries: Application['registries']; looked_up_at: Application['lookedUpAt']; consents: Application['consents']
  declined_services: string[]; amends: string | null; follows: string | null; number: string | null; identity: string[] | null; catalogue_digest: string | null; created_at: Date; updated_at: Date; submitted_at: Date | null; promised_on: string | null
}

/** What tells of people: what they stated, what was found about them, the plan made of it. */
type Stated = Pick<Application, 'answers' | 'known' | 'records' | 'lookedUp' | 'plan'>

/** Nothing is sealed before anything is stated. */
const statedIn = ({ id, sealed }: Pick<Row, 'id' | 'sealed'>): Stated => (sealed === null ? { answers: {}, known: [], records: {}, lookedUp: [], plan: null } : openRow<Stated>(sealedTables.applications, id, sealed))

const sealStated = ({ id, answers, known, records, lookedUp, plan }: Pick<Application, 'id'> & Stated): string => sealRow(sealedTables.applications, id, { answers, known, records, lookedUp, plan } satisfies Stated)

const toApplication = (row: Row): Application => ({
  id: row.id, personId: row.person_id, matter: row.matter, matterName: row.matter_name, region: row.region, channel: row.channel, state: row.state, revision: row.revision,
  ...statedIn(row), registries: row.registries, lookedUpAt: row.looked_up_at, consents: row.consents, declinedServices: row.declined_services, amends: row.amends, follows: row.follows,
  number: row.number, identity: row.identity, catalogueDigest: row.catalogue_digest, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
  submittedAt: row.submitted_at?.toISOString() ?? null, promisedOn: row.promised_on,
})

/** Inserts a draft unless the person already has one for this matter; returns the one that exists afterwards, held until the transaction ends. */
export const insertDraft = async (tx: Tx, draft: Pick<Application, 'id' | 'personId' | 'matter' | 'matterName' | 'region' | 'channel'>, at: Date): Promise<{ application: Application; created: boolean }> => {
  const [created] = await tx<Row[]>`
    insert into applications (id, person_id, matter, matter_name, region, channel, state, created_at, updated_at)
    values (${draft.id}, ${draft.personId}, ${draft.matter}, ${draft.matterName === null ? null : json(draft.matterName)}, ${draft.region}, ${draft.channel}, 'draft', ${at}, ${at})
    on conflict (person_id, matter) where state = 'draft' and channel <> 'batch' do nothing returning *`
  if (created) return { application: toApplication(created), created: true }
  const [present] = await tx<Row[]>`
    select * from applications where person_id = ${draft.personId} and matter = ${draft.matter} and state = 'draft' and channel <> 'batch' for no key update`
  // Handed in or thrown away while we waited for it: then there is room for a new one.
  return present ? { application: toApplication(present), created: false } : insertDraft(tx, draft, at)
}

/** Inserts the draft of a row of a table unless it is there; whether it was not. */
export const insertRowApplication = async (tx: Tx, one: Application): Promise<boolean> =>
  (await tx`
    insert into applications (id, person_id, matter, matter_name, region, channel, state, sealed, consents, created_at, updated_at)
    values (${one.id}, ${one.personId}, ${one.matter}, ${json(one.matterName)}, ${one.region}, ${one.channel}, 'draft', ${sealStated(one)}, ${json(one.consents)}, ${one.createdAt}, ${one.createdAt})
    on conflict (id) do nothing`).count > 0

export const findApplication = async (read: Read, id: string): Promise<Application | undefined> => {
  const [row] = await read<Row[]>`select * from applications where id = ${id}`
  return row && toApplication(row)
}

/** Held until the transaction ends. Rows that refer to it (cases, their history) can still be added, so an official at work never deadlocks with the applicant. */
export const findApplicationForUpdate = async (tx: Tx, id: string): Promise<Application | undefined> => {
  const [row] = await tx<Row[]>`select * from applications where id = ${id} for no key update`
  return row && toApplication(row)
}

/** Drafts and submissions of a person but those of tables, which have their own page, last touched first. */
export const listApplications = async (read: Read, personId: string, limit: number): Promise<Application[]> =>
  (await read<Row[]>`
    select id, person_id, matter, matter_name, region, channel, state, revision, sealed, registries, '{}'::jsonb as looked_up_at, consents, declined_services, amends, follows,
      number, identity, catalogue_digest, created_at, updated_at, submitted_at, promised_on
    from applications where person_id = ${personId} and state <> 'discarded' and channel <> 'batch' order by updated_at desc limit ${limit}`).map(toApplication)

/** Stores a draft's content; the caller holds the row. */
export const updateApplication = async (tx: Tx, application: Application): Promise<void> => {
  await tx`
    update applications set state = ${application.state}, region = ${application.region}, revision = ${application.revision}, sealed = ${sealStated(application)},
      registries = ${json(application.registries)}, looked_up_at = ${json(application.lookedUpAt)}, consents = ${json(application.consents)},
      declined_services = ${application.declinedServices}, amends = ${application.amends}, follows = ${application.follows}, number = ${application.number}, identity = ${application.identity}, catalogue_digest = ${application.catalogueDigest},
      updated_at = ${application.updatedAt}, submitted_at = ${application.submittedAt}, promised_on = ${application.promisedOn}
    where id = ${application.id}`
}

/** What lists name of an application: no answers, no plan. */
export type Mention = Pick<Application, 'id' | 'personId' | 'matter' | 'matterName' | 'state' | 'number' | 'updatedAt'>

/** Last touched first. */
export const listMentions = async (read: Read, ids: readonly string[]): Promise<Mention[]> =>
  (await read<Pick<Row, 'id' | 'person_id' | 'matter' | 'matter_name' | 'state' | 'number' | 'updated_at'>[]>`
    select id, person_id, matter, matter_name, state, number, updated_at from applications where id = any(${[...ids]}::uuid[]) order by updated_at desc`).map((row) => ({
    id: row.id, personId: row.person_id, matter: row.matter, matterName: row.matter_name, state: row.state, number: row.number, updatedAt: row.updated_at.toISOString(),
  }))

/** One event at a time: whoever hands in an application for the same one waits until this transaction has ended. */
export const lockEvent = async (tx: Tx, identity: readonly string[]): Promise<void> => {
  // Always in the same order, so that two never wait for one another.
  for (const key of [...identity].sort()) await tx`select pg_advisory_xact_lock(hashtextextended(${`event ${key}`}, 0))`
}

/** Applications handed in, of anybody, that share something with this identity. The caller holds the event (`lockEvent`). */
export const listSimilar = async (read: Read, identity: readonly string[]): Promise<Pick<Application, 'id' | 'personId' | 'number' | 'identity'>[]> =>
  (await read<Pick<Row, 'id' | 'person_id' | 'number' | 'identity'>[]>`
    select id, person_id, number, identity from applications where identity && ${[...identity]}::text[] and number is not null order by submitted_at`).map((row) => ({
    id: row.id, personId: row.person_id, number: row.number, identity: row.identity,
  }))

/** Drafts last touched before an instant, those of tables not among them. @param spared ids of people */
export const listStaleDrafts = async (read: Read, before: Date, spared: readonly string[], limit: number): Promise<string[]> =>
  (await read<{ id: string }[]>`
    select id from applications where state = 'draft' and channel <> 'batch' and updated_at < ${before} and person_id <> all(${[...spared]}::uuid[])
    order by person_id, matter limit ${limit}`).map(({ id }) => id)

export const listDraftsOf = async (read: Read, personId: string): Promise<string[]> =>
  (await read<{ id: string }[]>`select id from applications where person_id = ${personId} and state = 'draft' and channel <> 'batch' order by id`).map(({ id }) => id)

/** What a person has handed in. */
export const countSubmitted = async (read: Read, personId: string): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from applications where person_id = ${personId} and number is not null`).count

type UploadRow = { id: string; evidence: string; digest: string; type: string; size: number; name: string; uploaded_at: Date }

export const insertUpload = async (tx: Tx, applicationId: string, upload: Upload): Promise<void> => {
  await tx`
    insert into application_files (id, application_id, evidence, digest, name, uploaded_at)
    values (${upload.id}, ${applicationId}, ${upload.evidence}, ${upload.digest}, ${upload.name}, ${upload.uploadedAt})`
}

/** The digest of what was removed, if it was there. */
export const deleteUpload = async (tx: Tx, applicationId: string, id: string): Promise<string | undefined> => {
  const [row] = await tx<{ digest: string }[]>`delete from application_files where id = ${id} and application_id = ${applicationId} returning digest`
  return row?.digest
}

/** Everything uploaded to a draft that was thrown away; digests of what was there. */
export const deleteUploadsOf = async (tx: Tx, applicationId: string): Promise<string[]> =>
  (await tx<{ digest: string }[]>`delete from application_files where application_id = ${applicationId} returning digest`).map(({ digest }) => digest)

/** Whether any application still holds this content. */
export const hasUpload = async (read: Read, digest: string): Promise<boolean> => (await read`select 1 from application_files where digest = ${digest} limit 1`).length > 0

export const listUploads = async (read: Read, applicationId: string): Promise<Upload[]> =>
  (await read<UploadRow[]>`
    select application_files.id, evidence, application_files.digest, type, size, name, uploaded_at
    from application_files join files on files.digest = application_files.digest
    where application_id = ${applicationId} order by uploaded_at, application_files.id`).map(({ uploaded_at, ...upload }) => ({ ...upload, uploadedAt: uploaded_at.toISOString() }))
