// An OpenAPI 3 description, as far as a connector needs it: how an operation is asked, and whether an answer is what was promised.
// Only what stands in the one document is read; references to other documents are refused. Pure.
import { Ajv, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import { pointed } from './source-mapping.ts'

/** What is wrong with a description, or with how a connector file uses it. */
export class DescriptionFault extends Error {}

export type Operation = {
  id: string
  method: 'GET' | 'POST' | 'PUT'
  path: string
  parameters: readonly { name: string; in: 'path' | 'query' | 'header'; required: boolean }[]
  takesBody: boolean
  /** What an answer breaks, in one sentence; undefined when it is as described, or nothing is described for its status. */
  breaks: (status: number, body: unknown) => string | undefined
}

export type Description = {
  /** of the description, resolved against where it was read */
  servers: readonly string[]
  /** @throws DescriptionFault */
  operation: (id: string) => Operation
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)
const rootId = 'description.json'
const escaped = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))

/** @param text JSON or YAML. @throws DescriptionFault */
export const readDescription = (text: string): Description => {
  const document = parseDocument(text)
  const version = String(document['openapi'] ?? '')
  if (!/^3\.[01]\./.test(version)) throw new DescriptionFault(`openapi must be 3.0 or 3.1, is “${version}”`)
  const outside = [...text.matchAll(/"?\$ref"?\s*:\s*["']?([^"'\s,}]+)/g)].map(([, target = '']) => target).find((target) => !target.startsWith('#'))
  if (outside !== undefined) throw new DescriptionFault(`$ref ${outside} leads out of the document`)
  const resolved = (value: unknown): unknown => (isObject(value) && typeof value['$ref'] === 'string' ? resolved(pointed(document, value['$ref'].slice(1))) : value)
  const checked = new Map<string, ValidateFunction>()
  const ajv = version.startsWith('3.1') ? new Ajv2020({ strict: false, allErrors: false, validateSchema: false }) : new Ajv({ strict: false, validateSchema: false })
  addFormats.default(ajv)
  ajv.addSchema(document, rootId)

  const validatorAt = (steps: readonly string[]): ValidateFunction => {
    const ref = `${rootId}#/${steps.map(escaped).join('/')}`
    const known = checked.get(ref)
    if (known) return known
    try {
      const made = ajv.compile({ $ref: ref })
      checked.set(ref, made)
      return made
    } catch (error) {
      throw new DescriptionFault(`the schema at ${steps.join('/')} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`)
    }
  }

  const breaksAt = (operation: readonly string[], responses: unknown) => (status: number, body: unknown): string | undefined => {
    if (!isObject(responses)) return undefined
    const key = [String(status), `${Math.floor(status / 100)}XX`, 'default'].find((each) => Object.hasOwn(responses, each))
    if (key === undefined) return undefined
    const entry = responses[key]
    const steps = isObject(entry) && typeof entry['$ref'] === 'string' ? entry['$ref'].slice(2).split('/').map((step) => decodeURIComponent(step)) : [...operation, 'responses', key]
    const content = pointed(resolved(entry), '/content')
    const media = isObject(content) ? Object.keys(content).find((type) => /[/+]json\b/.test(type)) : undefined
    if (media === undefined || !isObject(pointed(content, `/${media.replaceAll('/', '~1')}/schema`))) return undefined
    const validate = validatorAt([...steps, 'content', media, 'schema'])
    if (validate(body)) return undefined
    const [first] = validate.errors ?? []
    return `${first?.instancePath || 'the answer'} ${first?.message ?? 'is wrong'}`
  }

  const paths = isObject(document['paths']) ? document['paths'] : {}
  const known = Object.entries(paths).flatMap(([path, item]) =>
    isObject(item) ? (['get', 'post', 'put'] as const).flatMap((method) => (isObject(item[method]) ? [{ path, method, item, operation: item[method] }] : [])) : [])
  const servers = Array.isArray(document['servers']) ? document['servers'].flatMap((each: unknown) => (isObject(each) && typeof each['url'] === 'string' ? [each['url']] : [])) : []

  return {
    servers,
    operation: (id) => {
      const found = known.find(({ operation }) => operation['operationId'] === id)
      if (!found) throw new DescriptionFault(`the description has no operation “${id}”; it has ${known.flatMap(({ operation }) => operation['operationId'] ?? []).join(', ') || 'none with an operationId'}`)
      const { path, method, item, operation } = found
      const listed = [item['parameters'], operation['parameters']].flatMap((list) => (Array.isArray(list) ? list.map(resolved) : [])).filter(isObject)
      const parameters = listed.map((each): Operation['parameters'][number] => {
        const [name, place] = [String(each['name']), each['in']]
        if (place !== 'path' && place !== 'query' && place !== 'header') throw new DescriptionFault(`parameter ${name} stands in ${String(place)}; path, query and header are possible`)
        return { name, in: place, required: each['required'] === true || place === 'path' }
      })
      const methods = { get: 'GET', post: 'POST', put: 'PUT' } as const
      return { id, method: methods[method], path, parameters, takesBody: operation['requestBody'] !== undefined, breaks: breaksAt(['paths', path, method], operation['responses']) }
    },
  }
}

const parseDocument = (text: string): Record<string, unknown> => {
  try {
    const document: unknown = parse(text)
    if (isObject(document)) return document
  } catch (error) {
    throw new DescriptionFault(`the description is neither JSON nor YAML: ${error instanceof Error ? error.message.split('\n')[0] : ''}`)
  }
  throw new DescriptionFault('the description holds no object')
}

/** What a connector file gives to an operation and the description does not know, or misses. @throws DescriptionFault */
export const checkParameters = ({ id, parameters, takesBody }: Operation, given: readonly string[], hasBody: boolean): void => {
  const unknown = given.find((name) => !parameters.some((each) => each.name === name))
  if (unknown !== undefined) throw new DescriptionFault(`operation ${id} has no parameter “${unknown}”; it has ${parameters.map(({ name }) => name).join(', ') || 'none'}`)
  const missing = parameters.find(({ name, required }) => required && !given.includes(name))
  if (missing) throw new DescriptionFault(`operation ${id} needs the parameter “${missing.name}”`)
  if (hasBody && !takesBody) throw new DescriptionFault(`operation ${id} takes no body`)
}
