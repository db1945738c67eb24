// Writes web/api/operations.ts from the server's own OpenAPI document: every operation with the types of what goes in and comes out.
// `node tools/api-client.ts` writes it, `node tools/api-client.ts --check` fails when the file on disk is not what the server says.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describeApi } from './describe-api.ts'

type Schema = {
  type?: string | string[]; const?: unknown; enum?: unknown[]; anyOf?: Schema[]; oneOf?: Schema[]; allOf?: Schema[]; items?: Schema
  properties?: Record<string, Schema>; required?: string[]; additionalProperties?: boolean | Schema; patternProperties?: Record<string, Schema>; description?: string
}
type Parameter = { in: string; name: string; required?: boolean; schema: Schema }
type Operation = {
  operationId: string; summary: string; 'x-acting'?: boolean; parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}
export type Description = { paths: Record<string, Record<string, Operation>> }

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name))

const objectType = ({ properties = {}, required = [], additionalProperties, patternProperties }: Schema): string => {
  const own = Object.entries(properties).map(([name, schema]) => `${key(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`)
  const rest = patternProperties ? Object.values(patternProperties)[0] : typeof additionalProperties === 'object' ? additionalProperties : undefined
  if (rest) return `Record<string, ${typeOf(rest)}>`
  return own.length === 0 ? (additionalProperties === false ? 'Record<string, never>' : 'Record<string, unknown>') : `{ ${own.join('; ')} }`
}

const byName: Record<string, string> = { string: 'string', number: 'number', integer: 'number', boolean: 'boolean', null: 'null' }

/** The TypeScript type of a JSON schema, as far as our own schemas go. */
export const typeOf = (schema: Schema): string => {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ')
  const either = schema.anyOf ?? schema.oneOf
  if (either) return [...new Set(either.map(typeOf))].join(' | ')
  if (schema.allOf) return schema.allOf.map(typeOf).join(' & ')
  if (Array.isArray(schema.type)) return schema.type.map((each) => byName[each] ?? 'unknown').join(' | ')
  if (schema.type === 'array') return schema.items ? `(${typeOf(schema.items)})[]` : 'unknown[]'
  if (schema.type === 'object') return objectType(schema)
  return byName[schema.type ?? ''] ?? 'unknown'
}

const parametersType = (operation: Operation, where: string): string | undefined => {
  const list = (operation.parameters ?? []).filter((parameter) => parameter.in === where)
  if (list.length === 0) return undefined
  return `{ ${list.map((parameter) => `${key(parameter.name)}${parameter.required ? '' : '?'}: ${typeOf(parameter.schema)}`).join('; ')} }`
}

const replyType = ({ responses }: Operation): string => {
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1]
  const schema = success?.content?.['application/json']?.schema
  if (schema) return typeOf(schema)
  return success?.content ? 'Blob' : 'void'
}

const prefix = '/api/v1'

/** The generated file for an OpenAPI document. @throws Error for a path elsewhere */
export const operationsSource = ({ paths }: Description): string => {
  const entries = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })))
  entries.sort((a, b) => (a.operation.operationId < b.operation.operationId ? -1 : 1))
  const types = entries.map(({ operation }) => {
    const body = operation.requestBody?.content['application/json']?.schema
    const parts = [['params', parametersType(operation, 'path')], ['query', parametersType(operation, 'query')], ['body', body ? typeOf(body) : undefined]]
    const input = parts.flatMap(([name, type]) => (type ? [`${name}: ${type}`] : [])).join('; ')
    return `  /** ${operation.summary} */\n  ${operation.operationId}: { input: ${input ? `{ ${input} }` : 'Record<string, never>'}; reply: ${replyType(operation)} }`
  })
  const outside = entries.filter(({ path }) => !path.startsWith(prefix))
  if (outside.length > 0) throw new Error(`not under ${prefix}: ${outside.map(({ path }) => path).join(', ')}`)
  const table = entries.map(({ path, method, operation }) => `  ${operation.operationId}: '${method}${operation['x-acting'] ? '*' : ''} ${path.slice(prefix.length)}',`)
  return [
    '// Generated from the server\'s OpenAPI document by tools/api-client.ts; do not edit. A test fails when it is out of date.',
    '// What goes into and comes out of every operation, and where it is found.', '',
    'export type Operations = {', ...types, '}', '',
    `/** Method, * where somebody may act for another, and path under ${prefix}: short, because every page loads it. */`, 'export const operations = {', ...table, '} as const satisfies Record<keyof Operations, string>', '',
  ].join('\n')
}

const target = fileURLToPath(new URL('../web/api/operations.ts', import.meta.url))

if (import.meta.main) {
  const wanted = operationsSource((await describeApi()) as Description)
  const present = await readFile(target, 'utf8').catch(() => '')
  if (process.argv.includes('--check') && present !== wanted) {
    process.stderr.write('web/api/operations.ts is out of date: run node tools/api-client.ts\n')
    process.exitCode = 1
  } else if (present !== wanted) {
    await writeFile(target, wanted)
  }
}
