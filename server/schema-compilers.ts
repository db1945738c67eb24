// Checks input and writes replies by the schemas of the routes. A schema is compiled when a route first needs it: there are hundreds, and
// compiling all of them before the first request would be most of what starting takes. Whether each compiles is tested (schema-compilers.test.ts).
import serializerFactory from '@fastify/fast-json-stringify-compiler'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'

export type SchemaCompilers = {
  /** bodies are checked as they are; path and query parameters arrive as text and are converted */
  validator: (part: string | undefined, schema: object) => ValidateFunction
  serializer: (schema: object) => (data: unknown) => string
}

/** `checked`: each schema is itself checked first, by the schema of schemas. */
export const schemaCompilers = ({ checked = false } = {}): SchemaCompilers => {
  const common = { allErrors: true, strict: false, useDefaults: true, meta: checked, validateSchema: checked }
  const strict = new Ajv(common)
  const coercing = new Ajv({ ...common, coerceTypes: 'array' })
  addFormats.default(strict)
  addFormats.default(coercing)
  const serialize = serializerFactory()({}, {})
  return {
    validator: (part, schema) => (part === 'body' ? strict : coercing).compile(schema),
    serializer: (schema) => serialize({ schema, method: '', url: '', httpStatus: '' }),
  }
}

type Compiled = { validators: Record<'body' | 'text', WeakMap<object, ValidateFunction>>; serializers: WeakMap<object, (data: unknown) => string> }

/** A schema that stands in many routes, as that of errors, or in the routes of many servers, as in tests, is compiled once. */
const compiledOnce: Compiled = { validators: { body: new WeakMap(), text: new WeakMap() }, serializers: new WeakMap() }

const once = <Made>(known: WeakMap<object, Made>, schema: object, make: () => Made): Made => {
  const made = known.get(schema) ?? make()
  known.set(schema, made)
  return made
}

export const compileOnFirstUse = (server: FastifyInstance): void => {
  const { validator, serializer } = schemaCompilers()
  const { validators, serializers } = compiledOnce
  server.setValidatorCompiler(({ schema, httpPart }) => {
    let compiled: ValidateFunction | undefined
    const check = (data: unknown): boolean => {
      compiled ??= once(validators[httpPart === 'body' ? 'body' : 'text'], schema as object, () => validator(httpPart, schema as object))
      const fits = compiled(data) as boolean
      check.errors = compiled.errors
      return fits
    }
    check.errors = undefined as ValidateFunction['errors']
    return check
  })
  server.setSerializerCompiler(({ schema }) => (data) => once(serializers, schema as object, () => serializer(schema as object))(data))
}
