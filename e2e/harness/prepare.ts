// Applications made over the API, for journeys and pictures that begin where another journey has already been on the screen.
// Made as the demo command makes them: only what the plan asks for is answered.
import { asking, type Draft } from '../../server/commands/demo-calls.ts'
import { loginOverHttp, type LoggedIn } from '../../server/modules/people/demo-login.ts'
import { day, samplePdf } from './newborn.ts'

export type Answers = Readonly<Record<string, string | number | boolean>>

/** `father` and `mother` are ID numbers of demo people; `applicant` is the demo login; `insured`: the mother's employer pays maternity insurance. */
export type Family = { applicant: string; role: 'mother' | 'father'; region: string; father: string; mother: string; child: string; insured: boolean }

export const families = {
  chen: { applicant: 'chen-xiaoman', role: 'father', region: '440305', father: '440305199005219994', mother: '440305199102199980', child: '陈知秋', insured: true },
  deng: { applicant: 'zheng-shuhe', role: 'mother', region: '440304', father: '440304199107299992', mother: '440304199402119982', child: '邓星遥', insured: false },
  song: { applicant: 'jiang-yuan', role: 'mother', region: '440305', father: '440305198804049990', mother: '440305199009239984', child: '宋承岚', insured: true },
  wu: { applicant: 'wu-jiashu', role: 'father', region: '440305', father: '440305199306189995', mother: '440305199412019981', child: '吴漱石', insured: true },
  wei: { applicant: 'wei-chunsheng', role: 'father', region: '440306', father: '450103199403209992', mother: '650102199607119981', child: '韦沐阳', insured: true },
  zhou: { applicant: 'tan-xiaotang', role: 'mother', region: '440305', father: '440305198911079992', mother: '43010419920405998X', child: '周以安', insured: true },
  xu: { applicant: 'xu-wanqing', role: 'mother', region: '440304', father: '440304199503149996', mother: '440304199608039988', child: '林慕川', insured: true },
} as const satisfies Record<string, Family>

/** 'YYYY-MM-DD', days from today. */
const date = (days: number): string => day(days).replace(/^(....)(..)(..)$/, '$1-$2-$3')

export const answersOf = ({ role, father, mother, child, insured }: Family): Answers => ({
  'applicant.role': role,
  'parents.married': true,
  'child.birthPlaceKind': 'here',
  'child.householdFollows': 'father',
  'mother.hasMaternityInsurance': insured,
  'father.idNumber': father,
  'mother.idNumber': mother,
  'child.name': child,
  'child.birthOrder': 1,
  'child.relationToHead': 'child',
  'child.nativePlace': '广东深圳',
  'child.ethnicityFollows': 'father',
  'child.cardBank': 'icbc',
  'mother.employer': '深圳示例晨光科技有限公司',
  'mother.deliveryKind': 'natural',
  'mother.leaveStart': date(-6),
  'applicant.deliveryAddress': '广东省深圳市南山区粤海街道示例路18号3栋1204',
})

/** 许晚晴 is not married; the child joins her parents' household. */
export const singleMother: Answers = { ...answersOf(families.xu), 'parents.married': false, 'child.householdFollows': 'mother', 'child.relationToHead': 'grandchild' }

const mostRounds = 12

const toAll = (): boolean => true

/** Answers what is asked, round by round, until nothing is missing that there is an answer for. `consent`: whether a registry may be asked; undefined: not said. */
export const fillIn = async (session: LoggedIn, id: string, answers: Answers, consent: (registry: string) => boolean | undefined = toAll): Promise<Draft> => {
  let draft = await asking.draft(session, id)
  for (let round = 0; round < mostRounds; round += 1) {
    const open = [...draft.plan.questions.map(({ concept }) => concept), ...draft.plan.concepts.filter(({ source, value }) => source.kind === 'ask' && value === undefined).map(({ concept }) => concept)]
    const given = Object.fromEntries(open.flatMap((concept) => (answers[concept] === undefined ? [] : [[concept, answers[concept]]])))
    const consents = Object.fromEntries(draft.plan.consents.flatMap(({ registry }) => {
      const said = draft.consents[registry] === undefined ? consent(registry) : undefined
      return said === undefined ? [] : [[registry, said]]
    }))
    if (Object.keys(given).length + Object.keys(consents).length === 0) return draft
    if (Object.keys(given).length > 0) await asking.save(session, id, given)
    if (Object.keys(consents).length > 0) await asking.consent(session, id, consents)
    draft = await asking.draft(session, id)
  }
  return draft
}

/** A draft with these answers; without consent the registries are not asked; `documents` are uploaded or left out. */
export const prepareDraft = async (url: string, family: Family, { answers = answersOf(family), consent = true, documents = false } = {}): Promise<{ session: LoggedIn; draft: Draft }> => {
  const session = await loginOverHttp(url, family.applicant)
  const started = await asking.start(session, 'newborn', family.region)
  const draft = await fillIn(session, started.id, answers, consent ? toAll : () => undefined)
  if (!documents) return { session, draft }
  const file = new Blob([samplePdf], { type: 'application/pdf' })
  // Whoever may sign a commitment instead of giving a document may also give the document.
  for (const evidence of new Set([...draft.missing.evidence, ...draft.missing.commitments])) await asking.upload(session, draft.id, evidence, file)
  return { session, draft: await asking.draft(session, draft.id) }
}

/** An application handed in; returns its id. */
export const prepareApplication = async (url: string, family: Family): Promise<{ session: LoggedIn; id: string }> => {
  const { session, draft } = await prepareDraft(url, family, { documents: true })
  await asking.submit(session, draft.id)
  return { session, id: draft.id }
}
