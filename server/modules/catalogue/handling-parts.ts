// How the authority handles a service once it is handed in, as pack files state it: levels of approval, other authorities' opinions,
// special procedures, pre-check, joint limits. What a pack leaves out is the ordinary way of the law; cases/approval.ts says which.
import { Type, type Static } from 'typebox'
import { asTexts } from '../../kernel/texts.ts'
import type { Handling, Rule, VisitPart } from './definitions.ts'
import { LegalBasis, Level, Line, described, optional, strict, text } from './pack-file-parts.ts'

export const handlingLevelRoles = ['clerk', 'approver', 'head'] as const
export const handlingProcedures = ['hearing', 'inspection', 'testing', 'quarantine', 'appraisal', 'review'] as const

export const HandlingPart = strict(
  {
    precheck: optional(Type.Boolean({ description: 'Whether the documents are looked through (预审) before the application is formally accepted; false when absent.' })),
    levels: optional(Type.Array(
      strict({ role: Type.Enum([...handlingLevelRoles], { description: 'Role of the posting that acts at this level: clerk 经办, approver 审批, head 负责人.' }), name: text('What happens at this level, for example 审查, 审核, 批准.') }, 'One level of approval.'),
      { minItems: 1, maxItems: 9, description: 'Levels of approval after acceptance, in order; the last one decides and is an approver or the head. One level of an approver when absent.' },
    )),
    coSigners: optional(Type.Array(
      strict(
        {
          line: described(Line, 'Line of the authority that is asked.'),
          level: optional(described(Level, 'Level of that authority; that of the service when absent.')),
          days: Type.Integer({ minimum: 1, maximum: 60, description: 'Working days it has to answer; silence is recorded as such.' }),
          asks: text('What it is asked.'),
          concepts: optional(Type.Array(Type.String({ minLength: 3 }), { uniqueItems: true, description: 'Concepts of the service it sees for its opinion; none when absent.' })),
          evidence: optional(Type.Array(Type.String({ minLength: 1 }), { uniqueItems: true, description: 'Documents of the service it sees for its opinion, by evidence type; none when absent.' })),
          legalBasis: LegalBasis,
        },
        'Another authority whose opinion is needed (会签、征求意见).',
      ),
      { minItems: 1, description: 'Authorities whose opinions are asked as soon as the application is accepted.' },
    )),
    procedures: optional(Type.Array(
      strict({ kind: Type.Enum([...handlingProcedures], { description: 'hearing 听证, inspection 检验, testing 检测, quarantine 检疫, appraisal 鉴定, review 专家评审.' }), legalBasis: LegalBasis }, 'A special procedure.'),
      { minItems: 1, description: 'Special procedures the service may need, whose time is not counted (Administrative Licensing Law Art. 45). A permit may always be heard (Art. 46); others have none when absent.' },
    )),
    visit: optional(strict(
      {
        when: optional(Type.String({ minLength: 1, description: 'FEEL condition under which the place is looked at before the decision; always when absent.' })),
        place: Type.String({ minLength: 3, description: 'Concept that holds the address; one of the service.' }),
        legalBasis: LegalBasis,
        items: Type.Array(
          strict(
            {
              id: Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: 40, description: 'Id within the service.' }),
              text: text('What is looked at, as a statement that is true when all is well.'),
              needs: optional(Type.Array(Type.Enum(['photo', 'measure'], { description: 'photo 照片, measure 实测值.' }), { minItems: 1, uniqueItems: true, description: 'What the official has to give with the finding; nothing when absent.' })),
              unit: optional(text('Unit of the measure.')),
              legalBasis: LegalBasis,
            },
            'One point of the opinion sheet.',
          ),
          { minItems: 1, maxItems: 40, description: 'What this authority looks at on the spot, in order.' },
        ),
      },
      'Officials look at the place before the decision (现场踏勘); authorities of one application come together. Needs the procedure inspection.',
    )),
    joint: optional(Type.Boolean({ description: 'Whether several authorities handle it together (统一办理、联合办理、集中办理): the limit may be extended by 15 working days instead of 10 (Art. 42). false when absent.' })),
    paper: optional(Type.Boolean({ description: 'Whether the result is also a paper or a thing to hand over, due within ten working days of the decision (Art. 44). false when absent.' })),
    correction: optional(strict(
      { days: Type.Integer({ minimum: 5, maximum: 120, description: 'Working days the applicant has to answer a correction; unanswered by then, the application counts as given up.' }), legalBasis: LegalBasis },
      'How long the applicant has to put right what was told once (补正期限); thirty working days when absent.',
    )),
  },
  'How the authority handles it after it is handed in (办理方式).',
)

const visitOf = ({ when, place, legalBasis, items }: NonNullable<Static<typeof HandlingPart>['visit']>, read: (when: string) => Rule): VisitPart => ({
  ...(when === undefined ? {} : { when: read(when) }), place, legalBasis,
  items: items.map(({ id, text: words, needs = [], unit, legalBasis: basis }) => ({ id, text: asTexts(words), needs, ...(unit === undefined ? {} : { unit: asTexts(unit) }), legalBasis: basis })),
})

/** The handling a service states; undefined where it states none. @param read reads the condition of the visit */
export const handlingOfFields = (fields: Static<typeof HandlingPart> | undefined, read: (when: string) => Rule): Handling | undefined =>
  fields && {
    ...(fields.precheck === undefined ? {} : { precheck: fields.precheck }),
    ...(fields.levels && { levels: fields.levels.map(({ role, name }) => ({ role, name: asTexts(name) })) }),
    ...(fields.coSigners && { coSigners: fields.coSigners.map(({ asks, ...each }) => ({ ...each, asks: asTexts(asks) })) }),
    ...(fields.procedures && { procedures: fields.procedures }),
    ...(fields.visit && { visit: visitOf(fields.visit, read) }),
    ...(fields.joint === undefined ? {} : { joint: fields.joint }),
    ...(fields.paper === undefined ? {} : { paper: fields.paper }),
    ...(fields.correction && { correction: fields.correction }),
  }
