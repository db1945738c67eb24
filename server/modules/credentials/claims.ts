// What an e-licence says on a day: its claims as they were stated, and what follows from them, such as being over sixty. Pure.
import { compile } from '../../kernel/feel/compile.ts'
import { scopeOf } from '../../kernel/feel/scope.ts'
import type { CaseValue } from '../cases/index.ts'
import type { Answer, Answers } from '../planning/index.ts'
import type { Credential } from './credential.ts'
import type { CredentialType, DerivedClaim } from './credential-type.ts'

const isDay = /^\d{4}-\d{2}-\d{2}$/

const holds = ({ rule }: DerivedClaim, values: Answers, today: string): boolean | undefined => {
  const value = compile(rule.expression, 'open')(scopeOf(values, { today }, (name) => (typeof values[name] === 'string' && isDay.test(values[name]) ? 'date' : undefined)))
  return typeof value === 'boolean' ? value : undefined
}

/** All claims by id; what does not follow from what is known is left out. @param today 'YYYY-MM-DD' */
export const claimsOn = ({ derived }: Pick<CredentialType, 'derived'>, { claims, values }: Pick<Credential, 'claims' | 'values'>, today: string): Record<string, Answer> => ({
  ...claims,
  ...Object.fromEntries(derived.flatMap((each) => {
    const value = holds(each, values, today)
    return value === undefined ? [] : [[each.id, value]]
  })),
})

/** What there is to say, from values by concept: claims, and the values they came from. */
export const claimsFrom = (type: CredentialType, values: Answers): Pick<Credential, 'claims' | 'values'> => {
  const taken: Record<string, Answer> = {}
  const claims: Record<string, Answer> = {}
  for (const { id, from } of type.claims) {
    const concept = from.find((each) => values[each] !== undefined && values[each] !== null && values[each] !== '')
    const value = concept === undefined ? undefined : values[concept]
    if (concept === undefined || value === undefined) continue
    claims[id] = value
    taken[concept] = value
  }
  return { claims, values: taken }
}

/** `child.2.name` of the second of twins is `child.name` of that one's own e-licence. */
const plainConcept = (concept: string, number: string | undefined): string => (number === undefined ? concept : concept.replace(`.${number}.`, '.'))

/** What a result states, by concept. @param service that of the case, which may be of one of several: `birth-certificate.2` */
export const valuesOfResult = (content: readonly CaseValue[], service: string): Answers => {
  const number = /\.(\d+)$/.exec(service)?.[1]
  const plain = Object.fromEntries(content.map(({ concept, value }) => [concept, value]))
  return { ...plain, ...Object.fromEntries(content.filter(({ concept }) => number !== undefined && concept.includes(`.${number}.`)).map(({ concept, value }) => [plainConcept(concept, number), value])) }
}

/** The service of which one of several is a part: `birth-certificate.2` → `birth-certificate`. */
export const plainService = (service: string): string => service.replace(/\.\d+$/, '')
