// The parts pack files are made of: texts, ids, days, citations, constraints, dated values.
// Descriptions are shown by editors (packs/schema) and are the reference of the pack format.
import { Type, type Static, type TSchema } from 'typebox'

export const strict = <Properties extends Record<string, TSchema>>(properties: Properties, description: string) =>
  Type.Object(properties, { description, additionalProperties: false })

export const optional = Type.Optional

/** An open set of keys that all look like `key`. */
export const record = <Key extends Type.TString, Value extends TSchema>(key: Key, value: Value, description: string) =>
  Type.Record(key, value, { description, additionalProperties: false })

const words = (description: string) => Type.String({ minLength: 1, description })

export const Text = Type.Union(
  [
    words('Simplified Chinese only.'),
    strict(
      {
        'zh-CN': words('Simplified Chinese, the source.'),
        'zh-HK': optional(words('Traditional Chinese as used in Hong Kong; made from zh-CN when absent.')),
        en: optional(words('English.')),
      },
      'By language.',
    ),
  ],
  { description: 'A text people read: Simplified Chinese, or several languages.' },
)

export const text = (description: string) => ({ ...Text, description })

export const ConceptId = Type.String({
  pattern: '^[a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*$',
  description: '`subject.property`, for example child.birthDate.',
})
/** Also one of a group. */
export const AnswerId = Type.String({
  pattern: '^[a-z][A-Za-z0-9]*(\\.[1-9]\\d?)?\\.[a-z][A-Za-z0-9]*$',
  description: '`subject.property`, or `subject.number.property` for one of a group, for example heir.2.name.',
})
export const Id = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', description: 'Lower-case words joined by hyphens.' })
export const RegionCode = Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'GB/T 2260 code of six digits, or nine for a street; in quotes.' })
export const Line = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', description: 'The line of government an authority belongs to, for example public-security.' })
export const SubjectId = Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', description: 'Whom or what concepts are about, for example child.' })

/** The same schema with a description of its own. */
export const described = <Schema extends TSchema>(schema: Schema, description: string): Schema => ({ ...schema, description })

export const Day = Type.String({ format: 'date', description: 'A day, YYYY-MM-DD.' })

export const Level = Type.Enum(['province', 'city', 'district', 'street'], { description: 'Level of the authority.' })

export const LegalBasis = strict(
  {
    title: words('Title of the law or rule, without 《》.'),
    article: optional(words('Article, for example 第七条; left out when not certain.')),
    url: optional(Type.String({ pattern: '^https://', description: 'Where the text is published.' })),
  },
  'The law or rule this rests on.',
)

export const Rule = Type.String({ minLength: 1, description: 'A rule in FEEL (DMN) over concepts; `today` is the day it is applied.' })

const inForce = {
  from: optional(described(Day, 'First day in force; always when absent.')),
  until: optional(described(Day, 'Last day in force; open when absent.')),
  omit: optional(Type.Literal(true, { description: 'Only in an override: this item of the parent does not apply here.' })),
}

/** An item of a list that may be in force for some time only. */
export const item = <Properties extends Record<string, TSchema>>(properties: Properties, description: string) =>
  strict({ ...properties, ...inForce }, description)

/** A value that changes in law: one line per change, the newest line that has begun applies. */
export const dated = <Properties extends Record<string, TSchema>>(properties: Properties, description: string) =>
  Type.Array(
    strict(
      { from: described(Day, 'First day of this line.'), ...properties, source: described(LegalBasis, 'The law or rule that set it.') },
      'One dated line; a change of law is a new line.',
    ),
    { minItems: 1, description },
  )

const ChoiceEntry = strict(
  {
    value: Type.String({ pattern: '^[a-zA-Z0-9-]+$', description: 'Value stored and used in rules.' }),
    name: text('What people read.'),
  },
  'One choice.',
)

const Bound = Type.String({
  pattern: '^(\\d{4}-\\d{2}-\\d{2}|today([+-]\\d+)?)$',
  description: 'A day, or `today` with an offset in days such as today-30.',
})

export const ConstraintPart = strict(
  {
    choices: optional(Type.Array(ChoiceEntry, { minItems: 1, description: 'The values allowed.' })),
    minLength: optional(Type.Integer({ minimum: 0, description: 'Fewest characters.' })),
    maxLength: optional(Type.Integer({ minimum: 1, description: 'Most characters.' })),
    pattern: optional(Type.String({ minLength: 1, format: 'regex', description: 'Regular expression (Unicode) the whole text matches.' })),
    minimum: optional(Type.Number({ description: 'Smallest number; money in fen.' })),
    maximum: optional(Type.Number({ description: 'Largest number; money in fen.' })),
    earliest: optional(described(Bound, 'Earliest day.')),
    latest: optional(described(Bound, 'Latest day.')),
  },
  'What a value must satisfy; the constraints of all services of a matter apply together.',
)

/** At most so many of a group: more than any list of heirs or shareholders people fill in by hand. */
const mostOfGroup = 30

export const GroupPart = strict(
  {
    min: optional(Type.Integer({ minimum: 0, maximum: mostOfGroup, description: 'Fewest; 1 when absent.' })),
    max: Type.Integer({ minimum: 1, maximum: mostOfGroup, description: 'Most.' }),
    ask: text('The question for their number, for example 一共有几位继承人？'),
  },
  'There may be several of them: their concepts are asked for each, rules see them as a list.',
)

export const RepetitionPart = strict(
  {
    count: described(ConceptId, 'Concept that says how many there are; one while nobody has said.'),
    max: Type.Integer({ minimum: 2, maximum: 6, description: 'Most.' }),
    own: Type.Array(ConceptId, { minItems: 1, description: 'What each has of their own; everything else of the subject is asked once for all.' }),
  },
  'Usually one, sometimes several, such as twins. The first keeps its plain names; the second is child.2.name.',
)

export const CredentialPart = Type.Union(
  [
    described(Id, 'Type of the e-licence; the applicant\'s own.'),
    strict(
      { type: described(Id, 'Type of the e-licence.'), holder: described(ConceptId, 'Concept with the ID number of whom it must belong to.') },
      'An e-licence of somebody else in the application.',
    ),
  ],
  { description: 'The e-licence that says the same as the document.' },
)

export const CommitmentPart = Type.Union(
  [
    Type.Literal(true, { description: 'A signed statement in the usual words will do.' }),
    strict(
      {
        statement: text('What the applicant signs, in the first person.'),
        dueDays: optional(Type.Integer({ minimum: 1, maximum: 250, description: 'Working days within which the document itself must follow; it need not when absent.' })),
        check: optional(strict(
          {
            withinDays: Type.Integer({ minimum: 1, maximum: 250, description: 'Working days after the decision within which it is checked.' }),
            how: Type.Enum(['registry', 'visit', 'document'], { description: 'registry: the registries of the document are asked by themselves, a person looks where they do not confirm it; visit: on the spot; document: the applicant is asked for the document.' }),
          },
          'That it is true is checked after the decision (事后核查); not in particular when absent.',
        )),
      },
      'A signed statement of its own.',
    ),
  ],
  { description: 'Whether a signed statement of the applicant will do instead (告知承诺).' },
)

export const TolerancePart = Type.Union(
  [
    Type.Boolean({ description: 'true: within ten working days, and the decision waits for it. false: never.' }),
    strict(
      {
        dueDays: Type.Integer({ minimum: 1, maximum: 60, description: 'Working days after handing in within which the document follows.' }),
        decideFirst: optional(Type.Boolean({ description: 'Whether it may be decided before the document is there; the decision waits for it when absent.' })),
      },
      'In terms of its own.',
    ),
  ],
  { description: 'Whether the document may follow later (容缺受理): the application is accepted without it. For supplementary documents only; false when absent.' },
)

export type TextPart = Static<typeof Text>
export type LegalBasisPart = Static<typeof LegalBasis>
export type ConstraintFields = Static<typeof ConstraintPart>
