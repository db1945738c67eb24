// Writes web/api/operations.ts from the server's own OpenAPI document: every operation with the types of what goes in and comes out; and
// web/api/desk-operations.ts, which says where those of officials are found, so that residents do not load it.
// `node tools/api-client.ts` writes them, `node tools/api-client.ts --check` fails when a file on disk is not what the server says.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describeApi } from './describe-api.ts'

type Schema = {
  type?: string | string[]; const?: unknown; enum?: unknown[]; anyOf?: Schema[]; oneOf?: Schema[]; allOf?: Schema[]; items?: Schema
  properties?: Record<string, Schema>; required?: string[]; additionalProperties?: boolean | Schema; patternProperties?: Record<string, Schema>; description?: string
}
type Parameter = { in: string; name: string; required?: boolean; schema: Schema }
type Operation = {
  operationId: string; summary: string; 'x-acting'?: boolean; 'x-officials'?: boolean; parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> }
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
/** What officials ask from the portal: whoever helps at a window is in it in the resident's name. */
const fromPortal = new Set(['getWindow'])

const warning = '// Generated from the server\'s OpenAPI document by tools/api-client.ts; do not edit. A test fails when it is out of date.'

/** The generated files for an OpenAPI document. @throws Error for a path elsewhere */
export const operationsSource = ({ paths }: Description): { operations: string; deskOperations: string } => {
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
  const tableOf = (officials: boolean): string[] =>
    entries.filter(({ operation }) => (operation['x-officials'] === true && !fromPortal.has(operation.operationId)) === officials).map(({ path, method, operation }) => `  ${operation.operationId}: '${method}${operation['x-acting'] ? '*' : ''} ${path.slice(prefix.length)}',`)
  return {
    operations: [
      warning, '// What goes into and comes out of every operation, and where those are found that pages of residents ask.', '',
      'export type Operations = {', ...types, '}', '',
      `/** Method, * where somebody may act for another, and path under ${prefix}: short, because every page loads it. */`, 'export const operations = {', ...tableOf(false), '} as const satisfies Partial<Record<keyof Operations, string>>', '',
    ].join('\n'),
    deskOperations: [
      warning, '// Where the operations of officials are found: loaded by the workbench alone.', `import type { Operations } from './operations.ts'`, '',
      'export const deskOperations = {', ...tableOf(true), '} as const satisfies Partial<Record<keyof Operations, string>>', '',
    ].join('\n'),
  }
}


if (import.meta.main) {
  const { operations, deskOperations } = operationsSource((await describeApi()) as Description)
  for (const [name, wanted] of [['operations.ts', operations], ['desk-operations.ts', deskOperations]] as const) {
    const target = fileURLToPath(new URL(`../web/api/${name}`, import.meta.url))
    const present = await readFile(target, 'utf8').catch(() => '')
    if (process.argv.includes('--check') && present !== wanted) {
      process.stderr.write(`web/api/${name} is out of date: run node tools/api-client.ts\n`)
      process.exitCode = 1
    } else if (present !== wanted) {
      await writeFile(target, wanted)
    }
  }
}
