// The parts of a service's implementation list (实施清单) that pack files may state: codes, reach, procedure, counters, questions.
// Elements and their names follow GB/T 39554.2-2020, codes GB/T 39554.1-2020. What a pack leaves out, listing.ts completes.
import { Type } from 'typebox'
import { audienceKinds, type AudienceKind } from './imported-service.ts'
import { Id, Line, RegionCode, described, item, optional, record, strict, text } from './pack-file-parts.ts'

/** Region 2 (00: the national list), kind of act 2, item 5, sub-item 3; an item that has sub-items ends in 00Y. */
const basicCode = '\\d{9}(\\d{3}|00Y)'

export const onlineDepths = ['consult', 'preview', 'accept', 'full'] as const
export type OnlineDepth = (typeof onlineDepths)[number]

export const crossRegionScopes = ['district', 'city', 'province', 'nation'] as const
export type CrossRegionScope = (typeof crossRegionScopes)[number]

export const crossRegionWays = ['online', 'agency', 'joint'] as const
export type CrossRegionWay = (typeof crossRegionWays)[number]

export const deliveryWays = ['online', 'counter', 'post'] as const
export type DeliveryWay = (typeof deliveryWays)[number]

export const stepActors = ['applicant', 'authority', 'third-party'] as const
export type StepActor = (typeof stepActors)[number]

export const documentForms = ['paper', 'electronic', 'either'] as const
export type DocumentForm = (typeof documentForms)[number]

const Phone = Type.String({ pattern: '^[0-9-]{3,20}$', description: 'A number people may call.' })

const audiences = Object.keys(audienceKinds) as AudienceKind[] // keys of a constant

export const AudiencePart = Type.Array(Type.Enum(audiences, { description: '自然人, 企业法人, 事业法人, 社会组织法人, 非法人企业, 行政机关, 其他组织.' }), {
  minItems: 1, description: 'Who may apply (服务对象); whom its matters are for when absent.',
})

export const CodesPart = strict(
  {
    basic: optional(Type.String({ pattern: `^${basicCode}$`, description: 'Basic code (基本编码) of the item in the national or provincial list, 12 characters.' })),
    implementations: optional(record(
      RegionCode,
      Type.String({ pattern: `^[0-9A-Z]{18}[1-6]${basicCode}(\\d{2})?$`, description: 'Implementation code (实施编码): credit code of the authority 18, level 1, basic code 12, and 2 for how it is handled where one item is listed several times.' }),
      'Implementation code by the region of the authority.',
    )),
  },
  'Codes of the service in the published lists. Left out when not known for certain; never made up.',
)

export const OnlineDepthPart = Type.Enum([...onlineDepths], {
  description: 'How much can be done online (网办深度): consult Ⅰ级 only informed, preview Ⅱ级 examined in advance, accept Ⅲ级 accepted with visits left, full Ⅳ级 全程网办. full exactly when no visit is left online; follows from tripsOnline when absent.',
})

export const CrossRegionPart = strict(
  {
    scope: Type.Enum([...crossRegionScopes], { description: 'Within which area one may apply anywhere: the authority\'s own district, the city, the province, the country.' }),
    ways: optional(Type.Array(Type.Enum([...crossRegionWays]), { minItems: 1, description: 'online 全程网办, agency 异地代收代办, joint 多地联办.' })),
    basis: optional(text('Which list says so.')),
  },
  'Where else it can be applied for (通办范围); only where the authority is when absent.',
)

export const ProcedurePart = Type.Array(
  item(
    {
      id: Id,
      name: text('The step in a word or two.'),
      who: Type.Enum([...stepActors], { description: 'Who takes it; third-party is a hospital, an appraiser, a notary or the like.' }),
      does: text('What happens, in one sentence.'),
      days: optional(Type.Integer({ minimum: 0, description: 'Working days it takes at most.' })),
    },
    'A step.',
  ),
  { minItems: 2, description: 'The procedure (办理流程), step by step; hand in, accept, decide, deliver when absent.' },
)

export const DeliveryPart = Type.Array(Type.Enum([...deliveryWays]), {
  minItems: 1, description: 'How the result reaches the applicant (送达方式): online in the account, counter, post. online when absent.',
})

export const CountersPart = Type.Array(
  item(
    {
      id: Id,
      region: RegionCode,
      name: text('Name of the counter or hall.'),
      address: text('Where it is.'),
      hours: optional(text('When it is open.')),
      phone: optional(Phone),
    },
    'A counter.',
  ),
  { minItems: 1, description: 'Counters (办理地点) where they differ from the office of the authority. Only real ones.' },
)

export const ContactPart = strict(
  { phone: optional(Phone), url: optional(Type.String({ pattern: '^https://', description: 'Page to write to.' })) },
  'A channel.',
)

export const QuestionsPart = Type.Array(
  item({ id: Id, ask: text('The question, as people ask it.'), answer: text('The answer in plain words, one to three sentences.') }, 'A question.'),
  { minItems: 1, description: 'What people often ask (常见问题), with the answer.' },
)

export const OriginPart = Type.Union(
  [
    described(Line, 'Line of the authority that issues it.'),
    strict({ name: text('Who makes it out, for example the hospital.') }, 'Somebody who is no authority.'),
  ],
  { description: 'Who issues the document (材料来源): the service it is the result of, or the registry that keeps it, when absent; the applicant when there is neither.' },
)

export const CopiesPart = strict(
  {
    originals: Type.Integer({ minimum: 0, description: 'Originals handed in or shown.' }),
    copies: Type.Integer({ minimum: 0, description: 'Photocopies.' }),
    form: Type.Enum([...documentForms], { description: 'Paper, electronic, or either.' }),
  },
  'How many of a document at the counter (材料份数); one original in either form when absent. Online one file is enough.',
)
