// How things about one of a group are written: `heir.2.name`, a document `heir-card.2`, a service `birth-certificate.2`.
// Pure; what there is of each is made in `instances.ts` and `service-instances.ts`.
import type { Texts } from '../../kernel/texts.ts'
import { substitute } from '../../kernel/feel/substitute.ts'
import type { Expression } from '../../kernel/feel/expression.ts'
import type { Matter, Repetition, Rule } from '../catalogue/definitions.ts'

/** `heir.name`, 2 → `heir.2.name` */
export const instanceId = (concept: string, number: number): string => concept.replace('.', `.${number}.`)

/** Whether a concept is already that of one of a group. */
export const isNumbered = (concept: string): boolean => concept.split('.').length > 2

/** The concept that says how many there are. */
export const countConcept = (group: string): string => `${group}.count`

/** The subject of one of a group. */
export const instanceSubject = (group: string, number: number): string => `${group}.${number}`

/** From `first` to `last`, both included. */
export const numbersFrom = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)

/** The expression about one of a group: what each has of their own (`has`) is that one's; anything else stays as it is. */
export const ownExpression = (expression: Expression, has: (concept: string) => boolean, number: number): Expression =>
  substitute(expression, {
    name: ([subject = '', property, ...rest]) =>
      property !== undefined && has(`${subject}.${property}`) ? { kind: 'name', path: [instanceSubject(subject, number), property, ...rest] } : undefined,
  })

/** Within a rule of one of a group, `heir.age` is its own; `heir` alone is still all of them. */
export const ownRule = <Own extends Rule>(rule: Own, has: (concept: string) => boolean, number: number): Own => ({ ...rule, expression: ownExpression(rule.expression, has, number) })

/** `孩子 2 · 姓名` */
export const joined = (group: Texts, number: number, name: Texts): Texts => ({
  'zh-CN': `${group['zh-CN']} ${number} · ${name['zh-CN']}`,
  ...(name['zh-HK'] === undefined ? {} : { 'zh-HK': `${group['zh-HK'] ?? group['zh-CN']} ${number} · ${name['zh-HK']}` }),
  ...(name.en === undefined ? {} : { en: `${group.en ?? group['zh-CN']} ${number} · ${name.en}` }),
})

/**
 * Those of a subject of which there may be several. `first`: number of the first with ids of its own; where that is 2, the one before keeps
 * the plain ids. `ask`, `min`: only where the group asks for its number itself.
 */
export type Group = { id: string; name: Texts; first: 1 | 2; min: number; max: number; ask?: Texts; has: (concept: string) => boolean }

const ownOf = ({ own }: Repetition) => {
  const concepts = new Set(own)
  return (concept: string): boolean => concepts.has(concept)
}

/** Groups of one matter. */
export const groupsOfMatter = ({ subjects }: Pick<Matter, 'subjects'>): Group[] =>
  subjects.flatMap(({ id, name, many, repeats }): Group[] => {
    if (many) return [{ id, name, first: 1, ...many, has: (concept) => concept.startsWith(`${id}.`) && concept !== countConcept(id) }]
    return repeats ? [{ id, name, first: 2, min: 1, max: repeats.max, has: ownOf(repeats) }] : []
  })
