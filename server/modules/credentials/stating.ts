// What e-licences say of the people of an application, as facts the planner may take over: whoever in it has the number of an e-licence's
// holder is offered what it states of the holder. Only of the holder: another home, vehicle or child may be meant this time. Pure.
import type { Catalogue } from '../catalogue/index.ts'
import { isBlank, type Answers, type KnownFact } from '../planning/index.ts'
import { isInForce, type Credential } from './credential.ts'
import type { CredentialType } from './credential-type.ts'

type Stating = {
  catalogue: Pick<Catalogue, 'concepts'>
  types: Readonly<Record<string, Pick<CredentialType, 'holder'>>>
  /** what is known so far; numbers of people and businesses stand in `<subject>.idNumber` and `<subject>.creditCode` */
  values: Answers
  /** number of the account's holder */
  ownNumber: string
  /** 'YYYY-MM-DD' */
  on: string
}

const numbers = ['idNumber', 'creditCode']

const split = (concept: string): [subject: string, property: string] => {
  const at = concept.lastIndexOf('.')
  return [concept.slice(0, at), concept.slice(at + 1)]
}

/** Under which subject an e-licence states what it says of its holder. */
const holderIn = ({ holder, values }: Credential, wanted: string | undefined, ownNumber: string): string => {
  const isOwn = holder === null && (wanted === undefined || values[wanted] !== ownNumber)
  return isOwn || wanted === undefined ? 'applicant' : split(wanted)[0]
}

/** Those in force on `on` state facts as of when they were issued. */
export const factsOf = (held: readonly Credential[], { catalogue: { concepts }, types, values, ownNumber, on }: Stating): KnownFact[] => {
  const subjects = Map.groupBy(Object.entries(values).flatMap(([concept, value]) => (numbers.includes(split(concept)[1]) ? [{ subject: split(concept)[0], number: value }] : [])), ({ number }) => number)
  return held.filter((one) => isInForce(one, on)).flatMap((one) => {
    const about = holderIn(one, types[one.type]?.holder, ownNumber)
    const said = Object.entries(one.values).filter(([concept, value]) => split(concept)[0] === about && !isBlank(value))
    return (subjects.get(one.holder ?? ownNumber) ?? []).flatMap(({ subject }) =>
      said.flatMap(([from, value]): KnownFact[] => {
        const concept = `${subject}.${split(from)[1]}`
        const isSame = concepts[concept] !== undefined && concepts[concept].type === concepts[from]?.type
        return isSame ? [{ concept, value, source: { kind: 'credential', type: one.type, credential: one.id }, asOf: one.issuedAt }] : []
      }))
  })
}

/** Names of the claims by which an e-licence states these concepts, of whomever. */
export const claimsStating = ({ claims }: Pick<CredentialType, 'claims'>, concepts: readonly string[]): string[] => {
  const properties = new Set(concepts.map((concept) => split(concept)[1]))
  return claims.filter(({ from }) => from.some((concept) => properties.has(split(concept)[1]))).map(({ id }) => id)
}
