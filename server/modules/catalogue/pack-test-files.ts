// What the example and test files of a pack may contain: filled-in applications, and situations with the plan expected.
// Like all pack schemas, the descriptions are the reference of the format.
import { Type, type Static } from 'typebox'
import { outcomes } from './decision-files.ts'
import { AnswerId, Day, Id, RegionCode, described, optional, record, strict, text } from './pack-file-parts.ts'

const AnswerValue = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()], { description: 'A value; days as YYYY-MM-DD, money in fen.' })
const AnswerSet = (description: string) => record(AnswerId, AnswerValue, description)

export const ExampleEntry = strict(
  {
    id: Id,
    name: text('Whose application this is, in one sentence.'),
    matter: described(Id, 'Matter applied for.'),
    region: described(RegionCode, 'Region applied in.'),
    answers: AnswerSet('Answers of invented people; a day may be relative, as today-30, so that the example stays right.'),
  },
  'A filled-in application, for demonstrations and documentation.',
)

/** Also a document of one of a group. */
const EvidenceId = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[1-9]\\d?)?$', description: 'Evidence, or evidence.number for one of a group.' })
const EvidenceNames = (description: string) => Type.Array(EvidenceId, { description })
const count = (description: string) => optional(Type.Integer({ minimum: 0, description }))
const Counts = (description: string) =>
  strict(
    {
      applications: count('Applications to make.'),
      fields: count('Fields to fill in.'),
      evidence: count('Documents to hand in.'),
      trips: count('Visits to a counter.'),
      workingDays: count('Working days until everything is done.'),
    },
    description,
  )

const ExpectedDecision = strict(
  {
    decision: Type.Enum(outcomes, { description: 'The outcome.' }),
    rows: optional(Type.Array(Id, { description: 'Exactly these rows count, or are in doubt, in this order.' })),
    open: optional(Type.Array(AnswerId, { description: 'Exactly these answers are missing, in any order.' })),
    values: optional(record(Type.String({ minLength: 1 }), AnswerValue, 'Values worked out.')),
  },
  'What a decision table says.',
)

export const PackTestEntry = strict(
  {
    name: Type.String({ minLength: 10, description: 'What is expected, as a sentence.' }),
    matter: described(Id, 'Matter planned.'),
    region: described(RegionCode, 'Region applied in.'),
    on: described(Day, 'Day of the plan.'),
    answers: optional(AnswerSet('What the applicant has answered.')),
    known: optional(record(Id, AnswerSet('Values it answers.'), 'Facts known already, by registry id; `profile` is the account of the person logged in.')),
    registries: optional(record(Id, Type.Enum(['answers', 'noRecord', 'unavailable', 'notAsked', 'declined']), 'State of registries; notAsked when absent, answers when `known` names it.')),
    declined: optional(EvidenceNames('Optional services left out.')),
    credentials: optional(EvidenceNames('Types of e-licence the applicant holds.')),
    submitted: optional(record(Id, Day, 'Documents of earlier applications: the day each was handed in, by evidence.')),
    signed: optional(Type.Array(EvidenceId, { description: 'Commitments signed, by evidence.' })),
    later: optional(Type.Array(EvidenceId, { description: 'Documents promised for later.' })),
    barred: optional(Type.Boolean({ description: 'Whether a broken promise stands in the way of commitments and of handing in later; false when absent.' })),
    uploaded: optional(Type.Array(Type.String(), { description: 'Evidence needs already uploaded, as service/need.' })),
    expect: strict(
      {
        settled: optional(Type.Boolean({ description: 'Whether no question is left.' })),
        services: optional(EvidenceNames('Exactly these services are included, in any order.')),
        excluded: optional(EvidenceNames('These services are not included.')),
        undecided: optional(EvidenceNames('Exactly these services still depend on an answer.')),
        questions: optional(Type.Array(AnswerId, { description: 'Exactly these questions are left, in this order.' })),
        asked: optional(Type.Array(AnswerId, { description: 'These concepts are asked.' })),
        notAsked: optional(Type.Array(AnswerId, { description: 'These concepts are not asked.' })),
        upload: optional(EvidenceNames('Exactly these documents must be uploaded, now or later, in any order.')),
        notUpload: optional(EvidenceNames('These documents need not be uploaded.')),
        commit: optional(EvidenceNames('Exactly these documents are replaced by a signed commitment, in any order.')),
        later: optional(EvidenceNames('Exactly these documents are promised for later, in any order.')),
        mayFollow: optional(EvidenceNames('Exactly these documents may be handed in later, in any order.')),
        reuse: optional(EvidenceNames('Exactly these documents come from an e-licence or an earlier application, in any order.')),
        consents: optional(EvidenceNames('Exactly these registries are to be asked, in any order.')),
        values: optional(AnswerSet('These concepts have these values.')),
        authorities: optional(record(Id, RegionCode, 'Region of the competent authority, by service.')),
        decisions: optional(record(Id, ExpectedDecision, 'What the decision tables of these services say when this is handed in, by service.')),
        fees: optional(record(Id, Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], { description: 'Fen; null while an answer is missing.' }), 'What these services cost, by service; a service that charges nothing is 0.')),
        before: optional(Counts('Burden of separate applications.')),
        after: optional(Counts('Burden of this plan.')),
        promisedDays: optional(Type.Integer({ description: 'Working days until everything is done, as promised.' })),
        statutoryDays: optional(Type.Integer({ description: 'Working days by law, one service after another.' })),
      },
      'What the plan must be; whatever is not stated is not compared.',
    ),
  },
  'A test of the content: a situation and what the plan must be.',
)

export type ExampleFields = Static<typeof ExampleEntry>
export type PackTestFields = Static<typeof PackTestEntry>
