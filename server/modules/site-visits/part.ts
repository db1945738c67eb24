// One authority's part of a joint visit: its answer to the time, its findings, what it comes to. Pure.
import type { VisitItem } from '../catalogue/definitions.ts'

export const partStates = ['asked', 'confirmed', 'left', 'absent', 'passed', 'failed', 'rectifying'] as const
export type PartState = (typeof partStates)[number]

/** What a part of the sheet comes to: 合格, 限期整改, 不合格. */
export const verdicts = ['pass', 'rectify', 'fail'] as const
export type Verdict = (typeof verdicts)[number]

/** What an official finds at one point of the checklist; `na`: does not apply here. */
export const findingVerdicts = ['pass', 'rectify', 'fail', 'na'] as const
export type FindingVerdict = (typeof findingVerdicts)[number]

export type Finding = { verdict: FindingVerdict | null; words: string; measure: string }

/** What the applicant says about what was to be put right. */
export type Rectified = { text: string; at: string }

export type Part = {
  visitId: string
  caseId: string
  personId: string
  service: string
  line: string
  region: string
  day: string
  state: PartState
  revision: number
  /** by item of the checklist */
  findings: Record<string, Finding>
  note: string
  rectifyOn: string | null
  rectified: Rectified | null
  /** its number in the course of the case */
  procedure: number | null
  signedBy: string | null
  signedAt: string | null
  digest: string | null
}

export const isOut = (state: PartState): boolean => state === 'left' || state === 'absent'

/** Has signed its part. */
export const hasSpoken = (state: PartState): boolean => state === 'passed' || state === 'failed' || state === 'rectifying'

export const isRectifying = (state: PartState): boolean => state === 'rectifying'

/** May still be filled in. */
export const isBlank = (state: PartState): boolean => state === 'confirmed'

/** Waits for the answer of its authority. */
export const awaitsAnswer = (state: PartState): boolean => state === 'asked'

/** Its authority has something to do in a visit that goes on, or in one that has ended and left something to put right. */
export const isOpenPart = (state: PartState, visitEnded: boolean): boolean => (visitEnded ? isRectifying(state) : !isOut(state) && (isRectifying(state) || !hasSpoken(state)))

const stateAfter = { pass: 'passed', rectify: 'rectifying', fail: 'failed' } as const satisfies Record<Verdict, PartState>

export const signedState = (verdict: Verdict): PartState => stateAfter[verdict]

/** Photos there are, by item. */
export type PhotoCount = Readonly<Record<string, number>>

export type Lack = { item: string; lacks: 'verdict' | 'words' | 'measure' | 'photo' }

/** What keeps a part from being signed: a point not answered, a fault not described, a measure or a photo that has to be there. */
export const lacksOf = (items: readonly VisitItem[], findings: Part['findings'], photos: PhotoCount): Lack[] =>
  items.flatMap(({ id, needs }): Lack[] => {
    const found = findings[id]
    if (!found?.verdict) return [{ item: id, lacks: 'verdict' }]
    if (found.verdict === 'na') return []
    return [
      ...(found.verdict !== 'pass' && found.words.trim().length < 2 ? [{ item: id, lacks: 'words' as const }] : []),
      ...(needs.includes('measure') && !/^\d+([.]\d+)?$/.test(found.measure.trim()) ? [{ item: id, lacks: 'measure' as const }] : []),
      ...(needs.includes('photo') && (photos[id] ?? 0) === 0 ? [{ item: id, lacks: 'photo' as const }] : []),
    ]
  })

/** What the findings come to: the worst of them. */
export const verdictOf = (items: readonly VisitItem[], findings: Part['findings']): Verdict => {
  const found = items.map(({ id }) => findings[id]?.verdict)
  if (found.includes('fail')) return 'fail'
  return found.includes('rectify') ? 'rectify' : 'pass'
}
