// Schemas are compiled when first needed; this compiles each of them, so that none fails in front of somebody.
import { describe, expect, it } from 'vitest'
import { fileReply, redirectReply } from './kernel/http.ts'
import { modules } from './modules/index.ts'
import { schemaCompilers } from './schema-compilers.ts'

const { validator, serializer } = schemaCompilers({ checked: true })

describe.each(modules.map(({ name, routes }) => ({ name, routes })))('module $name', ({ routes }) => {
  it('has no route whose input cannot be checked or whose reply cannot be written', () => {
    for (const { operation, body, params, query, reply } of routes) {
      const parts = Object.entries({ body, params, querystring: query }).filter(([, schema]) => schema !== undefined)
      for (const [part, schema] of parts) expect(() => validator(part, schema ?? {}), `${operation} ${part}`).not.toThrow()
      if (reply !== fileReply && reply !== redirectReply) expect(() => serializer(reply), `${operation} reply`).not.toThrow()
    }
  })
})

it('a broken schema is found this way', () => {
  expect(() => validator('body', { type: 'nothing' })).toThrow('schema is invalid')
})
