// The classes of the duty list as services of Open311: what a client may choose, and the few questions each has. Pure.
// A service code is the class's path with _ for /, because codes stand in addresses.
import type { RequestClass } from '../catalogue/index.ts'
import { requestKinds, type RequestKind } from '../requests/index.ts'
import type { Attribute, Service, ServiceDefinition } from './wire.ts'

export const codeOf = (category: string): string => category.replaceAll('/', '_')
export const categoryOf = (code: string): string => code.replaceAll('_', '/')

const kindNames: Record<RequestKind, string> = { consult: '咨询', complain: '投诉', report: '举报', suggest: '建议', help: '求助', praise: '表扬' }

/** What somebody who names nothing means. */
export const usualKind: RequestKind = 'help'

const attributes: readonly Attribute[] = [
  { variable: true, code: 'KIND', datatype: 'singlevaluelist', required: false, datatype_description: null, order: 1, description: '这是哪一类诉求？不选按求助办理。', values: requestKinds.map((key) => ({ key, name: kindNames[key] })) },
  { variable: true, code: 'ANONYMOUS', datatype: 'singlevaluelist', required: false, datatype_description: null, order: 2, description: '要不要匿名？举报和投诉不会把姓名告诉被反映的单位。', values: [{ key: 'no', name: '不匿名' }, { key: 'yes', name: '匿名' }] },
]

/** Every finest class, in the order of the list. */
export const servicesOf = (classes: readonly RequestClass[]): Service[] =>
  classes.flatMap(({ groups }) => groups.flatMap(({ leaves }) => leaves.map(({ id, name, group, top, note, keywords }) => ({
    service_code: codeOf(id), service_name: name['zh-CN'], description: note?.['zh-CN'] ?? group['zh-CN'], metadata: true, type: 'realtime' as const, keywords: keywords.join(', '), group: top['zh-CN'],
  }))))

export const definitionOf = (code: string): ServiceDefinition => ({ service_code: code, attributes })

/** The choices made, or what is wrong with them. */
export const choicesIn = (given: Readonly<Record<string, readonly string[]>>): { kind: RequestKind; anonymous: boolean } | { problem: string } => {
  for (const [code, values] of Object.entries(given)) {
    const known = attributes.find((each) => each.code === code)
    if (!known) return { problem: `attribute ${code} is not one of this service` }
    if (values.length !== 1 || !known.values?.some(({ key }) => key === values[0])) return { problem: `attribute ${code} takes one of ${known.values?.map(({ key }) => key).join(', ')}` }
  }
  return { kind: requestKinds.find((each) => each === given['KIND']?.[0]) ?? usualKind, anonymous: given['ANONYMOUS']?.[0] === 'yes' }
}
