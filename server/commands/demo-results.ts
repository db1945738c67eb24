// What an official of the demo writes into a result: values only a decision creates and its number cannot stand for. All of it is invented.
// Pure.
import { creditCodeCheckCharacter, residentIdCheckDigit } from '../kernel/identifiers.ts'

/** A case as far as its result is concerned: what the official sees, and what the result must say besides. */
export type Deciding = {
  content: readonly { concept: string; value: unknown }[]
  resultFields: readonly { concept: string; type: string }[]
}

const valueOf = ({ content }: Deciding, concept: string): string => String(content.find((each) => each.concept === concept)?.value ?? '')

/** A resident's number as the police would assign it: sequence 99x, of twins another x for each. */
const idNumberFor = (one: Deciding, concept: string): string => {
  const [subject = '', number = ''] = concept.split('.')
  const nth = /^\d+$/.test(number) ? Number(number) : 1
  // What twins share is written once, without a number.
  const of = (property: string) => (nth > 1 && valueOf(one, `${subject}.${nth}.${property}`)) || valueOf(one, `${subject}.${property}`)
  const digits = `${of('householdRegion').slice(0, 6)}${of('birthDate').replaceAll('-', '')}99${((of('sex') === 'male' ? 3 : 4) + 2 * (nth - 1)) % 10}`
  return digits + residentIdCheckDigit(digits)
}

/** A business's code as the register would assign it: of the city, sequence MA999 and four digits of its own. */
const creditCodeFor = (region: string, seed: number): string => {
  const characters = `92${region.slice(0, 4)}00MA999${String(seed % 10_000).padStart(4, '0')}`
  return characters + creditCodeCheckCharacter(characters)
}

/** @param region of the authority @param today 'YYYY-MM-DD' @param seed tells one business from another */
export const resultValues = (one: Deciding, region: string, today: string, seed: number): Record<string, string> => {
  const invent = (concept: string, type: string): string | undefined => {
    if (type === 'idNumber') return idNumberFor(one, concept)
    if (type === 'uscc') return creditCodeFor(region, seed)
    // What the applicant stated is what the certificate says.
    if (type === 'date') return valueOf(one, `${concept}Stated`) || today
    if (type === 'region') return valueOf(one, `${concept}Stated`) || region
    // A plate is shorter than any result number.
    if (concept.endsWith('.plateNumber')) return `粤B99${String(seed % 1000).padStart(3, '0')}`
    return type === 'longText' ? '查询日期以前，没有查到未办结的事项。' : undefined
  }
  return Object.fromEntries(one.resultFields.flatMap(({ concept, type }) => {
    const value = invent(concept, type)
    return value === undefined ? [] : [[concept, value]]
  }))
}
