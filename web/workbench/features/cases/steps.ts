// The steps of handling that open a form of a few fields: which fields, what is still missing, and what the server is sent.
// Pure; accepting, granting, refusing and asking for corrections have forms of their own.
import type { CaseReply } from './queries.ts'

export const stepNames = ['forward', 'sendBack', 'beginProcedure', 'endProcedure', 'extend', 'terminate', 'deliver', 'correctResult', 'revoke', 'cancel', 'propose', 'returnProposal', 'callHearing', 'recordHearing'] as const
export type StepName = (typeof stepNames)[number]

export const isStep = (name: string): name is StepName => stepNames.some((step) => step === name)

/** Steps that lead to something that cannot be taken back. */
export const gravest: readonly StepName[] = ['terminate', 'revoke', 'cancel']

export type StepValues = Readonly<Record<string, string>>

export type FieldName = 'opinion' | 'reasons' | 'kind' | 'days' | 'heldOn' | 'place' | 'procedure' | 'outcome' | 'record' | 'ground' | 'how' | 'law' | 'proposes' | 'word'

export const grounds = ['died', 'ceased', 'objectGone'] as const
export const proposables = ['extend', 'terminate', 'revoke', 'cancel'] as const
export type Proposable = (typeof proposables)[number]
export const ways = ['counter', 'post', 'online'] as const

type OfCase = Pick<CaseReply, 'course'>

/** Special procedures that go on. */
export const goingOn = ({ course }: OfCase) => course.procedures.filter(({ endedOn }) => endedOn === null)

/** The fields of a step as it stands; a hearing has a day and a place, its end a record. Corrections have one field for each value instead. */
export function fieldsOf(step: StepName, values: StepValues, one: OfCase): readonly FieldName[] {
  switch (step) {
    case 'forward':
    case 'sendBack':
      return ['opinion']
    case 'beginProcedure':
      return values['kind'] === 'hearing' ? ['kind', 'heldOn', 'place', 'days', 'reasons'] : ['kind', 'days', 'reasons']
    case 'endProcedure': {
      const open = goingOn(one)
      const ended = open.find(({ id }) => String(id) === values['procedure'])
      return ended?.kind === 'hearing' ? ['procedure', 'outcome', 'record'] : ['procedure', 'outcome']
    }
    case 'propose':
      return proposalFields(values['proposes'])
    case 'returnProposal':
      return ['opinion']
    case 'callHearing':
      return ['heldOn', 'place']
    case 'recordHearing':
      return ['record']
    case 'extend':
    case 'terminate':
    case 'revoke':
    case 'cancel':
      return ['word']
    case 'deliver':
      return ['how']
    case 'correctResult':
      return ['reasons']
  }
}

/** What is proposed, and what has to be said with it. */
function proposalFields(proposes: string | undefined): readonly FieldName[] {
  if (proposes === 'extend') return ['proposes', 'days', 'reasons']
  if (proposes === 'terminate') return ['proposes', 'ground', 'reasons']
  return proposes ? ['proposes', 'law', 'reasons'] : ['proposes']
}

/** The proposal that waits to be decided. */
export const openProposal = ({ course }: OfCase) => course.proposals.find(({ outcome }) => outcome === null)

/** What stands in the fields before anything is written: the only choice there is. */
export function firstValues(step: StepName, one: OfCase): StepValues {
  const [only, ...others] = goingOn(one)
  if (step === 'endProcedure' && only && others.length === 0) return { procedure: String(only.id) }
  if (step === 'propose') {
    const [sole, ...rest] = one.course.proposable
    return { days: String(one.course.extension.days), ...(sole && rest.length === 0 ? { proposes: sole } : {}) }
  }
  if (step === 'correctResult') return Object.fromEntries((one.course.result?.toCorrect ?? []).map((item) => [correctionField(item.concept), writtenAs(item)]))
  const [kind, ...kinds] = one.course.procedureKinds
  return step === 'beginProcedure' && kind && kinds.length === 0 ? { kind } : {}
}

const isDays = (text: string): boolean => /^[1-9]\d{0,2}$/.test(text)

/** Names of the fields that are not right yet. */
export function wrongFields(step: StepName, values: StepValues, one: OfCase): Set<string> {
  const wrong = fieldsOf(step, values, one).filter((name) => {
    const text = (values[name] ?? '').trim()
    if (name === 'days') return !isDays(text) || (step === 'propose' && Number(text) > one.course.extension.days)
    if (name === 'word') return false
    return name === 'proposes' || name === 'kind' || name === 'procedure' || name === 'ground' || name === 'how' || name === 'heldOn' ? text === '' : text.length < 2
  })
  return new Set<string>(step === 'correctResult' && isUncorrected(correctionsIn(values, one)) ? [...wrong, 'values'] : wrong)
}

const corrected = 'value:'

export const correctionField = (concept: string): string => corrected + concept

type Stated = NonNullable<OfCase['course']['result']>['content'][number]

/** How a value that was put right stands in its field: as it is shown, masked where it is sensitive. */
const writtenAs = ({ display }: Pick<Stated, 'display'>): string => display['zh-CN']

/** `values`: what the official wrote, by concept. `asPutRight`: concepts left as they were put right. */
export interface Corrections {
  values: Record<string, string>
  asPutRight: string[]
}

const isUncorrected = ({ values, asPutRight }: Corrections): boolean => Object.keys(values).length + asPutRight.length === 0

/** The values of the result that are to be changed. */
export function correctionsIn(values: StepValues, { course: { result } }: OfCase): Corrections {
  const putRight = new Map((result?.toCorrect ?? []).map((item) => [item.concept, writtenAs(item)]))
  const written = (result?.content ?? []).flatMap(({ concept }) => {
    const text = values[correctionField(concept)]?.trim()
    return text ? [[concept, text] as const] : []
  })
  const isTaken = ([concept, text]: readonly [string, string]): boolean => putRight.get(concept) === text
  return { values: Object.fromEntries(written.filter((each) => !isTaken(each))), asPutRight: written.filter(isTaken).map(([concept]) => concept) }
}
