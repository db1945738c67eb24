// What each kind of pack file may contain. The loader checks against these schemas, editors read them from packs/schema.
// Every property is described here and nowhere else.
import { Type, type Static } from 'typebox'
import { FeePart, PricedPart } from './fee-parts.ts'
import { AmendsPart, ValidForPart } from './amendment-parts.ts'
import { assuranceLevels, idKinds } from '../../kernel/identity-documents.ts'
import { HandlingPart } from './handling-parts.ts'
import {
  CommitmentPart, ConceptId, ConstraintPart, CredentialPart, Day, GroupPart, Id, LegalBasis, Level, Line, RegionCode, RepetitionPart, Rule, SubjectId, TolerancePart, dated, described, item, optional, record, strict, text,
} from './pack-file-parts.ts'
import {
  AudiencePart, CodesPart, ContactPart, CopiesPart, CountersPart, CrossRegionPart, DeliveryPart, OnlineDepthPart, OriginPart, ProcedurePart, QuestionsPart,
} from './listing-parts.ts'

export const PackManifest = strict(
  {
    id: described(Id, 'Id of the pack; the name of its folder.'),
    name: text('Name of the pack.'),
    region: described(RegionCode, 'Region the content is for, with everything below it.'),
    extends: optional(described(Id, 'Pack whose content this one inherits, adds to and overrides.')),
  },
  'A pack: the content of one region.',
)

export const RegionEntry = strict(
  {
    code: RegionCode,
    name: text('Official name.'),
    notIn: optional(Type.Array(Type.String({ minLength: 2, maxLength: 20 }), { minItems: 1, description: 'Longer Chinese words that hold its short name and name something else: 中山图书馆 is not in 中山市.' })),
  },
  'A region. Its level and the region above it follow from the code.',
)

export const AuthorityEntry = strict(
  {
    line: Line,
    regions: Type.Array(RegionCode, { minItems: 1, description: 'One authority for each of these regions.' }),
    name: text('Full name. {region} stands for the region\'s name, {place} for it without 市, 区 or the like.'),
    shortName: text('Name used on buttons and in lists; same placeholders.'),
    phone: optional(Type.String({ pattern: '^[0-9-]{3,20}$', description: 'Enquiry number people may call.' })),
    address: optional(text('Address of the office; same placeholders.')),
  },
  'The authority of one line in each of the regions.',
)

export const ConceptEntry = strict(
  {
    id: ConceptId,
    name: text('Name of the data element, as the question\'s label.'),
    type: Type.Enum(
      ['text', 'longText', 'integer', 'decimal', 'money', 'boolean', 'date', 'time', 'dateTime', 'choice', 'idNumber', 'uscc', 'phone', 'address', 'region', 'bankAccount'],
      { description: 'Type of the value. idNumber is GB 11643, uscc GB 32100; money is in fen; region is a region code.' },
    ),
    constraint: optional(ConstraintPart),
    hint: optional(text('Help shown under the label.')),
    example: optional(Type.String({ minLength: 1, description: 'An example value, of an invented person.' })),
    derived: optional(described(Rule, 'FEEL: computed from other concepts and never asked.')),
    default: optional(described(Rule, 'FEEL: taken when nobody says otherwise. Not asked, but shown, and the applicant may change it. A fixed text stands in double quotes.')),
    validDays: optional(Type.Integer({ minimum: 1, description: 'Days for which the answer is offered again in later applications of the same person; not at all when absent. For what describes the applicant, not the matter.' })),
    sensitive: optional(Type.Boolean({ description: 'Shown masked to everybody who does not need it in full.' })),
  },
  'A data element (数据元).',
)

const SeveralPart = strict(
  {
    field: Type.String({ minLength: 1, description: 'Field of the reply that lists all records, each with the other fields.' }),
    by: described(ConceptId, 'Concept it answers by which one record is told from another.'),
    shows: Type.Array(ConceptId, { minItems: 1, description: 'Concepts it answers by which a person recognises a record.' }),
    together: optional(Type.Array(ConceptId, { minItems: 1, description: 'Where a matter is about several (`repeats`): records that agree in all of these belong together, such as the births of twins, and are taken over together.' })),
  },
  'One key may find several records, such as the births of a mother; the person then says which one is meant.',
)

const ProvenPowerPart = strict(
  {
    power: Type.Enum(['guardian', 'company'], { description: 'guardian: acts for a ward; company: represents a company and may name staff who act for it.' }),
    key: Type.String({ minLength: 1, description: 'What the registry is asked by: the ID number of the ward, or the credit code of the company.' }),
    name: Type.String({ minLength: 1, description: 'Field of the record with the name of whom it is about.' }),
    holders: Type.Array(Type.String({ minLength: 1 }), { minItems: 1, description: 'Fields of the record with the ID numbers of those who have the power.' }),
    when: optional(Type.Record(Type.String({ minLength: 1 }), Type.Array(Type.String(), { minItems: 1 }), { description: 'Only where each of these fields has one of these values.' })),
    endsAtAge: optional(Type.Integer({ minimum: 1, maximum: 120, description: 'The power ends on the birthday on which the ward is so many years old.' })),
    legalBasis: LegalBasis,
  },
  'A power to act for others that a record proves (法定代理).',
)

const SharingPart = strict(
  {
    type: Type.Enum(['unconditional', 'conditional', 'none'], { description: 'Whether other authorities get it without (无条件共享), on conditions (有条件共享), or not at all (不予共享).' }),
    reason: optional(text('The conditions, or why it is not shared.')),
    about: optional(text('What the resource holds, in a sentence.')),
    rhythm: optional(Type.Enum(['realTime', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'irregular'], { description: 'How often its authority brings it up to date; realTime when absent.' })),
    grading: optional(Type.Enum(['general', 'important', 'core'], { description: 'Grade of the data (Data Security Law Art. 21); general when absent.' })),
  },
  'How its authority shares it with others.',
)

export const RegistryEntry = strict(
  {
    id: Id,
    name: text('Name of the registry.'),
    line: described(Line, 'Line of the authority that keeps it.'),
    keys: record(SubjectId, ConceptId, 'For each subject it knows about, the concept whose value finds the record.'),
    answers: record(ConceptId, Type.String({ minLength: 1 }), 'For each concept it answers, the field of its record.'),
    until: optional(record(ConceptId, Type.String({ minLength: 1 }), 'For an answer that ends, such as the number of a licence, the field with its last day. Afterwards it is not believed, and proves nothing; nor is one whose last day cannot be read as YYYY-MM-DD.')),
    endless: optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1, uniqueItems: true, description: 'What its records say instead of a last day where there is none, such as 长期. Null and an empty text mean the same; a field that is missing does not.' })),
    replaces: optional(Type.Array(Id, { description: 'Evidence that is unnecessary when it answers.' })),
    consent: optional(Type.Boolean({ description: 'Whether the person must agree first; true when absent.' })),
    batchBasis: optional(described(LegalBasis, 'Law by which authorities may take many records at once although each person must agree to be looked up. Absent: a registry that needs consent gives one record at a time.')),
    public: optional(Type.Boolean({ description: 'Published by law: anybody may look up anything in it. Otherwise only records that are the applicant\'s own or name the applicant are shown; false when absent.' })),
    freshDays: optional(Type.Integer({ minimum: 0, description: 'Days for which an answer may be relied on; an older one is looked up again before an application is handed in. 1 when absent.' })),
    cacheSeconds: optional(Type.Integer({ minimum: 1, maximum: 3600, description: 'Seconds for which the exchange may give an answer again, for the same purpose and consent, without asking the registry; each time is logged. Never when absent.' })),
    several: optional(SeveralPart),
    proves: optional(Type.Array(ProvenPowerPart, { minItems: 1, description: 'Powers to act for others that its records prove.' })),
    sharing: optional(SharingPart),
    legalBasis: LegalBasis,
  },
  'A registry that answers instead of the applicant.',
)

export const EvidenceEntry = strict(
  {
    id: Id,
    name: text('Name of the document.'),
    resultOf: optional(described(Id, 'Service whose result this document is.')),
    registries: optional(Type.Array(Id, { description: 'Registries that answer instead, cheapest first.' })),
    proves: optional(Type.Array(ConceptId, { description: 'Concepts that must be answered by those registries for the document to be unnecessary.' })),
    credential: optional(CredentialPart),
    validDays: optional(Type.Integer({ minimum: 1, description: 'Days for which the same document of an earlier application of the person will do; none when absent.' })),
    commitment: optional(CommitmentPart),
    each: optional(described(SubjectId, 'Group of which each one needs a document of their own.')),
    accept: optional(Type.Array(Type.Enum(['application/pdf', 'image/jpeg', 'image/png']), { minItems: 1, description: 'Kinds of file accepted; all three when absent.' })),
    maxBytes: optional(Type.Integer({ minimum: 1024, description: 'Largest file in bytes; 10 MiB when absent.' })),
    origin: optional(OriginPart),
    copies: optional(CopiesPart),
    hint: optional(text('What to watch for.')),
  },
  'A document that proves something (申请材料).',
)

const ServiceConceptPart = item(
  {
    concept: ConceptId,
    required: optional(Type.Union([Type.Boolean(), Rule], { description: 'Whether it must be answered; true when absent. A rule makes it depend on other answers.' })),
    constraint: optional(ConstraintPart),
  },
  'A data element this service\'s form asks for.',
)

const RequirementPart = item(
  {
    id: Id,
    name: text('The condition in one sentence.'),
    rule: Type.Union([Rule, dated({ rule: Rule }, 'The rule as it changed in law.')], { description: 'FEEL: true when the condition holds.' }),
    legalBasis: LegalBasis,
  },
  'A condition for the service (受理条件).',
)

const EvidenceNeedPart = item(
  {
    id: Id,
    anyOf: Type.Array(Id, { minItems: 1, description: 'Any one of these documents will do.' }),
    when: optional(described(Rule, 'FEEL: needed only when this holds.')),
    tolerable: optional(TolerancePart),
    legalBasis: LegalBasis,
  },
  'Something that must be proved.',
)

export const ServiceFile = strict(
  {
    id: described(Id, 'Id of the service; the name of its file.'),
    name: text('Official name of the service.'),
    summary: text('What one gets, in one sentence.'),
    kind: Type.Enum(['permit', 'confirmation', 'grant', 'public-service', 'other'], {
      description: '行政许可, 行政确认, 行政给付, 公共服务, 其他行政权力.',
    }),
    line: described(Line, 'Line of the authority that handles it.'),
    level: optional(described(Level, 'Level of that authority; district when absent.')),
    competentBy: optional(described(ConceptId, 'Concept of type region that decides whose authority is competent.')),
    legalBasis: Type.Array(LegalBasis, { minItems: 1, description: 'What the service rests on.' }),
    limits: dated(
      {
        statutory: Type.Integer({ minimum: 0, description: 'Limit set by law, working days.' }),
        promised: Type.Integer({ minimum: 0, description: 'Limit promised by the authority, working days; 0 is at once.' }),
      },
      'Time limits in working days.',
    ),
    fee: optional(FeePart),
    priced: optional(PricedPart),
    trips: optional(Type.Integer({ minimum: 0, description: 'Visits to a counter when applied for alone; 1 when absent.' })),
    tripsOnline: optional(Type.Integer({ minimum: 0, description: 'Visits that remain when applied for online, such as a fingerprint or an inspection; 0 when absent.' })),
    dependsOn: optional(Type.Array(Id, { description: 'Services whose results this one waits for when applied for together.' })),
    concepts: Type.Array(ServiceConceptPart, { minItems: 1, description: 'The form of this service when applied for alone.' }),
    requirements: optional(Type.Array(RequirementPart, { description: 'Conditions.' })),
    evidence: optional(Type.Array(EvidenceNeedPart, { description: 'Documents.' })),
    decision: Type.Enum(['automatic', 'manual'], { description: 'automatic: granted at once when every requirement is known to hold, or as its decision table (decisions/<id>.yaml) says.' }),
    result: strict(
      {
        name: text('Name of the result.'),
        prefix: Type.String({ pattern: '^[A-Z]{2,6}$', description: 'Letters before the result\'s number.' }),
        shows: optional(Type.Array(ConceptId, { description: 'Concepts of this service that stand on the result.' })),
        issues: optional(Type.Array(ConceptId, { description: 'Concepts that come into being with the result, for example a number.' })),
        validFor: optional(ValidForPart),
      },
      'What the applicant gets.',
    ),
    guide: text('The guide page in plain words; Markdown.'),
    from: optional(described(Day, 'First day on which the service is offered; always when absent.')),
    until: optional(described(Day, 'Last day on which it is offered; open when absent.')),
    codes: optional(CodesPart),
    audience: optional(AudiencePart),
    onlineDepth: optional(OnlineDepthPart),
    crossRegion: optional(CrossRegionPart),
    procedure: optional(ProcedurePart),
    delivery: optional(DeliveryPart),
    identity: optional(strict(
      {
        accepts: Type.Array(Type.Enum([...idKinds]), { minItems: 1, description: 'Kinds of document the applicant may be known by: resident-id 居民身份证, hk-id 香港身份证, macao-id 澳门身份证, home-return-permit 港澳居民来往内地通行证, taiwan-permit 台湾居民来往大陆通行证, passport 护照.' }),
        assurance: Type.Enum([...assuranceLevels], { description: 'How surely the login must know them at least (eIDAS Art. 8; ISO/IEC 29115 levels 2, 3, 4).' }),
      },
      'Whose identity the service takes; resident-id with substantial assurance when absent.',
    )),
    handling: optional(HandlingPart),
    amends: optional(AmendsPart),
    counters: optional(CountersPart),
    consult: optional(described(ContactPart, 'Where to ask (咨询方式); the authority\'s number and 12345 when absent.')),
    complaint: optional(described(ContactPart, 'Where to complain (监督投诉); 12345 and the authority\'s number when absent.')),
    faq: optional(QuestionsPart),
  },
  'A public service (政务服务事项).',
)

const MatterServicePart = item(
  {
    service: Id,
    when: optional(described(Rule, 'FEEL: part of the matter only when this holds.')),
    optional: optional(Type.Boolean({ description: 'Whether the applicant may leave it out.' })),
    because: optional(text('Why it is, or may be, part of the matter.')),
    each: optional(described(SubjectId, 'Subject of several (`many` or `repeats`) of whom each has this service of their own: a case for each, about that one only.')),
  },
  'A service of the matter.',
)

const QuestionPart = item(
  {
    concept: described(ConceptId, 'Concept the answer is stored in: a choice or a yes/no.'),
    ask: text('The question.'),
    help: optional(text('Help shown under the question.')),
    when: optional(described(Rule, 'FEEL: asked only when this holds.')),
  },
  'A question that decides what applies (情形).',
)

const SubjectPart = item(
  {
    id: SubjectId,
    name: text('Name of the subject.'),
    many: optional(GroupPart),
    repeats: optional(RepetitionPart),
    applicantWhen: optional(described(Rule, 'FEEL: the applicant is this one when it holds; what the login knows then counts for it too.')),
  },
  'Somebody or something the matter is about.',
)

const TopicPart = item(
  {
    id: Id,
    name: text('Heading.'),
    hint: optional(text('One sentence under the heading.')),
    concepts: Type.Array(ConceptId, { minItems: 1, description: 'Concepts asked under it, in this order.' }),
  },
  'A group of questions.',
)

export const MatterFile = strict(
  {
    id: described(Id, 'Id of the matter; the name of its file.'),
    name: text('Name of the matter.'),
    summary: text('What it gets done, in one or two sentences.'),
    stage: described(Id, 'Stage of life or business it belongs to.'),
    audience: Type.Enum(['person', 'organisation'], { description: 'Who applies.' }),
    subjects: Type.Array(SubjectPart, { minItems: 1, description: 'Whom the matter is about.' }),
    scenario: optional(Type.Array(QuestionPart, { description: 'Questions asked first, in this order.' })),
    services: Type.Array(MatterServicePart, { minItems: 1, description: 'The services it bundles.' }),
    optional: optional(Type.Boolean({ description: 'Whether the applicant may leave out any of the services that do not say otherwise themselves.' })),
    topics: Type.Array(TopicPart, { minItems: 1, description: 'How the questions are grouped into pages.' }),
    identity: optional(Type.Array(Type.Array(ConceptId, { minItems: 1 }), {
      description: 'What makes two applications of one person the same event, so that it is not applied for twice: lists of concepts, the surest first. The first list that both applications state in full decides. Absent: it may be applied for any number of times.',
    })),
    batch: optional(Type.Integer({ minimum: 2, maximum: 1000, description: 'Rows of a table it may be applied for at once (批量办); one at a time when absent.' })),
    batchApplicants: optional(Type.Enum(['uploader', 'own'], { description: 'Whose application a row is: of whoever uploads the table, or of the person the row names, who is asked to agree first. uploader when absent.' })),
    toldTogether: optional(Type.Boolean({ description: 'Whether what the authorities of an application miss is told in one list (一次性告知合并, Administrative Licensing Law Art. 32): when all have looked, or at the last moment. false when absent: each tells by itself.' })),
    keywords: Type.Array(Type.String({ minLength: 1 }), { description: 'Words people search with.' }),
    whoMayApply: text('Who may apply.'),
    delivery: text('How results reach the applicant.'),
  },
  'One matter (一件事).',
)

export const StageEntry = strict(
  {
    id: Id,
    audience: Type.Enum(['person', 'organisation'], { description: 'Whose stages these are.' }),
    name: text('Name of the stage.'),
    order: Type.Integer({ minimum: 1, description: 'Place in the list.' }),
    themes: optional(Type.Array(Type.String({ minLength: 1 }), { description: 'Themes under which imported services belong to this stage.' })),
  },
  'A stage of life or business under which matters are found.',
)

export const PhraseEntry = strict(
  {
    id: Id,
    for: Type.Enum(['value', 'document', 'decline', 'refuse'], { description: 'Where officials are offered it: asking to put a value or a document right, not accepting an application, refusing it.' }),
    text: Type.String({ minLength: 2, maxLength: 200, description: 'What the applicant reads, in the language of the proceedings. Says what to do, not only what is wrong.' }),
    line: optional(described(Line, 'Only for authorities of this line; for all when absent.')),
  },
  'A standard phrase (常用语) officials write to applicants with.',
)

const CounterPart = item(
  {
    number: Type.String({ pattern: '^[A-Z]?\\d{1,3}$', description: 'Number of the window as it stands above it.' }),
    name: text('What the window is for, for example 综合窗口.'),
  },
  'A window of the hall.',
)

const Phone = Type.String({ pattern: '^[0-9-]{3,20}$', description: 'Number people may call.' })

const AppointmentPart = strict(
  {
    url: optional(Type.String({ pattern: '^https://[^\\s/@]+(?:/\\S*)?$', maxLength: 500, description: 'Page where people book; https only.' })),
    phone: optional(described(Phone, 'Number appointments are made at.')),
    source: described(LegalBasis, 'Where the hall publishes how to book.'),
  },
  'How people book a visit (预约): a page, a number, or both. Only what the hall itself publishes; without it people are told to call the hall.',
)

export const OutletEntry = strict(
  {
    id: Id,
    region: described(RegionCode, 'Region whose authorities the hall serves.'),
    name: text('Name of the hall.'),
    address: optional(text('Where it is.')),
    hours: optional(text('When it is open, for whoever fetches something.')),
    phone: optional(described(Phone, 'Enquiry number people may call.')),
    appointment: optional(AppointmentPart),
    courierFee: optional(Type.Enum(['sender', 'receiver'], { description: 'Who pays the courier for results this hall sends: the hall (free of charge to people), or whoever receives it. sender when absent.' })),
    windows: Type.Array(CounterPart, { minItems: 1, description: 'Its windows, in their order.' }),
  },
  'A hall where people are served at windows (办事大厅).',
)

export type RegionFields = Static<typeof RegionEntry>
export type AuthorityFields = Static<typeof AuthorityEntry>
export type ConceptFields = Static<typeof ConceptEntry>
export type RegistryFields = Static<typeof RegistryEntry>
export type EvidenceFields = Static<typeof EvidenceEntry>
export type ServiceFields = Static<typeof ServiceFile>
export type MatterFields = Static<typeof MatterFile>
export type PhraseFields = Static<typeof PhraseEntry>
export type OutletFields = Static<typeof OutletEntry>
export type StageFields = Static<typeof StageEntry>
export type ManifestFields = Static<typeof PackManifest>
