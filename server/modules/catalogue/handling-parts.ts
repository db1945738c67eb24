// How the authority handles a service once it is handed in, as pack files state it: levels of approval, other authorities' opinions,
// special procedures, pre-check, joint limits. What a pack leaves out is the ordinary way of the law; cases/approval.ts says which.
import { Type, type Static } from 'typebox'
import { asTexts } from '../../kernel/texts.ts'
import type { Handling } from './definitions.ts'
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
    joint: optional(Type.Boolean({ description: 'Whether several authorities handle it together (统一办理、联合办理、集中办理): the limit may be extended by 15 working days instead of 10 (Art. 42). false when absent.' })),
    paper: optional(Type.Boolean({ description: 'Whether the result is also a paper or a thing to hand over, due within ten working days of the decision (Art. 44). false when absent.' })),
  },
  'How the authority handles it after it is handed in (办理方式).',
)

/** The handling a service states; undefined where it states none. */
export const handlingOfFields = (fields: Static<typeof HandlingPart> | undefined): Handling | undefined =>
  fields && {
    ...(fields.precheck === undefined ? {} : { precheck: fields.precheck }),
    ...(fields.levels && { levels: fields.levels.map(({ role, name }) => ({ role, name: asTexts(name) })) }),
    ...(fields.coSigners && { coSigners: fields.coSigners.map(({ asks, ...each }) => ({ ...each, asks: asTexts(asks) })) }),
    ...(fields.procedures && { procedures: fields.procedures }),
    ...(fields.joint === undefined ? {} : { joint: fields.joint }),
    ...(fields.paper === undefined ? {} : { paper: fields.paper }),
  }
