// A request for access to a resource (共享申请): who may do what in which state, and what a granted one gives. A granted request is the
// grant. Pure. The owner answers; what it refuses the coordinating authority settles (政务数据共享条例).
import type { Texts } from '../../kernel/texts.ts'
import type { LegalBasis } from '../catalogue/index.ts'

export const requestStates = ['submitted', 'granted', 'refused', 'disputed', 'withdrawn', 'revoked', 'upheld', 'ended'] as const
export type RequestState = (typeof requestStates)[number]

export const requestActions = ['submit', 'grant', 'refuse', 'withdraw', 'dispute', 'settleGrant', 'settleRefuse', 'revoke', 'remind', 'end'] as const
export type RequestAction = (typeof requestActions)[number]

/** `asker`: of the authority that asks; `owner`: of the one that keeps the data; `coordinator`: supervises data sharing there. */
type Side = 'asker' | 'owner' | 'coordinator' | 'system'
type Step = { from: readonly RequestState[]; to: RequestState | 'same'; by: readonly Side[] }

export const lifecycle = {
  submit: { from: [], to: 'submitted', by: ['asker'] },
  grant: { from: ['submitted'], to: 'granted', by: ['owner', 'system'] },
  refuse: { from: ['submitted'], to: 'refused', by: ['owner'] },
  withdraw: { from: ['submitted', 'disputed'], to: 'withdrawn', by: ['asker'] },
  dispute: { from: ['refused'], to: 'disputed', by: ['asker'] },
  settleGrant: { from: ['disputed'], to: 'granted', by: ['coordinator'] },
  settleRefuse: { from: ['disputed'], to: 'upheld', by: ['coordinator'] },
  revoke: { from: ['granted'], to: 'revoked', by: ['owner', 'coordinator'] },
  remind: { from: ['granted'], to: 'same', by: ['system'] },
  end: { from: ['granted'], to: 'ended', by: ['system', 'asker'] },
} as const satisfies Record<RequestAction, Step>

const table: Record<RequestAction, Step> = lifecycle

export const requestAfter = (state: RequestState, action: RequestAction): RequestState | undefined => {
  const { from, to } = table[action]
  if (!from.includes(state)) return undefined
  return to === 'same' ? state : to
}

/** Which sides an official is on. */
export type Standing = Record<'asker' | 'owner' | 'coordinator', boolean>

export const maySide = (action: RequestAction, standing: Standing): boolean => table[action].by.some((side) => side !== 'system' && standing[side])

export const actionsFor = (state: RequestState, standing: Standing): RequestAction[] => requestActions.filter((action) => requestAfter(state, action) !== undefined && maySide(action, standing))

export const awaitsOwner = (state: RequestState): boolean => table.grant.from.includes(state)
export const awaitsCoordinator = (state: RequestState): boolean => table.settleGrant.from.includes(state)
export const isGranted = (state: RequestState): boolean => table.revoke.from.includes(state)

export type AccessRequest = {
  id: string
  number: string
  resource: string
  resourceTitle: Texts
  /** of the authority that asks */
  region: string
  line: string
  /** the service it is for; null: for the authority */
  service: string | null
  ownerRegion: string
  ownerLine: string
  fields: string[]
  grantedFields: string[] | null
  purpose: string
  legalBasis: LegalBasis
  /** calls a day; null: no limit */
  perDay: number | null
  /** last day, YYYY-MM-DD; null: until revoked */
  until: string | null
  batch: boolean
  renews: string | null
  state: RequestState
  /** last day for whoever has to answer */
  dueOn: string | null
  revision: number
  reminded: boolean
  askedBy: string
  askedAt: string
  updatedAt: string
}

export type AccessRequestEvent = { action: RequestAction; staffId: string | null; actorName: string; at: string; detail: Record<string, unknown> }

/** What somebody may ask of a resource. `consumer`: see `consumerOf`; `until`: last day, null for good; `batch`: also many records at once. */
export type Grant = {
  id: string
  consumer: string
  resource: string
  fields: string[]
  purpose: string
  legalBasis: string
  perDay: number | null
  until: string | null
  batch: boolean
  origin: 'pack' | 'request'
}

/** This installation itself: it may ask the registries of its packs for what they answer. */
export const platform = 'platform'

/** Who asks, as calls name them: `authority:<line>:<region>` or `service:<id>`. */
export const consumerOf = ({ line, region, service }: Pick<AccessRequest, 'line' | 'region' | 'service'>): string => (service === null ? `authority:${line}:${region}` : `service:${service}`)

const basisText = ({ title, article }: LegalBasis): string => `《${title}》${article ?? ''}`

/** @param shared names of the fields the resource shares today: what its owner has taken out is given no more */
export const grantOf = (request: AccessRequest, shared: readonly string[]): Grant | undefined => {
  if (!isGranted(request.state)) return undefined
  const fields = (request.grantedFields ?? []).filter((name) => shared.includes(name))
  return { id: request.id, consumer: consumerOf(request), resource: request.resource, fields, purpose: request.purpose, legalBasis: basisText(request.legalBasis), perDay: request.perDay, until: request.until, batch: request.batch, origin: 'request' }
}

/** The standing grant by a pack: the services of this installation ask the registry for what it answers. */
export const standingGrant = (resource: string, shared: readonly string[], legalBasis: LegalBasis): Grant => ({
  id: `pack:${resource}`, consumer: platform, resource, fields: [...shared], purpose: '', legalBasis: basisText(legalBasis), perDay: null, until: null, batch: false, origin: 'pack',
})

/** @param on YYYY-MM-DD */
export const isInForce = ({ fields, until }: Pick<Grant, 'fields' | 'until'>, on: string): boolean => fields.length > 0 && (until === null || on <= until)
