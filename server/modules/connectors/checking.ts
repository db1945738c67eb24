// Tries connectors: whether their files are right and fit the registries of the packs, whether the other side answers, and whether one
// harmless question can be read.
import type { App } from '../../module.ts'
import { packErrorText, type Catalogue, type Registry } from '../catalogue/index.ts'
import { referenceTo, subjectKeyOf } from '../exchange/index.ts'
import type { ConnectorDefinition, ConnectorKind } from './connector-definition.ts'
import type { ConnectorEntry } from './connectors.ts'
import type { Source } from './source.ts'

/** `place`: where it is; `problems`: sentences, none when all is well; `answer`: what the harmless question brought, when it was asked. */
export type ConnectorState = { registry: string; file: string; kind: ConnectorKind | null; place: string | null; problems: string[]; answer: string | null }

const fieldsOf = (registry: Registry): string[] => {
  const proved = (registry.proves ?? []).flatMap(({ name, holders, when = {} }) => [name, ...holders, ...Object.keys(when)])
  return [...new Set([...Object.values(registry.answers).map((path) => path.split('.').at(-1) ?? path), ...Object.values(registry.answers).map((path) => path.split('.')[0] ?? path), ...proved, ...(registry.several ? [registry.several.field] : [])])]
}

/** What in a connector file does not fit the registry of the pack. */
export const misfits = ({ registry: id, keys, fields, list }: ConnectorDefinition, catalogue: Catalogue): string[] => {
  const registry = catalogue.registries[id]
  if (!registry) return [`no pack has a registry “${id}”`]
  const known = fieldsOf(registry)
  const found = Object.values(registry.keys).map((concept) => subjectKeyOf(catalogue, concept))
  const missing = [...new Set(found)].filter((key) => !Object.hasOwn(keys, key))
  const unknown = Object.keys(fields).filter((field) => !known.includes(field))
  return [
    ...(missing.length > 0 ? [`the pack asks ${id} by ${missing.join(', ')}, which \`keys\` does not name`] : []),
    ...(unknown.length > 0 ? [`the registry ${id} of the pack has no field ${unknown.join(', ')}; it has ${known.join(', ')}`] : []),
    ...(registry.several && list !== registry.several.field ? [`one number may find several records of ${id}; say \`list: ${registry.several.field}\``] : []),
  ]
}

const describe = (source: Source): Promise<string | null> => source.describe().catch(() => null)

/** Without asking about anybody. */
export const stateOf = async ({ registry, file, source, errors }: ConnectorEntry, catalogue: Catalogue): Promise<ConnectorState> => {
  if (!source) return { registry, file, kind: null, place: null, problems: errors.map(packErrorText), answer: null }
  const problems = [...misfits(source.definition, catalogue), ...(await source.problems())]
  return { registry, file, kind: source.definition.kind, place: problems.length > 0 ? null : await describe(source), problems, answer: null }
}

/** A number nobody has: the check digit of the first is wrong. */
const nobody = '000000000000000000'

/** With one question about the test record of the file, or about a number nobody has. */
export const tryConnector = async (app: Pick<App, 'clock'>, entry: ConnectorEntry, catalogue: Catalogue): Promise<ConnectorState> => {
  const state = await stateOf(entry, catalogue)
  const { source } = entry
  if (!source || state.problems.length > 0) return state
  const { keys, fields, probe } = source.definition
  const [key = ''] = Object.keys(keys)
  const reply = await source.ask(
    { subject: probe ?? { [key]: nobody }, fields: Object.keys(fields), purpose: '连通性检查', legalBasis: '系统运行维护', caseNumber: referenceTo('check', entry.registry), consent: app.clock.now().toISOString() },
    { signal: AbortSignal.timeout(5000), callId: 'check' },
  )
  if (reply.kind === 'unavailable') return { ...state, problems: [`asked about ${probe ? 'the test record' : 'a number nobody has'}: ${reply.why}`] }
  if (reply.kind === 'noRecord') return probe ? { ...state, problems: ['asked about the test record: there is none'] } : { ...state, answer: 'no record, as expected' }
  const empty = Object.keys(fields).filter((field) => reply.record[field] === undefined)
  const other = Object.entries(probe ?? {}).find(([name, value]) => reply.subject?.[name] !== value)
  return {
    ...state, answer: `${Object.keys(fields).length - empty.length} of ${Object.keys(fields).length} fields`,
    problems: [...(other ? ['asked about the test record, the answer is about somebody else'] : []), ...(empty.length > 0 ? [`of the test record ${empty.join(', ')} cannot be read`] : [])],
  }
}
