// What a decision table in a pack may contain (decisions/<service>.yaml): how a service is decided the moment it is handed in.
// DMN 1.3 in the words of officials; server/modules/rules turns it into DMN XML and back.
import { Type, type Static } from 'typebox'
import { aggregations, hitPolicies } from '../../kernel/dmn/hit-policy.ts'
import { described, Id, item, LegalBasis, optional, record, Rule, strict, text } from './pack-file-parts.ts'

const ColumnId = Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', description: 'One word, for example age.' })
const Cell = Type.String({ minLength: 1, description: 'FEEL unary tests on the value of the input: >= 60, "a", "b", not("c"), [1..5], or - for anything.' })

const InputPart = item(
  {
    id: ColumnId,
    name: text('What is looked at, as the head of the column.'),
    rule: described(Rule, 'FEEL over the concepts of the service, and today.'),
  },
  'An input of the table.',
)

const ValuePart = item(
  { id: ColumnId, name: text('What the value is, for example an amount.') },
  'A value the decision works out beside the outcome.',
)

export const outcomes = ['approve', 'refuse', 'tentative', 'person'] as const

const RowPart = item(
  {
    id: described(Id, 'Id of the row; history keeps it, so it never changes its meaning.'),
    when: record(ColumnId, Cell, 'A condition for each input; an input left out may be anything.'),
    decision: Type.Enum(outcomes, { description: 'approve: accepted and granted at once. refuse: refused at once, only with noDiscretion; otherwise a person decides and sees the proposal. tentative: granted at once and checked afterwards. person: left to an official.' }),
    reason: text('Why, in one sentence the applicant reads.'),
    law: described(LegalBasis, 'What the row rests on.'),
    noDiscretion: optional(Type.Boolean({ description: 'The law of this row leaves no discretion (羁束行为), so that a refusal needs no weighing.' })),
    checkDays: optional(Type.Integer({ minimum: 1, maximum: 60, description: 'tentative: working days within which an official confirms it or takes it back.' })),
    values: optional(record(ColumnId, Rule, 'FEEL for the values worked out.')),
  },
  'A row: when all its conditions hold, this is the decision.',
)

export const DecisionFile = strict(
  {
    id: described(Id, 'Id of the service it decides; the name of its file.'),
    name: text('Name of the table.'),
    hitPolicy: Type.Enum(hitPolicies, { description: 'Which rows count when several hold, as in DMN: UNIQUE never several, ANY only if they say the same, FIRST the uppermost, PRIORITY the most cautious; COLLECT, RULE ORDER and OUTPUT ORDER all of them, and the most cautious outcome decides.' }),
    aggregation: optional(Type.Enum(aggregations, { description: 'COLLECT only: how the values of several rows become one.' })),
    legalBasis: Type.Array(LegalBasis, { minItems: 1, description: 'What deciding by this table rests on.' }),
    inputs: Type.Array(InputPart, { minItems: 1, description: 'What is looked at, column by column.' }),
    values: optional(Type.Array(ValuePart, { description: 'What is worked out beside the outcome.' })),
    rows: Type.Array(RowPart, { minItems: 1, description: 'The rows, in order.' }),
  },
  'A decision table (秒批决策表). What no row answers, and what an answer is missing for, goes to a person.',
)

export type DecisionFields = Static<typeof DecisionFile>
