// A connector file: where one registry's data really is, how to get at it, and which source field is which field of the registry.
// The descriptions are the reference of the format (docs/guide/connectors.md). Pure.
import { Type, type Static, type TSchema } from 'typebox'

const strict = <Properties extends Record<string, TSchema>>(properties: Properties, description: string) => Type.Object(properties, { description, additionalProperties: false })
const words = (description: string) => Type.String({ minLength: 1, description })
const optional = Type.Optional

/** Never the secret itself: where it is. */
export const Secret = Type.Union([strict({ env: words('Name of an environment variable.') }, 'From the environment.'), strict({ file: words('Path of a file; relative ones from the folder of the connectors.') }, 'From a file.')], { description: 'A secret, by reference only: {env: NAME} or {file: path}.' })
const Address = Type.Union([words('As it is.'), strict({ env: words('Name of an environment variable.') }, 'From the environment.')], { description: 'An address or folder, or {env: NAME}.' })

const Field = Type.Union([
  words('A source field by its name; a JSON Pointer (/data/0/name); or FEEL after an equals sign (= upper case(xm)).'),
  strict({
    from: words('As above.'),
    as: optional(Type.Enum(['text', 'integer', 'number', 'boolean', 'date'], { description: 'What it is turned into; text when absent. Dates: 2026-11-22, 20261122, 2026/11/22, 2026年11月22日 or an instant.' })),
    values: optional(Type.Record(Type.String(), Type.String(), { description: 'Source value → value of the registry; any other value is refused.' })),
  }, 'A source field that is converted.'),
])

const Fields = Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' }), Field, { description: 'Field of the registry → where it comes from.' })
const Keys = Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' }), words('Source field, or JSON Pointer.'), { description: 'Number records are found by, such as idNumber → source field that holds it. An answer whose number is another than was asked for is refused.' })

const common = {
  registry: Type.String({ pattern: '^[a-z]+(-[a-z]+)*$', description: 'Id of the registry in the packs; also the name of this file.' }),
  keys: Keys,
  fields: Fields,
  asOf: optional(words('Source field saying when the record was last right; the moment of asking when absent, of a file its time.')),
  list: optional(words('Field of the registry that holds the records when one number finds several; without it several are refused.')),
  probe: optional(Type.Record(Type.String(), words('A number.'), { minProperties: 1, maxProperties: 1, description: 'Whom `connectors check` asks about: a test record of the department. A number nobody has when absent.' })),
}

const Values = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]), { description: 'Name → value; FEEL after an equals sign (= subject.idNumber). Known: subject, fields, purpose, legalBasis, caseNumber, consent; of a batch also page, cursor, size, filter.' })

const Auth = Type.Union([
  strict({ kind: Type.Literal('bearer'), token: Secret }, 'authorization: Bearer …'),
  strict({ kind: Type.Literal('apiKey'), header: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9-]*$', description: 'Name of the header.' }), key: Secret }, 'A key in a header.'),
  strict({ kind: Type.Literal('basic'), user: words('User name.'), password: Secret }, 'HTTP Basic.'),
  strict({ kind: Type.Literal('oauth2'), tokenUrl: Address, clientId: words('Client id.'), clientSecret: Secret, scope: optional(words('Scope asked for.')) }, 'OAuth 2.0 client credentials (RFC 6749, 4.4).'),
], { description: 'How the other side knows who asks.' })

export const RestDefinition = strict({
  ...common,
  kind: Type.Literal('rest'),
  description: Address,
  server: optional(Address),
  operation: words('operationId of the description that finds one record.'),
  parameters: optional(Values),
  body: optional(Type.Unknown({ description: 'JSON body; texts beginning with an equals sign are FEEL.' })),
  auth: optional(Auth),
  tls: optional(strict({ certificate: optional(Secret), key: optional(Secret), authority: optional(Secret) }, 'Mutual TLS, in PEM.')),
  found: optional(words('FEEL over response and status: whether there is a record. When absent: status 404 and an empty record mean none.')),
  record: optional(words('JSON Pointer to the record, or to the list of records; the whole answer when absent.')),
  batch: optional(strict({
    operation: words('operationId that lists records.'), parameters: optional(Values), body: optional(Type.Unknown({ description: 'As above.' })),
    records: words('JSON Pointer to the list.'), next: optional(words('JSON Pointer to what is passed as cursor next time; absent or empty: the end. Without it the pages are counted from 1 until one is empty.')),
  }, 'Pulling many, page by page.')),
}, 'A service described by OpenAPI 3.')

export const PostgresDefinition = strict({
  ...common,
  kind: Type.Literal('postgres'),
  connection: Secret,
  view: Type.String({ pattern: '^[^".\\s]+(\\.[^".\\s]+)?$', description: 'Table or view, with its schema.' }),
  order: optional(words('Column with an index by which a batch goes on; the first of `keys` when absent.')),
}, 'A table or view of a PostgreSQL database. The role should be able to read nothing else.')

export const CsvDefinition = strict({
  ...common,
  kind: Type.Literal('csv'),
  folder: Address,
  files: Type.String({ pattern: '^[^/\\\\]+$', description: 'Names of the files, * for anything: road-transport-*.csv. The last by name counts; each file is the whole register.' }),
  ready: Type.Enum(['marker', 'rename'], { description: 'marker: a file counts when <name>.done lies beside it (which may hold rows=… and sha256=…). rename: it counts as soon as it has this name and has not changed for ten seconds.' }),
  encoding: optional(Type.Enum(['utf-8', 'gb18030'], { description: 'utf-8 when absent, with or without byte order mark.' })),
  delimiter: optional(Type.Enum([',', ';', '\t', '|'], { description: 'A comma when absent.' })),
}, 'Files in a folder.')

export type RestDefinition = Static<typeof RestDefinition>
export type PostgresDefinition = Static<typeof PostgresDefinition>
export type CsvDefinition = Static<typeof CsvDefinition>
export type ConnectorDefinition = RestDefinition | PostgresDefinition | CsvDefinition
export type ConnectorKind = ConnectorDefinition['kind']
export const connectorKinds = ['rest', 'postgres', 'csv'] as const satisfies readonly ConnectorKind[]
export type Auth = Static<typeof Auth>
export type SecretReference = Static<typeof Secret>
export type AddressReference = Static<typeof Address>
export type FieldSource = Static<typeof Field>

export const definitionSchemas = { rest: RestDefinition, postgres: PostgresDefinition, csv: CsvDefinition } as const satisfies Record<ConnectorKind, TSchema>

/** `= subject.idNumber` → `subject.idNumber`; undefined when the text is not FEEL. */
export const feelIn = (text: string): string | undefined => (text.startsWith('=') ? text.slice(1).trim() : undefined)

/** Where a field comes from, written either way. */
export const sourceOf = (field: FieldSource): { from: string; as?: 'text' | 'integer' | 'number' | 'boolean' | 'date'; values?: Record<string, string> } => (typeof field === 'string' ? { from: field } : field)
