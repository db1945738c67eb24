// Reading what a person has handed in before: answers and documents of their earlier applications.
import type { Read } from '../../kernel/db.ts'
import { openRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Answers } from '../planning/index.ts'
import type { Upload } from './application.ts'

export type EarlierApplication = { number: string; answers: Answers; submittedAt: string }

export type EarlierUpload = Upload & { application: string; submittedAt: string }

/** Applications handed in since an instant, newest first, at most 50. */
export const listEarlierApplications = async (read: Read, personId: string, since: Date): Promise<EarlierApplication[]> =>
  (await read<{ id: string; number: string; sealed: string; submitted_at: Date }[]>`
    select id, number, sealed, submitted_at from applications
    where person_id = ${personId} and number is not null and submitted_at >= ${since} order by submitted_at desc limit 50`)
    .map(({ id, number, sealed, submitted_at }) => ({ number, answers: openRow<{ answers: Answers }>(sealedTables.applications, id, sealed).answers, submittedAt: submitted_at.toISOString() }))

type UploadRow = Omit<EarlierUpload, 'uploadedAt' | 'submittedAt'> & { uploaded_at: Date; submitted_at: Date }

/** Documents of these types handed in since an instant, newest first. */
export const listEarlierUploads = async (read: Read, personId: string, evidence: readonly string[], since: Date): Promise<EarlierUpload[]> =>
  (await read<UploadRow[]>`
    select application_files.id, evidence, application_files.digest, type, size, name, uploaded_at, number as application, submitted_at
    from applications
      join application_files on application_files.application_id = applications.id
      join files on files.digest = application_files.digest
    where person_id = ${personId} and number is not null and submitted_at >= ${since} and evidence = any(${[...evidence]})
    order by submitted_at desc, application_files.id limit 200`)
    .map(({ uploaded_at, submitted_at, ...upload }) => ({ ...upload, uploadedAt: uploaded_at.toISOString(), submittedAt: submitted_at.toISOString() }))
