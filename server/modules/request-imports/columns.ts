// Headings of a file of requests, as people and systems write them. Pure.

export const fields = ['kind', 'text', 'title', 'category', 'address', 'region', 'lat', 'lng', 'name', 'phone', 'email', 'anonymous', 'receivedAt', 'source'] as const
export type Field = (typeof fields)[number]

const headings: Readonly<Record<Field, readonly string[]>> = {
  kind: ['类型', '诉求类型', 'kind'], text: ['内容', '诉求内容', '正文', 'text', 'description'], title: ['标题', 'title'], category: ['分类', '诉求分类', 'category', 'service_code'],
  address: ['地址', '事发地址', '地点', 'address', 'address_string'], region: ['区划', '区划代码', 'region'], lat: ['纬度', 'lat'], lng: ['经度', 'lng', 'long'], name: ['姓名', '反映人', 'name'],
  phone: ['电话', '手机', '联系电话', 'phone'], email: ['邮箱', 'email'], anonymous: ['匿名', '是否匿名', 'anonymous'], receivedAt: ['反映时间', '来电时间', '时间', 'receivedAt', 'requested_datetime'], source: ['来源编号', '原编号', 'source', 'service_request_id'],
}

const plain = (text: string): string => text.replaceAll(/[\s*＊]/g, '').toLowerCase()
const byHeading = new Map(fields.flatMap((field) => headings[field].map((heading) => [plain(heading), field] as const)))

export const fieldOf = (heading: string): Field | undefined => byHeading.get(plain(heading))

/** The heading a person is told of. */
export const headingOf = (field: Field): string => headings[field][0] ?? field
