// What a pack says about hard cases (疑难事项): who coordinates them, how many days each step has, how they are sorted,
// and conclusions reached earlier that others may find an answer in.
import { Type, type Static } from 'typebox'
import { Id, LegalBasis, Line, described, item, optional, strict, text } from './pack-file-parts.ts'

const days = (description: string) => Type.Integer({ minimum: 1, maximum: 250, description: `${description} Working days.` })

export const HardCaseWindowFile = strict(
  {
    id: described(Id, 'Id of the window; the name of the file.'),
    coordinators: strict(
      {
        line: described(Line, 'Line of the authority that coordinates.'),
        roles: Type.Array(Type.Enum(['clerk', 'approver']), { minItems: 1, description: 'Roles of that authority that may coordinate.' }),
      },
      'Who sorts hard cases, invites authorities and concludes. In each region the officials posted there.',
    ),
    sortDays: days('Until the applicant hears whether it is a hard case, an ordinary service, or belongs elsewhere.'),
    answerDays: days('From hand-in to the conclusion.'),
    opinionDays: days('Proposed for an authority\'s written opinion; the coordinator may set another day.'),
    categories: Type.Array(item({ id: Id, name: text('Name of the category.') }, 'A category.'), { minItems: 1, description: 'What hard cases are sorted by.' }),
    conclusions: optional(
      Type.Array(
        item(
          {
            id: Id,
            category: described(Id, 'Id of a category.'),
            ask: text('The difficulty, as somebody would say it.'),
            answer: text('How it was solved and what to do, in plain words.'),
            services: optional(Type.Array(Id, { description: 'Services it helps with; shown on their pages.' })),
            legalBasis: optional(LegalBasis),
          },
          'A conclusion reached earlier.',
        ),
        { description: 'Earlier conclusions everybody may find.' },
      ),
    ),
  },
  'The window for hard cases (疑难事项): what fits no service is taken in here.',
)

export type HardCaseWindowFields = Static<typeof HardCaseWindowFile>
