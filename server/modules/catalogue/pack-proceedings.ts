// Pack files on how authorities proceed: the words of numbered documents, the working days of a region, what happens to late cases.
// Every property is described here and nowhere else.
import { Type, type Static } from 'typebox'
import { Day, Id, LegalBasis, RegionCode, described, optional, strict, text } from './pack-file-parts.ts'

const paragraphs = (description: string) => Type.Array(Type.String({ minLength: 2, maxLength: 1000 }), { minItems: 1, description })

export const NoticeEntry = strict(
  {
    id: Type.Enum(['acceptance', 'supplement', 'decline', 'extension', 'decision', 'refusal', 'hearing', 'revocation', 'correction', 'revocationNotice', 'cancellation', 'deemedExtension', 'visit', 'visitSheet', 'jointSupplement', 'receipt', 'correctionLapse'], { description: 'Which document it is.' }),
    name: text('Title of the document.'),
    mark: Type.String({ pattern: '^[\\u4e00-\\u9fff]{1,4}$', description: 'What stands between region and year in its number.' }),
    paragraphs: paragraphs('What it says, in the language of the proceedings. {name} stands for a fact: applicant, service, case, authority, region, appliedOn, issuedOn, statutoryDays, promisedDays, promisedOn, dueOn, resultName, government, and whatever the action states, such as items or reasons. A paragraph is left out when one of its facts is not known.'),
    remedies: optional(paragraphs('What the applicant may do against it, with the body to turn to and the time for it; same facts.')),
    legalBasis: Type.Array(LegalBasis, { minItems: 1, description: 'What it rests on.' }),
  },
  'How a numbered document (文书) is worded.',
)

export const WorkingDayEntry = strict(
  {
    on: Day,
    working: Type.Boolean({ description: 'Whether authorities work on this day, whatever the national calendar says.' }),
    name: text('Why.'),
    source: optional(described(LegalBasis, 'The notice or rule that set it.')),
  },
  'A day of this region that differs from the State Council\'s calendar.',
)

export const LadderEntry = strict(
  {
    id: Id,
    steps: Type.Array(
      strict(
        {
          to: Type.Enum(['unit', 'bureau', 'supervision'], { description: 'Who is told: whoever handles the case and their unit, its approvers, the supervisors of the region.' }),
          afterDays: Type.Integer({ minimum: 0, description: 'Working days after the promised day.' }),
          card: optional(Type.Enum(['yellow', 'red'], { description: 'Card the unit gets with this step.' })),
        },
        'One step.',
      ),
      { minItems: 1, description: 'Steps for a late case, in order.' },
    ),
    redAfterYellows: optional(strict(
      {
        count: Type.Integer({ minimum: 2, description: 'So many yellow cards of one unit make a red one.' }),
        withinDays: Type.Integer({ minimum: 1, description: 'Calendar days within which they count.' }),
      },
      'Repeated yellow cards.',
    )),
    requests: optional(strict(
      {
        overdue: optional(Type.Enum(['yellow', 'red'], { description: 'Card when the time for an answer is over.' })),
        tripled: optional(Type.Enum(['yellow', 'red'], { description: 'Card when three times that time is over.' })),
      },
      'Cards for late requests: by their own terms, which may be hours.',
    )),
    answerDays: Type.Integer({ minimum: 1, description: 'Working days the unit has to explain and put right.' }),
    legalBasis: Type.Array(LegalBasis, { minItems: 1, description: 'What it rests on.' }),
  },
  'What happens to late cases (督办): who is told when, and which card the unit gets.',
)

export const CrossRegionTermsEntry = strict(
  {
    id: Id,
    partners: optional(Type.Array(RegionCode, { minItems: 1, description: 'Regions outside this one whose halls take in for it (异地代收代办) and whose authorities handle their own branches here (多地联办).' })),
    handOverDays: Type.Integer({ minimum: 1, maximum: 20, description: 'Working days, by the calendar of this region, within which a hall of it hands over what it took in for another region.' }),
    receiptDays: Type.Integer({ minimum: 1, maximum: 20, description: 'Working days within which an authority of this region receipts what has been handed over to it, or returns it with reasons.' }),
    legalBasis: Type.Array(LegalBasis, { minItems: 1, description: 'What it rests on.' }),
  },
  'Handling across regions (跨域通办): with whom, and how quickly files change hands.',
)

export const DataSharingTermsEntry = strict(
  {
    id: Id,
    reviewDays: Type.Integer({ minimum: 1, maximum: 60, description: 'Working days, by the calendar of this region, within which an authority answers a request for access to its data.' }),
    disputeDays: Type.Integer({ minimum: 1, maximum: 60, description: 'Working days within which the coordinating authority settles a disagreement.' }),
    remindDays: Type.Integer({ minimum: 1, maximum: 180, description: 'Calendar days before the last day of an access on which both sides are reminded of it.' }),
    legalBasis: Type.Array(LegalBasis, { minItems: 1, description: 'What it rests on.' }),
  },
  'Sharing of data between authorities (政务数据共享): how quickly requests are answered.',
)

const Deadline = strict(
  {
    hours: optional(Type.Integer({ minimum: 1, maximum: 240, description: 'Hours, through nights and holidays; give this or days.' })),
    days: optional(Type.Integer({ minimum: 1, maximum: 120, description: 'Working days by the calendar of the region.' })),
  },
  'Within which a unit answers.',
)

export const RequestTermsEntry = strict(
  {
    id: Id,
    deadlines: strict(
      { life: Deadline, utility: Deadline, ordinary: Deadline, complex: Deadline },
      'By urgency: life and property; water, power, gas and heat; everything else; what takes several units or an investigation.',
    ),
    returnDays: Type.Integer({ minimum: 1, maximum: 10, description: 'Working days within which a unit may send back what it is not responsible for.' }),
    maxReturns: Type.Integer({ minimum: 1, maximum: 5, description: 'Times a request may be sent back; then an arbiter rules.' }),
    maxExtraDays: Type.Integer({ minimum: 0, maximum: 60, description: 'Working days a head may grant on top, once in each handling.' }),
    redoDays: Type.Integer({ minimum: 1, maximum: 90, description: 'Calendar days after the answer within which a reporter who is not satisfied has it done again by the unit above.' }),
    maxRedos: Type.Integer({ minimum: 0, maximum: 3, description: 'Times it is done again.' }),
    settleDays: Type.Integer({ minimum: 1, maximum: 90, description: 'Calendar days after the answer without a word from the reporter, after which it is closed.' }),
    hollow: Type.Array(Type.String({ minLength: 2, maxLength: 60 }), { description: 'Phrases that say nothing; an answer made of them is not released.' }),
    legalBasis: Type.Array(LegalBasis, { minItems: 1, description: 'What it rests on.' }),
  },
  'Requests (诉求): how quickly they are answered, sent back, done again and closed.',
)

export type RequestTermsFields = Static<typeof RequestTermsEntry>
export type DataSharingTermsFields = Static<typeof DataSharingTermsEntry>
export type CrossRegionTermsFields = Static<typeof CrossRegionTermsEntry>
export type NoticeFields = Static<typeof NoticeEntry>
export type WorkingDayFields = Static<typeof WorkingDayEntry>
export type LadderFields = Static<typeof LadderEntry>
