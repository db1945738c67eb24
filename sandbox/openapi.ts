// The OpenAPI 3.1 document of one registry, made of the schemas the registry enforces.
// Pure.
import { Type } from 'typebox'
import { BatchSchema, fieldSchemas, QuerySchema, refusals, WriteSchema } from './protocol.ts'
import type { Registry } from './fields.ts'

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const Problem = Type.Object({
  error: Type.Object({ code: Type.Union(Object.keys(refusals).map((code) => Type.Literal(code))), message: Type.String() }),
  requestId: Type.String(),
})

const problems: Record<string, string> = {
  400: 'missing purpose, unknown field, subject with a wrong number, or not JSON',
  401: 'key missing or wrong',
  403: 'the person has not consented',
  404: 'unknown subject',
  409: 'idempotency-key used for a different write',
  413: 'body too large',
  429: 'too many requests',
  500: 'the registry failed',
}
const refusing = (...statuses: number[]) =>
  Object.fromEntries(statuses.map((status) => [status, { description: problems[status], ...json({ $ref: '#/components/schemas/Problem' }) }]))

const operation = (operationId: string, summary: string, body: object, replies: object, parameters: object[] = []) => ({
  post: { operationId, summary, parameters, requestBody: { required: true, ...json(body) }, responses: replies },
})

export const openApi = (registry: Registry, url: string): object => {
  const record = Type.Partial(Type.Object(fieldSchemas(registry)), { description: 'only the requested fields; null where the registry holds no value' })
  const answer = {
    found: Type.Boolean(),
    record: Type.Optional(record),
    asOf: Type.Optional(Type.String({ format: 'date-time' })),
    etag: Type.Optional(Type.String({ description: 'changes when the answer changes' })),
  }
  const requestId = Type.String()
  const subjects = `subject: ${registry.keys.join(' or ')}${registry.consent ? '; consent is required' : ''}`
  return {
    openapi: '3.1.0',
    info: { title: `${registry.title} (sandbox)`, version: '1.0.0', description: `Simulated registry of ${registry.keeper}. Invented people only. ${subjects}.` },
    servers: [{ url }],
    security: [{ key: [] }],
    paths: {
      '/v1/query': operation('query', `One subject. ${subjects}.`, QuerySchema, {
        200: { description: 'the record, or found: false', ...json(Type.Object({ ...answer, requestId })) },
        ...refusing(400, 401, 403, 413, 429, 500),
      }),
      '/v1/batch': operation('batch', 'Up to 100 subjects, answered in the same order.', BatchSchema, {
        200: { description: 'one answer per subject', ...json(Type.Object({ results: Type.Array(Type.Object(answer)), requestId })) },
        ...refusing(400, 401, 403, 413, 429, 500),
      }),
      '/v1/records': operation(
        'write',
        `A result for the registry to keep; repeating it with the same key changes nothing. subject: ${registry.accepts.keys.join(' or ')}.`,
        WriteSchema,
        {
          200: { description: 'kept earlier under this key', ...json({ $ref: '#/components/schemas/Written' }) },
          201: { description: 'kept', ...json({ $ref: '#/components/schemas/Written' }) },
          ...refusing(400, 401, 404, 409, 413, 429, 500),
        },
        [{ name: 'idempotency-key', in: 'header', required: true, schema: { type: 'string', maxLength: 200 } }],
      ),
      '/healthz': { get: { operationId: 'health', security: [], responses: { 200: { description: 'running' } } } },
    },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem,
        Written: Type.Object({
          recordNumber: Type.String(), subject: Type.Object({}), record, asOf: Type.String({ format: 'date-time' }), replayed: Type.Boolean(), requestId,
        }),
      },
    },
  }
}
