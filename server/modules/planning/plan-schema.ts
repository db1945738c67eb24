// The plan as the API sends it: every property described, so OpenAPI explains a plan without the source.
// The last lines hold schema and type together; a difference does not compile.
import { Type, type Static, type TProperties } from 'typebox'
import { legalBasisSchema, textsSchema } from '../catalogue/index.ts'
import type { Answer, Plan } from './plan.ts'

const closed = <P extends TProperties>(properties: P, description: string) => Type.Object(properties, { description, additionalProperties: false })
const text = (description: string) => Type.String({ description })
const count = (description: string) => Type.Integer({ minimum: 0, description })
const ids = (description: string) => Type.Array(Type.String(), { description })
const day = (description: string) => Type.String({ format: 'date', description })

/** One answer. Named in the schema by its JSON types, which serialises faster than a union and means the same. */
export const valueSchema = Type.Unsafe<Answer>({ type: ['string', 'number', 'boolean', 'null'], description: 'A value: dates as YYYY-MM-DD, money in fen; null is nothing.' })

const choiceSchema = closed({ value: text('Stored value.'), name: textsSchema }, 'One choice.')

export const constraintSchema = closed(
  {
    choices: Type.Optional(Type.Array(choiceSchema, { description: 'Only these values.' })),
    minLength: Type.Optional(Type.Integer({ description: 'Fewest characters.' })),
    maxLength: Type.Optional(Type.Integer({ description: 'Most characters.' })),
    pattern: Type.Optional(text('Regular expression the whole value matches.')),
    minimum: Type.Optional(Type.Number({ description: 'Smallest number.' })),
    maximum: Type.Optional(Type.Number({ description: 'Largest number.' })),
    earliest: Type.Optional(text('Earliest day: YYYY-MM-DD, or today with an offset in days such as today-30.')),
    latest: Type.Optional(text('Latest day, written alike.')),
  },
  'What a value must satisfy, the conditions of all services combined.',
)

export const registryStateSchema = Type.Union(
  [Type.Literal('answers'), Type.Literal('noRecord'), Type.Literal('unavailable'), Type.Literal('notAsked'), Type.Literal('declined')],
  { description: 'State of a registry: it answers, has no record, is down, is still to be asked, or the person declined.' },
)

const askedBecauseSchema = Type.Union(
  [Type.Literal('registryUnavailable'), Type.Literal('noRecord'), Type.Literal('declined'), Type.Literal('disputed')],
  { description: 'Why the person is asked for what a registry should have answered.' },
)

const conceptSourceSchema = Type.Union(
  [
    closed({ kind: Type.Literal('ask') }, 'The person is asked.'),
    closed({ kind: Type.Literal('scenario') }, 'Answered with a scenario question.'),
    closed({ kind: Type.Literal('registry'), registry: text('Registry id.'), state: registryStateSchema }, 'A registry answers.'),
    closed({ kind: Type.Literal('derived'), from: ids('Concepts it follows from.') }, 'Computed from other concepts.'),
    closed({ kind: Type.Literal('profile') }, 'Known from the account.'),
    closed({ kind: Type.Literal('result'), service: text('Service id.') }, 'Comes with the result of another service of the plan.'),
    closed({ kind: Type.Literal('credential'), type: text('Type of the e-licence.'), credential: text('Its id.') }, 'An e-licence of the applicant says so; may be changed.'),
    closed({ kind: Type.Literal('earlier'), application: text('Number of that application.'), on: text('When it was answered.') }, 'Answered in an earlier application; may be changed.'),
    closed({ kind: Type.Literal('default') }, 'What is usual, taken when nothing else is said; may be changed.'),
  ],
  { description: 'Where a value comes from.' },
)

const tolerance = {
  dueDays: count('Working days after handing in within which it follows.'),
  decideFirst: Type.Optional(Type.Boolean({ description: 'The decision need not wait for it.' })),
}

const evidenceSourceSchema = Type.Union(
  [
    closed({ kind: Type.Literal('registry'), registry: text('Registry id.') }, 'A registry makes the document unnecessary.'),
    closed({ kind: Type.Literal('credential'), type: text('Type of the e-licence.'), credential: text('Its id.') }, 'An e-licence says the same.'),
    closed({ kind: Type.Literal('result'), service: text('Service id.') }, 'It is the result of another service of the plan.'),
    closed({ kind: Type.Literal('submitted'), upload: text('Id of the upload.'), application: text('Number of that application.'), on: day('Day it was handed in.') }, 'Handed in with an earlier application and still good.'),
    closed({ kind: Type.Literal('commitment'), dueDays: Type.Optional(count('Working days within which the document itself follows; it need not when absent.')) }, 'The person signs a commitment instead.'),
    closed({ kind: Type.Literal('later'), ...tolerance }, 'The person has promised to hand it in later.'),
    closed({ kind: Type.Literal('upload') }, 'The person uploads it.'),
  ],
  { description: 'Where a document comes from.' },
)

const sharedSchema = closed({ kind: Type.Literal('shared') }, 'Asked once instead of several times.')

const questionSchema = closed(
  { concept: text('Concept the answer is stored in.'), ask: textsSchema, help: Type.Optional(textsSchema), choices: Type.Array(choiceSchema, { description: 'Answers to choose from; none for yes and no.' }) },
  'A question that decides which services apply.',
)

const serviceSchema = closed(
  {
    service: text('Service id.'),
    line: text('Line of its authority.'),
    authorityRegion: text('Region of the competent authority.'),
    state: Type.Union([Type.Literal('included'), Type.Literal('excluded'), Type.Literal('undecided'), Type.Literal('declined')], { description: 'undecided: an answer is still missing; declined: left out by the applicant.' }),
    optional: Type.Boolean({ description: 'Whether the applicant may leave it out.' }),
    because: Type.Optional(textsSchema),
    dependsOnAnswers: ids('Scenario concepts that would change its state.'),
    changedBy: Type.Array(closed({ concept: text('Concept of the question.'), answers: Type.Array(valueSchema, { description: 'Other answers, each of which would change it.' }) }, 'A question and the answers that would change the state.'), { description: 'Answers that would change its state by themselves.' }),
    leftOutWith: ids('Services the applicant left out and whose result it would wait for.'),
    dependsOn: ids('Services of the plan whose results it waits for.'),
    start: count('Working day after submission on which work starts.'),
    end: count('Working day on which it is promised to be done.'),
    statutoryEnd: count('Working day on which the law requires it to be done.'),
    critical: Type.Boolean({ description: 'Whether a delay here delays the whole.' }),
  },
  'One service of the matter and what became of it.',
)

const conceptSchema = closed(
  {
    concept: text('Concept id.'),
    required: Type.Boolean({ description: 'Whether it must have a value.' }),
    constraint: constraintSchema,
    neededBy: ids('Services that need it.'),
    source: conceptSourceSchema,
    value: Type.Optional(valueSchema),
    locked: Type.Boolean({ description: 'Known from elsewhere; can be disputed, not edited.' }),
    askedBecause: Type.Optional(askedBecauseSchema),
    topic: text('Topic it is asked under.'),
  },
  'One data element of the plan, asked at most once.',
)

const evidenceSchema = closed(
  {
    needs: ids('Needs it satisfies, as service/need.'),
    evidence: text('Evidence id.'),
    alternatives: ids('Other documents that would do.'),
    neededBy: ids('Services that need it.'),
    source: evidenceSourceSchema,
    askedBecause: Type.Optional(Type.Union([...askedBecauseSchema.anyOf, Type.Literal('breach')], { description: 'Why the document itself is asked for; breach: a broken promise stands, so no other is taken.' })),
    mayFollow: Type.Optional(closed(tolerance, 'It may be handed in later, on these terms.')),
    uploaded: Type.Boolean({ description: 'Whether what the person has to do for it is done: uploaded, signed, or promised.' }),
  },
  'One document of the plan.',
)

const consentSchema = closed(
  {
    registry: text('Registry id.'),
    consent: Type.Boolean({ description: 'true: asked only if the person agrees; false: asked by law, the person is told.' }),
    concepts: ids('The least it has to be asked for.'),
    legalBasis: legalBasisSchema,
    neededBy: ids('Services that need them.'),
  },
  'A registry the plan looks things up in, or would if it answered.',
)

export const burdenSchema = closed(
  {
    applications: count('Separate applications.'),
    fields: count('Fields to fill in.'),
    evidence: count('Documents to hand in.'),
    trips: count('Visits to a counter.'),
    workingDays: count('Working days until everything is done.'),
  },
  'What one way of applying costs a person.',
)

const savingSchema = closed(
  {
    kind: Type.Union([Type.Literal('field'), Type.Literal('evidence')], { description: 'Data element or document.' }),
    id: text('Concept or evidence id.'),
    name: textsSchema,
    before: count('How often separate applications would have asked for it.'),
    source: Type.Union([...conceptSourceSchema.anyOf, ...evidenceSourceSchema.anyOf, sharedSchema], { description: 'Why it need not be asked (again).' }),
    neededBy: ids('Services that receive it all the same.'),
    legalBasis: Type.Optional(legalBasisSchema),
  },
  'One thing not asked, and why.',
)

const feeLineSchema = closed(
  {
    item: text('Id of the item.'), name: textsSchema, unitFen: count('Amount of one unit in fen.'),
    quantity: Type.Union([Type.Number(), Type.Null()], { description: 'How many units; null: not known yet.' }),
    fen: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], { description: 'What is to be paid for it, in fen; null: not known yet.' }),
    reduction: Type.Union([closed({ name: textsSchema, pays: Type.Integer({ description: 'Per cent still to be paid.' }), legalBasis: legalBasisSchema }, 'The reduction that counts.'), Type.Null()]),
    legalBasis: legalBasisSchema,
  },
  'One item of a fee.',
)

export const plannedFeeSchema = closed(
  {
    service: text('Service id.'), due: Type.Union([Type.Literal('handling'), Type.Literal('result')], { description: 'Before it is decided, or before the result is handed out.' }),
    bearer: Type.Optional(textsSchema), lines: Type.Array(feeLineSchema), fen: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], { description: 'Sum in fen; null: not known yet.' }),
    dependsOn: ids('Concepts whose answers can still change it.'),
  },
  'What one service costs; `bearer`: who bears it, where that is not the applicant.',
)

export const planSchema = closed(
  {
    matter: text('Matter id.'),
    version: text('Version of the matter; changes with its content.'),
    region: text('Region planned for, GB/T 2260.'),
    on: day('Day the plan is made for.'),
    settled: Type.Boolean({ description: 'No question is left and no service undecided.' }),
    questions: Type.Array(questionSchema, { description: 'Questions to put now, the most useful first.' }),
    services: Type.Array(serviceSchema, { description: 'Every service of the matter, also those that do not apply.' }),
    concepts: Type.Array(conceptSchema, { description: 'Every data element the included services need.' }),
    evidence: Type.Array(evidenceSchema, { description: 'Every document the included services need.' }),
    uploadsAtLeast: Type.Optional(count('Only when the fewest uploads could not be proven in time: no plan needs fewer.')),
    consents: Type.Array(consentSchema, { description: 'Registries to be asked, and which of them only with consent.' }),
    promisedDays: count('Working days until everything is done, as promised.'),
    statutoryDays: count('Working days by law, one service after another.'),
    before: burdenSchema,
    after: burdenSchema,
    savings: Type.Array(savingSchema, { description: 'Each thing not asked and why.' }),
    fees: Type.Optional(Type.Array(plannedFeeSchema, { description: 'Fees of the included services; absent where none is charged.' })),
    views: Type.Record(Type.String(), Type.Array(Type.String()), { description: 'By service: exactly the concepts its authority receives.' }),
  },
  'What a matter takes for these people: services, questions, documents, consents, time and what is saved.',
)

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
const schemaIsPlan: Same<Static<typeof planSchema>, Plan> = true
void schemaIsPlan
