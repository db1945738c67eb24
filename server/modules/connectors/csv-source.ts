// A registry whose data arrives as files: it answers from the version in force, which jobs exchange when a new file is whole and right.
import type { Database } from '../../kernel/db.ts'
import type { CsvDefinition } from './connector-definition.ts'
import { findDroppedFile } from './drop-folder.ts'
import { findLoadInForce, listLoadedAfter, listLoadedByKey, listLoads, type LoadedRow } from './loads-store.ts'
import { MissingSecret, type References } from './secrets.ts'
import { replyOf, SourceReplaced, type Complain, type Source } from './source.ts'
import type { Mapped } from './source-mapping.ts'

type Surroundings = { references: References; db: Database; now: () => Date; complain: Complain }

const toMapped = ({ record, keys, asOf }: LoadedRow['document']): Mapped => ({ record, keys: { ...keys }, asOf, faults: [] })

/** Where a batch goes on: in this version, after this record. */
const readCursor = (cursor: unknown): { load: string; after: number } | undefined => {
  if (cursor === undefined) return undefined
  const { load, after } = cursor as { load: string; after: number } // made below
  return { load, after }
}

export const csvSource = (definition: CsvDefinition, { references, db, now, complain }: Surroundings): Source => {
  const { registry } = definition
  const folder = () => references.path(definition.folder)
  return {
    definition,
    folder: () => {
      try {
        return folder()
      } catch (error) {
        if (error instanceof MissingSecret) return undefined
        throw error
      }
    },
    ask: async (question) => {
      const load = await findLoadInForce(db.read, registry)
      if (!load) return { kind: 'unavailable', why: 'no file is in force yet' }
      const [[name, value] = ['', '']] = Object.entries(question.subject)
      if (!Object.hasOwn(definition.keys, name)) return { kind: 'unavailable', why: `the connector finds nothing by ${name}` }
      const found = await listLoadedByKey(db.read, load, name, value)
      return replyOf(found.map(toMapped), question, definition, load.changedAt, complain)
    },
    problems: async () => {
      try {
        await findDroppedFile(folder(), definition, now())
      } catch (error) {
        return [error instanceof Error ? error.message : 'unknown']
      }
      const [last] = await listLoads(db.read, registry, 1)
      if (!last) return ['no file was read yet']
      return last.state === 'rejected' ? last.problems.slice(0, 10).map(({ line, text }) => (line > 0 ? `${last.file}:${line}: ${text}` : `${last.file}: ${text}`)) : []
    },
    describe: async () => {
      const load = await findLoadInForce(db.read, registry)
      return load ? `${folder()} · ${load.file} · ${load.records}` : folder()
    },
    page: async (_, cursor, size) => {
      const from = readCursor(cursor)
      const load = await findLoadInForce(db.read, registry)
      if (!load) throw new Error('no file is in force yet')
      if (from && from.load !== load.id) throw new SourceReplaced('another file came into force meanwhile; begin again')
      const rows = await listLoadedAfter(db.read, load.id, from?.after ?? 0, size)
      const last = rows.at(-1)
      return { records: rows.map(({ document }) => ({ ...toMapped(document), asOf: document.asOf ?? load.changedAt })), next: last && rows.length === size ? { load: load.id, after: last.position } : undefined }
    },
    close: async () => {},
  }
}
