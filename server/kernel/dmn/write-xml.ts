// Writes a decision table as DMN 1.3: what it looks at stands as input data, the laws it rests on as knowledge sources.
import type { TableModel } from './model.ts'

/** Ids in XML begin with a letter and hold no dots or spaces. */
const xmlId = (...parts: string[]): string => parts.join('_').replaceAll(/[^A-Za-z0-9_-]/g, '_')

/** The table as DMN 1.3 XML, the same bytes for the same table. */
export const writeDmn = async (model: TableModel): Promise<string> => {
  const { DmnModdle } = await import('dmn-moddle')
  const moddle = new DmnModdle()
  const make = (type: string, attributes: Record<string, unknown>) => moddle.create(`dmn:${type}`, Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)))
  const tests = (text: string) => make('UnaryTests', { text })
  const table = make('DecisionTable', {
    id: xmlId('table', model.id), hitPolicy: model.hitPolicy, aggregation: model.aggregation,
    input: model.inputs.map(({ id, label, description, expression, typeRef }) => make('InputClause', { id: `input_${id}`, label, description, inputExpression: make('LiteralExpression', { text: expression, typeRef }) })),
    output: model.outputs.map(({ name, label, description, typeRef, values }) => make('OutputClause', { id: xmlId('output', name), name, label, description, typeRef, outputValues: values ? tests(values.join(', ')) : undefined })),
    annotation: model.annotations.map((name) => make('RuleAnnotationClause', { name })),
    rule: model.rows.map(({ id, cells, outputs, annotations }) => make('DecisionRule', {
      id: `row_${id}`, inputEntry: cells.map(tests), outputEntry: outputs.map((text) => make('LiteralExpression', { text })), annotationEntry: annotations.map((text) => make('RuleAnnotation', { text })),
    })),
  })
  const decision = make('Decision', {
    id: model.id, name: model.name, description: model.description, variable: make('InformationItem', { id: xmlId('variable', model.id), name: model.name }), decisionLogic: table,
    authorityRequirement: model.sources.map(({ id }) => make('AuthorityRequirement', { id: xmlId('rests-on', id), requiredAuthority: make('DMNElementReference', { href: `#${id}` }) })),
  })
  const sources = model.sources.map(({ id, name, description, url }) => make('KnowledgeSource', { id, name, description, locationURI: url }))
  const definitions = make('Definitions', { id: xmlId('definitions', model.id), name: model.name, namespace: 'urn:tongban:decisions', drgElement: [decision, ...sources] })
  return (await moddle.toXML(definitions, { format: true })).xml
}
