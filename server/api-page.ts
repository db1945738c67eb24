// The API as a readable page at /api/: every operation with what goes in, what comes out and what can be refused.
// Made from the same OpenAPI document machines read; no script, no outside resource.
import type { FastifyInstance } from 'fastify'

type Schema = {
  type?: string | string[]; const?: unknown; enum?: unknown[]; anyOf?: Schema[]; items?: Schema; properties?: Record<string, Schema>; required?: string[]
  additionalProperties?: boolean | Schema; patternProperties?: Record<string, Schema>; description?: string; format?: string; minimum?: number; maximum?: number; maxLength?: number; default?: unknown
}
type Operation = {
  summary: string; operationId: string; description?: string; tags?: string[]; parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }; responses: Record<string, { description?: string; content?: Record<string, { schema: Schema }> }>
}
type Document = { info: { title: string; description: string }; paths: Record<string, Record<string, Operation>> }

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const limits = ({ format, minimum, maximum, maxLength, default: preset }: Schema): string =>
  [format, minimum === undefined ? '' : `≥ ${minimum}`, maximum === undefined ? '' : `≤ ${maximum}`, maxLength === undefined ? '' : `≤ ${maxLength} 字`, preset === undefined ? '' : `= ${JSON.stringify(preset)}`].filter(Boolean).join(', ')

const typeName = (schema: Schema): string => {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ')
  if (schema.anyOf) return schema.anyOf.map(typeName).join(' | ')
  if (schema.type === 'array') return `${schema.items ? typeName(schema.items) : 'unknown'}[]`
  if (schema.patternProperties || typeof schema.additionalProperties === 'object') return 'record'
  return Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'unknown')
}

const deepest = 4

/** Properties as nested lists; below the deepest level only the type is named. */
const properties = (schema: Schema, depth = 0): string => {
  const inner = schema.type === 'array' && schema.items ? schema.items : schema
  if (!inner.properties || depth >= deepest) return ''
  const rows = Object.entries(inner.properties).map(([name, each]) => {
    const optional = inner.required?.includes(name) ? '' : '?'
    const note = [limits(each), each.description].filter(Boolean).join(' · ')
    return `<li><code>${escape(name)}${optional}</code> <i>${escape(typeName(each))}</i>${note ? ` ${escape(note)}` : ''}${properties(each, depth + 1)}</li>`
  })
  return `<ul>${rows.join('')}</ul>`
}

const part = (title: string, content: string): string => (content ? `<h4>${title}</h4>${content}` : '')

const operationOf = (method: string, path: string, operation: Operation): string => {
  const inputs = (operation.parameters ?? []).map((parameter) => `<li><code>${escape(parameter.name)}${parameter.required ? '' : '?'}</code> <i>${escape(typeName(parameter.schema))}</i> ${parameter.in} ${escape([limits(parameter.schema), parameter.description ?? parameter.schema.description].filter(Boolean).join(' · '))}</li>`).join('')
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const replies = Object.entries(operation.responses).map(([status, reply]) => {
    const schema = Object.values(reply.content ?? {})[0]?.schema
    const isFailure = Number(status) >= 400
    return `<li><b>${status}</b> ${escape(reply.description ?? '')} ${schema && !isFailure ? `<i>${escape(typeName(schema))}</i>${properties(schema)}` : ''}</li>`
  })
  return `<details id="${operation.operationId}"><summary><span class="method">${method.toUpperCase()}</span> <code>${escape(path)}</code> <span>${escape(operation.summary)}</span></summary>
    <p><code>${operation.operationId}</code> · ${escape(operation.description ?? '')}</p>${part('参数 parameters', inputs ? `<ul>${inputs}</ul>` : '')}${part('内容 body', body ? properties(body) || `<p><i>${escape(typeName(body))}</i></p>` : '')}
    ${part('回答 replies', `<ul>${replies.join('')}</ul>`)}</details>`
}

const style = `:root{color-scheme:light dark}body{font:16px/1.65 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:960px;margin:0 auto;padding:24px 16px}h1{font-size:28px}h2{font-size:22px;margin-top:36px}h4{margin:12px 0 4px}
details{border:1px solid color-mix(in srgb,currentColor 20%,transparent);border-radius:6px;margin:8px 0;padding:0 14px}summary{cursor:pointer;padding:10px 0;min-height:44px;overflow-wrap:anywhere}ul{margin:4px 0;padding-left:20px}li{overflow-wrap:anywhere}code{font-size:.92em}nav a{display:inline-block;padding:10px 8px;min-height:24px}.method{display:inline-block;min-width:4.2em;font-weight:700}`

const page = (document: Document): string => {
  const all = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))
  const groups = Map.groupBy(all, ({ operation }) => operation.tags?.[0] ?? '')
  const sections = [...groups].map(([tag, list]) => `<h2 id="tag-${escape(tag)}">${escape(tag)}</h2>${list.map(({ method, path, operation }) => operationOf(method, path, operation)).join('')}`)
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(document.info.title)}</title><style>${style}</style>
    <main><h1>${escape(document.info.title)}</h1><p>${escape(document.info.description)}</p><p>改动内容的请求须带上 <code>x-csrf-token</code>，取自 <code>GET /api/v1/session</code>。 Changes carry the token of the session. <a href="/api/openapi.json">OpenAPI 3.1</a></p>
    <nav aria-label="目录 contents">${[...groups].map(([tag, list]) => `<a href="#tag-${escape(tag)}">${escape(tag)} ${list.length}</a>`).join(' ')}</nav>${sections.join('')}</main></html>`
}

export const mountApiPage = (server: FastifyInstance): void => {
  server.get('/api/openapi.json', { schema: { hide: true } }, async () => server.swagger())
  for (const path of ['/api', '/api/']) {
    server.get(path, { schema: { hide: true } }, async (_request, reply) => {
      reply.type('text/html; charset=utf-8')
      return page(server.swagger() as unknown as Document)
    })
  }
}
