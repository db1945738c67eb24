// Reads decision tables out of a DMN file (1.1 to 1.3 as dmn-moddle knows them). What is not a table, or asks for itself in a circle, is
// refused with its name; nothing is guessed.
import { aggregations, hitPolicies, type Aggregation, type HitPolicy } from './hit-policy.ts'
import { DmnRefused, type ModelSource, type TableModel } from './model.ts'
import { guardXml } from './xml-guard.ts'

/** Elements as dmn-moddle builds them; every property may be missing, whatever the standard demands. */
type Element = { $type?: string; [name: string]: unknown }

const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null
const one = (of: Element, name: string): Element => (isElement(of[name]) ? of[name] : {})
const many = (of: Element, name: string): Element[] => {
  const value = of[name]
  return Array.isArray(value) ? value.filter(isElement) : []
}
const textOf = (of: Element, name: string): string | undefined => (typeof of[name] === 'string' && of[name].trim() !== '' ? of[name].trim() : undefined)
const optional = <Key extends string>(key: Key, value: string | undefined): { [Name in Key]?: string } =>
  // a computed key makes an index signature; it is the one key asked for
  (value === undefined ? {} : { [key]: value }) as { [Name in Key]?: string }

const nameOf = (decision: Element): string => textOf(decision, 'id') ?? textOf(decision, 'name') ?? 'decision without id'
/** Ids are unique in a whole file, so `write-xml.ts` writes `row_first` and `input_first`. */
const ownId = (of: Element, otherwise: string): string => textOf(of, 'id')?.replace(/^(?:input|row)_/, '') ?? otherwise
const target = (of: Element, name: string): string | undefined => textOf(one(of, name), 'href')?.replace(/^.*#/, '')

const parseDefinitions = async (xml: string): Promise<Element> => {
  const { DmnModdle } = await import('dmn-moddle')
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(xml)
    const unresolved = warnings.find(({ message }) => !message.startsWith('unresolved reference'))
    if (unresolved) throw new DmnRefused(unresolved.message.split('\n')[0] ?? '', 'file')
    if (isElement(rootElement)) return rootElement
  } catch (error) {
    if (error instanceof DmnRefused) throw error
    throw new DmnRefused(`no DMN: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it cannot be read'}`, 'file')
  }
  throw new DmnRefused('the file is empty', 'file')
}

/** Decisions that need each other in a circle can never be made. */
const refuseCycles = (decisions: readonly Element[]): void => {
  const needs = new Map(decisions.map((decision) => [nameOf(decision), many(decision, 'informationRequirement').flatMap((each) => target(each, 'requiredDecision') ?? [])]))
  const done = new Set<string>()
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) throw new DmnRefused(`it needs itself: ${[...path.slice(path.indexOf(id)), id].join(' → ')}`, `decision ${id}`)
    if (done.has(id)) return
    for (const next of needs.get(id) ?? []) visit(next, [...path, id])
    done.add(id)
  }
  for (const id of needs.keys()) visit(id, [])
}

const hitPolicyOf = (table: Element, place: string): HitPolicy => {
  const written = textOf(table, 'hitPolicy') ?? 'UNIQUE'
  const found = hitPolicies.find((policy) => policy === written)
  if (!found) throw new DmnRefused(`there is no hit policy "${written}"`, place)
  return found
}

const aggregationOf = (table: Element, place: string): { aggregation?: Aggregation } => {
  const written = textOf(table, 'aggregation')
  const found = aggregations.find((each) => each === written)
  if (written !== undefined && !found) throw new DmnRefused(`there is no aggregation "${written}"`, place)
  return found ? { aggregation: found } : {}
}

const sourcesOf = (decision: Element, all: readonly Element[]): ModelSource[] =>
  many(decision, 'authorityRequirement').flatMap((each) => {
    const id = target(each, 'requiredAuthority')
    const source = all.find((candidate) => candidate.$type === 'dmn:KnowledgeSource' && candidate['id'] === id)
    return source && id !== undefined ? [{ id, name: textOf(source, 'name') ?? id, ...optional('description', textOf(source, 'description')), ...optional('url', textOf(source, 'locationURI')) }] : []
  })

const toModel = (decision: Element, all: readonly Element[]): TableModel => {
  const id = nameOf(decision)
  const place = `decision ${id}`
  const table = one(decision, 'decisionLogic')
  if (table.$type !== 'dmn:DecisionTable') throw new DmnRefused('it is no decision table', place)
  const inputs = many(table, 'input').map((input, at) => {
    const expression = one(input, 'inputExpression')
    const text = textOf(expression, 'text')
    if (text === undefined) throw new DmnRefused('it says nothing of what it looks at', `${place}, input ${at + 1}`)
    return { id: ownId(input, `input${at + 1}`), label: textOf(input, 'label') ?? text, ...optional('description', textOf(input, 'description')), expression: text, ...optional('typeRef', textOf(expression, 'typeRef')) }
  })
  const outputs = many(table, 'output').map((output, at) => {
    const values = textOf(one(output, 'outputValues'), 'text')
    return { name: textOf(output, 'name') ?? textOf(output, 'label') ?? `output${at + 1}`, ...optional('label', textOf(output, 'label')), ...optional('description', textOf(output, 'description')), ...optional('typeRef', textOf(output, 'typeRef')), ...(values === undefined ? {} : { values: valuesIn(values) }) }
  })
  const annotations = many(table, 'annotation').map((each) => textOf(each, 'name') ?? '')
  const rows = many(table, 'rule').map((row, at) => {
    const [cells, results] = [many(row, 'inputEntry'), many(row, 'outputEntry')]
    if (cells.length !== inputs.length || results.length !== outputs.length) throw new DmnRefused(`it has ${cells.length} conditions and ${results.length} results for ${inputs.length} inputs and ${outputs.length} outputs`, `${place}, row ${at + 1}`)
    const notes = many(row, 'annotationEntry').map((each) => textOf(each, 'text') ?? '')
    return { id: ownId(row, `row-${at + 1}`), cells: cells.map((cell) => textOf(cell, 'text') ?? '-'), outputs: results.map((each) => textOf(each, 'text') ?? 'null'), annotations: annotations.map((_, index) => notes[index] ?? '') }
  })
  return {
    id, name: textOf(decision, 'name') ?? id, ...optional('description', textOf(decision, 'description')), hitPolicy: hitPolicyOf(table, place), ...aggregationOf(table, place), inputs, outputs, annotations, rows, sources: sourcesOf(decision, all),
  }
}

/** `"a", "b,c"` → ['"a"', '"b,c"'] */
const valuesIn = (text: string): string[] => (text.match(/"(?:[^"\\]|\\.)*"|[^\s,][^,]*/g) ?? []).map((each) => each.trim()).filter((each) => each !== '')

/**
 * The decision table of a DMN file. @param decision id, when the file holds several
 * @throws DmnRefused with the place
 */
export const readDmn = async (xml: string, decision?: string): Promise<TableModel> => {
  guardXml(xml)
  const definitions = await parseDefinitions(xml)
  if (definitions.$type !== 'dmn:Definitions') throw new DmnRefused('it does not begin with DMN definitions', 'file')
  const all = many(definitions, 'drgElement')
  const decisions = all.filter(({ $type }) => $type === 'dmn:Decision')
  refuseCycles(decisions)
  const tables = decisions.filter((each) => one(each, 'decisionLogic').$type === 'dmn:DecisionTable')
  const chosen = decision === undefined ? (tables.length > 1 ? undefined : (tables[0] ?? decisions[0])) : decisions.find((each) => nameOf(each) === decision)
  if (!chosen) throw new DmnRefused(decisions.length === 0 ? 'there is no decision in it' : `which decision is meant? It has ${decisions.map(nameOf).join(', ')}`, 'file')
  return toModel(chosen, all)
}
