// A whole DMN model taken in to be looked at and tried: what it decides, what each decision needs, what comes out for typed inputs.
// Pure; nothing of it is kept or put in force.
import { readDefinitions, type ModelNode } from '../../kernel/dmn/execution/definitions.ts'
import { openModel } from '../../kernel/dmn/execution/model-execution.ts'
import { DmnRefused } from '../../kernel/dmn/model.ts'
import { fromFeel, toFeel, type FeelInput, type FeelType } from '../../kernel/feel/scope.ts'
import type { FeelValue } from '../../kernel/feel/value.ts'

export const partKinds = ['input', 'decision', 'knowledge', 'service'] as const

/** `needs`: names of the parts it looks at; `type` as the model declares it. */
export type ModelPart = { id: string; name: string; kind: ModelNode['kind']; type?: string; needs: string[] }

/** `values`: what each decision comes to, as text of JSON; absent: nothing was tried. */
export type WholeModel = { name: string; parts: ModelPart[]; values?: { name: string; value: string }[] }

/** Models of more decisions are not tried. */
const mostDecisions = 200

const feelTypes: Readonly<Record<string, FeelType>> = { number: 'number', boolean: 'boolean', string: 'text', date: 'date', time: 'time', 'date and time': 'dateTime', dateTime: 'dateTime', duration: 'duration', dayTimeDuration: 'duration', yearMonthDuration: 'duration' }

/** Numbers and yes or no are typed as text; a model without types takes what the text looks like. */
const typed = (text: string, type: string | undefined): FeelValue => {
  const known = feelTypes[type?.replace(/^feel[.:]/, '') ?? '']
  if (known) return toFeel(text, known)
  try {
    return toFeel(JSON.parse(text) as FeelInput) // JSON holds nothing else
  } catch {
    return text
  }
}

/**
 * @param inputs typed values by the name of the input; absent: the model is only looked at
 * @throws DmnRefused with the place: no DMN, entities, too large or deep, decisions that need themselves, imports that are not there
 */
export const lookAtModel = (xml: string, inputs?: Readonly<Record<string, string>>): WholeModel => {
  const definitions = readDefinitions(xml)
  const [missing] = definitions.imports
  if (missing) throw new DmnRefused(`it imports another model, ${missing.name || missing.namespace}; join them into one file`, 'import')
  const nodes = [...definitions.nodes.values()]
  const decisions = nodes.filter(({ kind }) => kind === 'decision')
  if (decisions.length === 0) throw new DmnRefused('it has no decision', 'file')
  const model = openModel(definitions)
  const nameOf = (href: string): string => definitions.nodes.get(href.slice(href.indexOf('#') + 1))?.variable.name ?? href
  const parts = nodes.map(({ id, kind, variable, needs }): ModelPart => ({ id, name: variable.name, kind, ...(variable.typeRef === undefined ? {} : { type: variable.typeRef }), needs: needs.map(nameOf) }))
  const looked = { name: definitions.name, parts }
  if (!inputs) return looked
  if (decisions.length > mostDecisions) throw new DmnRefused(`it has ${decisions.length} decisions, more than the ${mostDecisions} that are tried`, 'file')
  const given = new Map(nodes.filter(({ kind }) => kind === 'input').flatMap(({ variable: { name, typeRef } }) => (inputs[name] === undefined || inputs[name] === '' ? [] : [[name, typed(inputs[name], typeRef)] as const])))
  return { ...looked, values: decisions.map(({ variable: { name } }) => ({ name, value: JSON.stringify(fromFeel(model.evaluate(name, given)) ?? null) })) }
}
