// What can be wrong with a decision table: for no service that rules decide, columns that do not exist, answers the authority does not see,
// cells about another type, nothing or too much said for some values, rows that never count. Each with its place and an example.
import { samplesOf, typeOfCells, type Domain } from '../../kernel/dmn/axis.ts'
import { coverageOf, type Situation } from '../../kernel/dmn/coverage.ts'
import { conceptsOf, VALUE_PROPERTIES, type Expression } from '../../kernel/feel/expression.ts'
import { outcomePriority } from '../planning/index.ts'
import { decisionTableOf, inputsOf, type DecisionReaders } from './decision-compiler.ts'
import type { DecisionFields } from './decision-files.ts'
import type { Catalogue, Concept, ConceptType } from './definitions.ts'
import { placeAt, type Path } from './located.ts'
import type { Entry, PackContent } from './pack-content.ts'
import { both, type Report } from './pack-error.ts'
import { ruleReader } from './rule-reader.ts'

type Checking = { entry: Entry<DecisionFields>; catalogue: Catalogue; readers: DecisionReaders; on: string; report: Report }

const ignore: Report = () => undefined

const domainTypes: Partial<Record<ConceptType, Domain['type']>> = { integer: 'integer', decimal: 'number', money: 'integer', boolean: 'boolean', date: 'date', time: undefined, dateTime: undefined }

const domainOf = (concept: Concept): Domain | undefined => {
  const { constraint: { choices, minimum, maximum } } = concept
  const type = concept.type in domainTypes ? domainTypes[concept.type] : 'text'
  return type && { type, ...(choices ? { choices: choices.map(({ value }) => value) } : {}), ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) }
}

/** What is known of an input's values: of a bare concept its type, of `….years` that it is whole. */
const domainOfInput = (expression: Expression, { concepts }: Catalogue): Domain | undefined => {
  if (expression.kind === 'name') {
    const concept = concepts[expression.path.join('.')]
    if (concept) return domainOf(concept)
  }
  const last = expression.kind === 'path' ? expression.name : expression.kind === 'name' ? expression.path.at(-1) : undefined
  if (last !== undefined && VALUE_PROPERTIES.has(last)) return { type: 'integer' }
  return ['comparison', 'and', 'or', 'some', 'every', 'in', 'between'].includes(expression.kind) ? { type: 'boolean' } : undefined
}

const sameType = (a: Domain['type'], b: Domain['type']): boolean => a === b || (a === 'integer' && b === 'number')

const written = (at: Situation, { fields }: Entry<DecisionFields>, language: 'zh' | 'en'): string =>
  fields.inputs.flatMap(({ id, name }) => (at[id] === undefined ? [] : [`${language === 'zh' ? (typeof name === 'string' ? name : name['zh-CN']) : id} = ${at[id]}`])).join(language === 'zh' ? '，' : ', ')

/** Concepts an authority sees of a case, and what follows from them. */
export const isSeen = (concept: string, catalogue: Catalogue, form: ReadonlySet<string>, path: readonly string[] = []): boolean => {
  if (form.has(concept) || path.includes(concept)) return true
  const derived = catalogue.concepts[concept]?.derived
  return derived !== undefined && conceptsOf(derived.expression).every((each) => isSeen(each, catalogue, form, [...path, concept]))
}

const checkService = ({ entry: { fields, node }, catalogue, readers, report }: Checking): void => {
  const service = catalogue.services[fields.id]
  const at = (...path: Path) => placeAt(node, path)
  if (!service) return report('service-unknown', at('id'), both(`没有事项 ${fields.id}`, `there is no service ${fields.id}`))
  if (service.decision !== 'automatic') report('decision-wrong', at('id'), both(`${fields.id} 写的是由人审查，决策表用不上：把事项的 decision 改成 automatic`, `${fields.id} is decided by people: say decision: automatic in the service`))
  const form = new Set(service.concepts.map(({ concept }) => concept))
  fields.inputs.forEach(({ rule }, index) => {
    const path: Path = ['inputs', index, 'rule']
    for (const concept of conceptsOf(readers.rule(node, path, rule).expression)) {
      if (catalogue.concepts[concept] && !isSeen(concept, catalogue, form)) report('decision-input-unseen', at(...path), both(`事项 ${fields.id} 不填 ${concept}，办件里看不到它`, `the form of ${fields.id} does not have ${concept}`))
    }
  })
}

const checkRows = ({ entry: { fields, node }, report }: Checking): void => {
  const at = (...path: Path) => placeAt(node, path)
  const [inputs, values] = [new Set(fields.inputs.map(({ id }) => id)), new Set((fields.values ?? []).map(({ id }) => id))]
  const duplicates = (list: 'inputs' | 'rows', ids: readonly string[]) => ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) report('id-duplicate', at(list, index, 'id'), both(`${id} 定义了两次`, `${id} is defined twice`), [at(list, ids.indexOf(id), 'id')])
  })
  duplicates('inputs', fields.inputs.map(({ id }) => id))
  duplicates('rows', fields.rows.map(({ id }) => id))
  if (fields.aggregation !== undefined && fields.hitPolicy !== 'COLLECT') report('decision-wrong', at('aggregation'), both('只有 COLLECT 才汇总', 'only COLLECT aggregates'))
  fields.rows.forEach((row, index) => {
    for (const input of Object.keys(row.when)) if (!inputs.has(input)) report('decision-wrong', at('rows', index, 'when', input), both(`没有输入列 ${input}`, `there is no input ${input}`))
    for (const value of Object.keys(row.values ?? {})) if (!values.has(value)) report('decision-wrong', at('rows', index, 'values', value), both(`没有结果列 ${value}`, `there is no value ${value}`))
    if ((row.decision === 'tentative') !== (row.checkDays !== undefined)) report('decision-wrong', at('rows', index, 'decision'), both('临时批准要写明几个工作日内复核，别的不写', 'a tentative decision says within how many days it is checked; others do not'))
  })
}

/** The cells of each row under one input, `-` where it says nothing. */
const column = ({ entry: { fields, node }, readers }: Checking, input: string): Expression[] =>
  fields.rows.map((row, index) => (row.when[input] === undefined ? { kind: 'literal', value: true } : readers.cell(node, ['rows', index, 'when', input], row.when[input]).expression))

const checkCoverage = (checking: Checking): void => {
  const { entry, catalogue, readers, on, report } = checking
  const { fields, node } = entry
  const place = (row: number) => placeAt(node, ['rows', row, 'id'])
  const axes = inputsOf(entry, readers).map(({ id, expression }) => {
    const cells = column(checking, id)
    const [known, suggested] = [domainOfInput(expression, catalogue), typeOfCells(cells, on)]
    if (known && suggested && !sameType(known.type, suggested)) {
      const index = fields.inputs.findIndex((each) => each.id === id)
      report('decision-type-wrong', placeAt(node, ['inputs', index, 'rule']), both(`${id} 的值是 ${known.type}，单元格却按 ${suggested} 来比`, `${id} is a ${known.type}, but its cells compare it as a ${suggested}`))
      return { input: id, samples: undefined }
    }
    const type = known ?? (suggested && { type: suggested })
    return { input: id, samples: type ? samplesOf(cells, type, on) : cells.every(({ kind }) => kind === 'literal') ? [{ text: '-', passes: cells.map(() => true) }] : undefined }
  })
  const sound = axes.flatMap(({ input, samples }) => (samples ? [{ input, samples }] : []))
  if (sound.length < axes.length) return // a cell reads other answers: its values cannot be laid out
  const table = decisionTableOf(entry, readers, () => '')
  const says = (row: number) => JSON.stringify([fields.rows[row]?.decision, fields.rows[row]?.values])
  const coverage = coverageOf(fields.hitPolicy, fields.rows.length, sound, { rank: (row) => outcomePriority.indexOf(table.rows[row]?.decision ?? 'person'), same: (a, b) => says(a) === says(b) })
  if (!coverage) return
  if (coverage.gap && fields.hitPolicy === 'UNIQUE') report('decision-gap', placeAt(node, ['rows']), both(`有的情况没有一行管：${written(coverage.gap, entry, 'zh')}`, `no row answers ${written(coverage.gap, entry, 'en')}`))
  for (const { rows: [a, b], at } of coverage.overlaps) {
    const clash = fields.hitPolicy === 'UNIQUE' || (fields.hitPolicy === 'ANY' && says(a) !== says(b))
    if (clash) report('decision-overlap', place(b), both(`${fields.rows[a]?.id} 和 ${fields.rows[b]?.id} 同时成立：${written(at, entry, 'zh')}`, `${fields.rows[a]?.id} and ${fields.rows[b]?.id} hold together at ${written(at, entry, 'en')}`), [place(a)])
  }
  for (const row of coverage.unreachable) report('decision-row-unreachable', place(row), both(`${fields.rows[row]?.id} 这一行永远轮不到`, `the row ${fields.rows[row]?.id} never counts`))
}

/** @param on YYYY-MM-DD: what `today` is in the cells */
export const checkDecisions = (content: PackContent, catalogue: Catalogue, on: string, report: Report): void => {
  const known = { named: () => true, choicesOf: () => undefined } // the loader has reported names it does not know
  const readers: DecisionReaders = { rule: ruleReader(known, ignore), cell: ruleReader(known, ignore, 'cell') }
  for (const entry of content.decisions.values()) {
    const checking = { entry, catalogue, readers, on, report }
    checkService(checking)
    checkRows(checking)
    checkCoverage(checking)
  }
}
