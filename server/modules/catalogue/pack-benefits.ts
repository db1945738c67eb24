// What a pack says about benefits (惠民惠企政策): who gets what under which policy, and where each fact about people and companies comes from.
// Eligibility and amounts are FEEL over facts; a fact is a concept with a source, and a snapshot of the population has one column for each.
import { Type, type Static } from 'typebox'
import { verdicts } from '../../kernel/feel/judge.ts'
import { ConceptId, Day, Id, Level, Line, Rule, SubjectId, dated, described, item, optional, strict, text } from './pack-file-parts.ts'

export const benefitAudiences = ['person', 'company'] as const
export const benefitThemes = ['elders', 'family', 'disability', 'assistance', 'employment', 'education', 'housing', 'health', 'veterans', 'innovation', 'growth', 'hiring', 'culture'] as const
export const benefitPeriods = ['once', 'month', 'quarter', 'year'] as const
export const benefitWays = ['automatic', 'confirm', 'apply'] as const

export const FactEntry = strict(
  {
    concept: described(ConceptId, 'The concept it is a value of, or `subject.name` of a list such as household.members.'),
    registry: optional(described(Id, 'Registry of the pack that answers it.')),
    line: optional(described(Line, 'Line of the authority that keeps it, where no registry of the pack answers it: it comes with the authority\'s list.')),
    field: optional(Type.String({ minLength: 1, description: 'Field of the record; the property of the concept when absent.' })),
    of: optional(described(ConceptId, 'Fact with the number of somebody else whom the registry is asked about instead, for example person.spouseIdNumber.')),
    many: optional(described(SubjectId, 'The fact is the list of all of this subject that belong here: `m.birthDate` of a household\'s member is that person\'s `person.birthDate`.')),
    by: optional(described(ConceptId, 'Fact of the listed subject that holds the key of the one it belongs to, for example person.householdNumber.')),
    shared: optional(Type.Literal(true, { description: 'A text many have in common, such as a code of industry. Other texts tell people apart, and forecasts do not read them.' })),
  },
  'A fact policies may read, and where it comes from.',
)

const FactValue = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null(), Type.Array(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])))], { description: 'A value; null: known to be nothing; a list holds one record for each.' })

const BenefitTest = strict(
  {
    name: Type.String({ minLength: 4, description: 'A sentence: who, and what follows.' }),
    on: described(Day, 'The day of the decision.'),
    facts: Type.Record(ConceptId, FactValue, { description: 'What is known; the rest is unknown.' }),
    verdict: optional(Type.Enum(verdicts, { description: 'Whether the policy is due; absent: it is not in force on the day.' })),
    fen: optional(Type.Integer({ minimum: 0, description: 'The amount of one period in fen.' })),
    missing: optional(Type.Array(ConceptId, { description: 'Exactly the facts that would decide it.' })),
  },
  'A test of the policy.',
)

const Condition = item(
  {
    id: Id,
    name: text('The condition in one sentence, as a person would read it.'),
    rule: described(Rule, 'FEEL over facts; true when the condition holds.'),
    lack: optional(text('What somebody who does not meet it can do.')),
  },
  'A condition; all of them must hold.',
)

export const BenefitEntry = strict(
  {
    id: Id,
    name: text('Name of the policy as people know it.'),
    for: Type.Enum(benefitAudiences, { description: 'Whom it is for: person or company.' }),
    theme: Type.Enum(benefitThemes, { description: 'Under which heading it is listed.' }),
    summary: text('What one gets, in one sentence.'),
    keywords: optional(Type.Array(Type.String({ minLength: 2, maxLength: 20 }), { description: 'Everyday names it is found by in the search.' })),
    explains: text('Who gets it, why and how, in plain words.'),
    source: strict(
      { title: Type.String({ minLength: 1, description: 'Title of the law or notice, without 《》.' }), article: optional(Type.String({ minLength: 1, description: 'Article; left out when not certain.' })), date: optional(described(Day, 'Day of the text, where certain.')), url: optional(Type.String({ pattern: '^https://', description: 'Where it is published.' })),
        unchecked: optional(Type.Literal(true, { description: 'Title, article or date have not been compared with the published text yet; the page of the policy says so.' })) },
      'The law or notice the policy rests on.',
    ),
    from: optional(described(Day, 'First day in force; always when absent.')),
    until: optional(described(Day, 'Last day in force; open when absent.')),
    conditions: Type.Array(Condition, { minItems: 1, description: 'Eligibility.' }),
    amount: dated(
      {
        rule: described(Rule, 'FEEL: the amount of one period in whole fen.'),
        example: optional(Type.Boolean({ description: 'The figure is an example, to be replaced by the one the paying authority publishes; false when absent.' })),
      },
      'What is paid for one period.',
    ),
    period: Type.Enum(benefitPeriods, { description: 'What the amount covers; once: paid a single time.' }),
    cap: optional(Type.Integer({ minimum: 1, description: 'Most that one person or company gets in a calendar year, in fen.' })),
    budget: optional(strict({ year: Type.Integer({ minimum: 2000, maximum: 2100, description: 'Calendar year.' }), fen: Type.Integer({ minimum: 1, description: 'Amount in fen.' }) }, 'The most that may be paid in a year; no limit when absent.')),
    excludes: optional(Type.Array(Id, { description: 'Policies that are not paid for the same time to whoever gets this one: this one goes first.' })),
    requires: optional(Type.Array(Id, { description: 'Policies one must be entitled to for this one.' })),
    payer: strict({ line: described(Line, 'Line of the authority.'), level: described(Level, 'Its level.') }, 'Who decides and pays.'),
    objectionDays: Type.Integer({ minimum: 0, maximum: 60, description: 'Calendar days for which the list is published before it is paid; 0: not published.' }),
    appealDays: optional(Type.Integer({ minimum: 7, maximum: 180, description: 'Calendar days in which somebody may appeal when it was refused, ended, or declined by mistake; 60 when absent, as for reconsideration (行政复议法第二十条).' })),
    way: Type.Enum(benefitWays, { description: 'automatic: paid without a word from the person; confirm: told, and paid when confirmed; apply: told, and applied for in one step.' }),
    matter: optional(described(Id, 'Matter in which it is applied for, where there is one.')),
    tests: Type.Array(BenefitTest, { minItems: 2, description: 'Situations and what follows from them.' }),
  },
  'A policy that gives something (惠民惠企政策).',
)

export type FactFields = Static<typeof FactEntry>
export type BenefitFields = Static<typeof BenefitEntry>
export type BenefitTestFields = Static<typeof BenefitTest>

