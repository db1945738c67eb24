// A decision table of a pack as DMN and back, without loss of meaning: outcome and values are outputs, texts and laws are annotations,
// what the whole table rests on are knowledge sources. Pure.
import type { ModelSource, TableModel } from '../../kernel/dmn/model.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { DecisionRow, DecisionTable, LegalBasis, Outcome } from '../catalogue/index.ts'
import { outcomePriority } from '../planning/index.ts'

const annotations = ['reason', 'reason-en', 'reason-zh-HK', 'law', 'article', 'url', 'noDiscretion', 'checkDays'] as const
type Annotation = (typeof annotations)[number]

const annotated = ({ reason, law, noDiscretion, checkDays }: DecisionRow): Record<Annotation, string> => ({
  reason: reason['zh-CN'], 'reason-en': reason.en ?? '', 'reason-zh-HK': reason['zh-HK'] ?? '', law: law.title, article: law.article ?? '', url: law.url ?? '',
  noDiscretion: noDiscretion ? 'true' : '', checkDays: checkDays === undefined ? '' : String(checkDays),
})

const english = ({ en }: Texts): { description?: string } => (en === undefined ? {} : { description: en })

/** The table of a service; texts in Hong Kong's Chinese of its heads are made anew from the simplified ones. */
export const toModel = (service: string, table: DecisionTable): TableModel => ({
  id: service, name: table.name['zh-CN'], ...english(table.name), hitPolicy: table.hitPolicy, ...(table.aggregation ? { aggregation: table.aggregation } : {}),
  inputs: table.inputs.map(({ id, name, rule }) => ({ id, label: name['zh-CN'], ...english(name), expression: rule.text })),
  outputs: [
    { name: 'decision', label: '结论', description: 'Decision', typeRef: 'string', values: outcomePriority.map((outcome) => `"${outcome}"`) },
    ...table.values.map(({ id, name }) => ({ name: id, label: name['zh-CN'], ...english(name) })),
  ],
  annotations: [...annotations],
  rows: table.rows.map((row) => {
    const notes = annotated(row)
    return { id: row.id, cells: table.inputs.map(({ id }) => row.cells[id] ?? '-'), outputs: [`"${row.decision}"`, ...table.values.map(({ id }) => row.values[id]?.text ?? 'null')], annotations: annotations.map((name) => notes[name]) }
  }),
  sources: table.legalBasis.map(({ title, article, url }, index): ModelSource => ({ id: `law-${index + 1}`, name: title, ...(article === undefined ? {} : { description: article }), ...(url === undefined ? {} : { url }) })),
})

type TextFields = string | { 'zh-CN': string; 'zh-HK'?: string; en?: string }

const textOf = (zh: string, en?: string, hk?: string): TextFields => (en || hk ? { 'zh-CN': zh, ...(hk ? { 'zh-HK': hk } : {}), ...(en ? { en } : {}) } : zh)
const lawOf = (title: string, article: string, url: string): LegalBasis => ({ title, ...(article ? { article } : {}), ...(url ? { url } : {}) })
const outcomeIn = (text: string): Outcome | undefined => outcomePriority.find((outcome) => text === `"${outcome}"`)

/** The fields of a pack file (decisions/<service>.yaml); what the model does not say is left for the loader to ask for. */
export const toFields = (model: TableModel): Record<string, unknown> => {
  const decision = model.outputs.findIndex(({ name }) => name === 'decision')
  const values = model.outputs.flatMap(({ name, label, description }, index) => (index === decision ? [] : [{ index, id: name, name: textOf(label ?? name, description) }]))
  return {
    id: model.id, name: textOf(model.name, model.description), hitPolicy: model.hitPolicy, ...(model.aggregation ? { aggregation: model.aggregation } : {}),
    legalBasis: model.sources.map(({ name, description = '', url = '' }) => lawOf(name, description, url)),
    inputs: model.inputs.map(({ id, label, description, expression }) => ({ id, name: textOf(label, description), rule: expression })),
    ...(values.length > 0 ? { values: values.map(({ id, name }) => ({ id, name })) } : {}),
    rows: model.rows.map((row) => {
      const note = (name: Annotation): string => row.annotations[model.annotations.indexOf(name)] ?? ''
      const outcome = outcomeIn(row.outputs[decision] ?? '')
      const stated = values.flatMap(({ id, index }) => (row.outputs[index] === undefined || row.outputs[index] === 'null' ? [] : [[id, row.outputs[index]]]))
      return {
        id: row.id, when: Object.fromEntries(model.inputs.flatMap(({ id }, at) => ((row.cells[at] ?? '-') === '-' ? [] : [[id, row.cells[at]]]))),
        ...(outcome === undefined ? {} : { decision: outcome }), reason: textOf(note('reason'), note('reason-en'), note('reason-zh-HK')), law: lawOf(note('law'), note('article'), note('url')),
        ...(note('noDiscretion') === 'true' ? { noDiscretion: true } : {}), ...(note('checkDays') === '' ? {} : { checkDays: Number(note('checkDays')) }), ...(stated.length > 0 ? { values: Object.fromEntries(stated) } : {}),
      }
    }),
  }
}
