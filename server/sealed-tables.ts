// Every table with a sealed document, in one place: what is encrypted in it and under which class of keys. Stores seal and open by it,
// the rotation of keys and the conversion of older rows go through it. Docs: docs/security.md.
import type { SealedTable } from './kernel/field-encryption.ts'

export const sealedTables = {
  people: { table: 'people', class: 'identity', key: ['id'], parts: { idNumber: 'id_number', phone: 'phone' }, digests: { id_digest: 'idNumber' } },
  delegations: { table: 'delegations', class: 'identity', key: ['id'], parts: { personIdNumber: 'person_id_number', holderIdNumber: 'holder_id_number' }, digests: { person_digest: 'personIdNumber', holder_digest: 'holderIdNumber' } },
  applications: { table: 'applications', class: 'content', key: ['id'], parts: { answers: 'answers', known: 'known', records: 'records', lookedUp: 'looked_up', plan: 'plan' } },
  cases: { table: 'cases', class: 'content', key: ['id'], parts: { content: 'content', checks: 'checks' } },
  results: { table: 'results', class: 'content', key: ['id'], parts: { content: 'content' } },
  resultEditions: { table: 'result_editions', class: 'history', key: ['result_id', 'edition'], parts: { content: 'content' } },
  credentials: { table: 'credentials', class: 'content', key: ['id'], parts: {} },
  batchRows: { table: 'batch_rows', class: 'content', key: ['batch_id', 'row_number'], parts: { cells: 'cells', answers: 'answers', applicantIdNumber: 'applicant_id_number' }, digests: { applicant_digest: 'applicantIdNumber' } },
  deliveries: { table: 'deliveries', class: 'content', key: ['id'], parts: { receiver: 'receiver' } },
  deliveryWishes: { table: 'delivery_wishes', class: 'content', key: ['application_id'], parts: { receiver: 'receiver' } },
  parcels: { table: 'parcels', class: 'content', key: ['id'], parts: { sender: 'sender', receiver: 'receiver' } },
  hardCases: { table: 'hard_cases', class: 'content', key: ['id'], parts: { phone: 'phone', account: 'account', wish: 'wish' } },
  powers: { table: 'powers', class: 'identity', key: ['id'], parts: { subject: 'subject', holders: 'holders' }, digests: { subject_digest: 'subject', holder_digests: 'holders' } },
  agencyStaff: { table: 'agency_staff', class: 'identity', key: ['id'], parts: { idNumber: 'id_number' }, digests: { id_digest: 'idNumber' } },
  creditEntries: { table: 'credit_entries', class: 'identity', key: ['id'], parts: { subject: 'subject' }, digests: { subject_digest: 'subject' } },
  disputes: { table: 'disputes', class: 'content', key: ['id'], parts: {} },
} as const satisfies Record<string, SealedTable>
