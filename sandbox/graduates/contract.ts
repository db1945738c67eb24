// The graduates' service describes itself in OpenAPI 3.0, in the field names its department has always used. Another protocol than that of
// the other registries, on purpose: a platform meets such services through a connector file.
const text = (description: string) => ({ type: 'string', description })

const graduate = {
  type: 'object', required: ['sfzh', 'yxmc', 'xlcc', 'byrq'],
  properties: {
    sfzh: { ...text('公民身份号码'), minLength: 18, maxLength: 18 }, xm: { ...text('姓名'), nullable: true }, yxmc: text('院校名称'), xlcc: { ...text('学历层次'), enum: ['专科', '本科', '硕士', '博士'] },
    zymc: { ...text('专业名称'), nullable: true }, byrq: { ...text('毕业日期，八位数字'), pattern: '^\\d{8}$' }, zsbh: { ...text('毕业证书编号'), nullable: true }, rzbh: { ...text('国（境）外学历认证书编号'), nullable: true },
  },
}
const answered = (data: object, more: object = {}) => ({ type: 'object', required: ['code', 'data'], properties: { code: { type: 'string', enum: ['0', '1'], description: '0 查到，1 查无' }, data, ...more } })
const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const list = { type: 'array', items: { $ref: '#/components/schemas/Graduate' } }
const query = (name: string, required: boolean) => ({ name, in: 'query', required, schema: { type: 'string' } })

export const graduatesOpenApi = (url: string): object => ({
  openapi: '3.0.3',
  info: { title: '毕业生信息查询服务（沙箱）', version: '2.1' },
  servers: [{ url }],
  security: [{ key: [] }],
  paths: {
    '/api/graduates': { get: { operationId: 'findGraduate', summary: '按身份证号查', parameters: [query('sfzh', true), query('yt', true)], responses: { 200: { description: '查询结果', ...json(answered(list)) }, 401: { description: '密钥不对' } } } },
    '/api/graduates/list': { get: { operationId: 'listGraduates', summary: '成批取，按号码排列', parameters: [query('after', false), query('limit', false)], responses: { 200: { description: '一页', ...json(answered(list, { next: text('下一页从哪里起，空为没有了') })) }, 401: { description: '密钥不对' } } } },
  },
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-app-key' } }, schemas: { Graduate: graduate } },
})
