// What a backup says about itself, in manifest.json: of which version it is, what is in it, and how to tell that nothing is damaged.
// Pure: reading refuses anything that is not such a description, naming what is wrong.
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { StartRefusal } from '../start-refusal.ts'

const strict = { additionalProperties: false }
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Name = Type.String({ pattern: '^[a-z_]+\\.[a-z_0-9]+$', description: 'schema and name' })

const ManifestSchema = Type.Object(
  {
    format: Type.Literal(1),
    product: Type.Literal('tongban'),
    version: Type.String({ description: 'of the program that wrote it' }),
    at: Type.String({ description: 'instant all of it is true for' }),
    migrations: Type.Array(Type.Object({ version: Type.Integer(), name: Type.String(), digest: Type.String() }, strict)),
    tables: Type.Array(Type.Object({ name: Name, columns: Type.Array(Type.String()), rows: Type.Integer(), sha256: Sha256 }, strict), { description: 'in an order in which references are satisfied' }),
    sequences: Type.Array(Type.Object({ name: Name, value: Type.Integer() }, strict), { description: 'last value given out; unused ones are absent' }),
    files: Type.Array(Sha256, { description: 'uploaded documents, by the SHA-256 that is their name' }),
    keys: Type.Optional(Type.Array(Type.Object({ name: Type.String({ pattern: '^[0-9a-f]{24}-[0-9]{4,}\\.json$' }), sha256: Sha256 }, strict), { description: 'files of the keystore; their private halves are sealed, and what they are sealed with is in no backup' })),
    audit: Type.Object({ entries: Type.Integer(), head: Type.String() }, strict),
  },
  strict,
)
const checker = Compile(ManifestSchema)

export type Manifest = Static<typeof ManifestSchema>

/** @throws StartRefusal backup_unusable */
export const readManifest = (text: string, folder: string): Manifest => {
  const content = parse(text)
  if (checker.Check(content)) return content
  const [fault] = content === undefined ? [] : checker.Errors(content)
  throw unusable(folder, `manifest.json ${fault ? `${fault.instancePath} ${fault.message}` : 'is not JSON'}`)
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const unusable = (folder: string, why: string): StartRefusal =>
  new StartRefusal('backup_unusable', `${folder} 不是完好的备份：${why}；数据未改动。 / ${folder} is not a sound backup: ${why}. Nothing was changed.`)

/** Where the rows of a table lie in a backup: PostgreSQL's text format, compressed. */
export const rowsFile = (table: string): string => `database/${table}.copy.gz`

/** Where a document lies, as in the file store. */
export const documentFile = (digest: string): string => `files/${digest.slice(0, 2)}/${digest}`

/** Where a file of the keystore lies in a backup. */
export const keyFile = (name: string): string => `keys/${name}`

export type Reference = { from: string; to: string }

/** Tables so that each comes after those it refers to. @throws Error when they refer to each other in a circle */
export const inOrder = (tables: readonly string[], references: readonly Reference[]): string[] => {
  const ordered: string[] = []
  let left = [...tables]
  while (left.length > 0) {
    const ready = left.filter((table) => references.every(({ from, to }) => from !== table || to === table || !left.includes(to)))
    if (ready.length === 0) throw new Error(`these tables refer to each other in a circle: ${left.join(', ')}`)
    ordered.push(...ready)
    left = left.filter((table) => !ready.includes(table))
  }
  return ordered
}
