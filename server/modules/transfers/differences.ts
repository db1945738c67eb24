// One service in two regions: what it needs here and there, compared as the packs of the regions have it in force (承诺时限, 条件, 材料,
// 费用, 办理方式). Pure; nothing about a difference is written down anywhere, so it is never out of date.
import { nameOr, type Texts } from '../../kernel/texts.ts'
import { listingOf, type Catalogue, type EvidenceNeed, type Service } from '../catalogue/index.ts'

/** name; promised, statutory: working days; fee: fen; visits: when applied for online; condition, document: null where it is not asked; depth, ways: how it can be applied for. */
export const differenceKinds = ['name', 'promised', 'statutory', 'fee', 'visits', 'condition', 'document', 'depth', 'ways'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

export type DifferenceValue = Texts | number | string | string[] | null
/** `what`: which condition or document it is. */
export type Difference = { kind: DifferenceKind; what: Texts | null; here: DifferenceValue; there: DifferenceValue }

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const values = (catalogue: Catalogue, service: Service): Partial<Record<DifferenceKind, DifferenceValue>> => {
  const { onlineDepth, crossRegion } = listingOf(catalogue, service)
  return { name: service.name, promised: service.limits.promised, statutory: service.limits.statutory, fee: service.fee, visits: service.tripsOnline ?? 0, depth: onlineDepth, ways: [...crossRegion.ways] }
}

type Item = { name: Texts; says: unknown }

const conditions = ({ requirements }: Service): Map<string, Item> => new Map(requirements.map(({ id, name, rule }) => [id, { name, says: [name['zh-CN'], rule.text] }]))

/** A need by the names of the documents that do for it. */
const nameOf = ({ evidence }: Catalogue, { anyOf }: EvidenceNeed): Texts => {
  const names = anyOf.map((id) => nameOr(evidence[id], id))
  return { 'zh-CN': names.map((name) => name['zh-CN']).join('或'), en: names.map((name) => name.en ?? name['zh-CN']).join(' or ') }
}

const documents = (catalogue: Catalogue, { evidence }: Service): Map<string, Item> =>
  new Map(evidence.map((need) => [need.id, { name: nameOf(catalogue, need), says: [need.anyOf, need.when?.text ?? null] }]))

const itemsBetween = (kind: 'condition' | 'document', here: Map<string, Item>, there: Map<string, Item>): Difference[] =>
  [...new Set([...here.keys(), ...there.keys()])].flatMap((id) => {
    const [a, b] = [here.get(id), there.get(id)]
    return same(a?.says, b?.says) ? [] : [{ kind, what: (b ?? a)?.name ?? null, here: a?.name ?? null, there: b?.name ?? null }]
  })

/** What of a service differs between two catalogues; nothing when both say the same, undefined when one of them does not have it. */
export const differencesOf = (here: Catalogue, there: Catalogue, service: string): Difference[] | undefined => {
  const [a, b] = [here.services[service], there.services[service]]
  if (!a || !b) return undefined
  const [of, other] = [values(here, a), values(there, b)]
  return [
    ...differenceKinds.flatMap((kind): Difference[] => (same(of[kind], other[kind]) ? [] : [{ kind, what: null, here: of[kind] ?? null, there: other[kind] ?? null }])),
    ...itemsBetween('condition', conditions(a), conditions(b)),
    ...itemsBetween('document', documents(here, a), documents(there, b)),
  ]
}
