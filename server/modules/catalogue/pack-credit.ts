// What a pack says about credit (信用): the grades, what each allows, and the terms of paying for care afterwards.
import { Type, type Static } from 'typebox'
import { Id, LegalBasis, Line, optional, described, item, strict, text } from './pack-file-parts.ts'

const bound = (description: string) => optional(Type.Integer({ minimum: 0, maximum: 1000, description }))
const workingDays = (description: string, minimum = 1) => Type.Integer({ minimum, maximum: 120, description: `${description} Working days.` })

const Grade = item(
  {
    id: Id,
    name: text('Name of the grade.'),
    means: text('What it means, in plain words.'),
    atMost: optional(strict({ broken: bound('Broken promises on record that count today.'), late: bound('Bills on account that are late today.') }, 'Whoever has no more than this. The last grade has no bounds: it is everybody else\'s.')),
    promises: Type.Boolean({ description: 'Whether a promise is taken instead of a document (告知承诺、容缺受理).' }),
    payLater: Type.Integer({ minimum: 0, description: 'Up to how much care may be on account at one time, in fen; 0: none, as for companies.' }),
  },
  'A grade.',
)

export const CreditTermsEntry = strict(
  {
    id: Id,
    grades: Type.Array(Grade, { minItems: 2, description: 'Of people, from the best down; the first that fits holds.' }),
    companyGrades: optional(Type.Array(Grade, { minItems: 2, description: 'Of companies, by the promises they have broken; companies have no grade when absent.' })),
    hospitalLine: described(Line, 'Line of the authorities whose registered systems may enter bills.'),
    objectionLine: described(Line, 'Line of the authority that answers objections to bills.'),
    billDays: workingDays('Until a bill on account is to be settled, from the day it is entered.'),
    remindDays: workingDays('Before that day, the person is reminded.', 0),
    graceDays: workingDays('After that day, until the bill goes on record.', 0),
    legalBasis: Type.Array(LegalBasis, { minItems: 1, description: 'What it rests on.' }),
    exampleValues: optional(described(Type.Boolean(), 'Set when amounts and days are examples to be replaced by those of the place.')),
  },
  'Credit of residents and companies (信用+): nothing but what is on record counts, and each grade says what would raise it.',
)

export type CreditTermsFields = Static<typeof CreditTermsEntry>
