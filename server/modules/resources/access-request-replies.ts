// What both sides are told of a request for access, and what can be done with it now.
import { Type, type Static } from 'typebox'
import type { Principal } from '../../kernel/authz.ts'
import type { App } from '../../module.ts'
import { legalBasisSchema, textsSchema } from '../catalogue/index.ts'
import { actionsFor, awaitsCoordinator, awaitsOwner, requestActions, requestStates, type AccessRequest, type AccessRequestEvent } from './access-request.ts'
import { standingOf } from './requesting.ts'
import { authorityNameIn, serviceNameIn } from './resource-replies.ts'
import { fieldClasses, type Resource } from './resource.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])

export const accessRequestRowSchema = Type.Object(
  {
    id: text, number: text, resource: text, resourceTitle: textsSchema, askerName: textsSchema, ownerName: textsSchema, serviceName: Type.Union([textsSchema, Type.Null()]), purpose: text,
    state: Type.Enum([...requestStates], { description: 'submitted: the owner has to answer; disputed: the coordinating authority has to; upheld: the refusal stands; ended: ran out or given back.' }),
    fields: Type.Integer({ description: 'How many were asked for.' }), granted: Type.Union([Type.Integer(), Type.Null()]), askedAt: text, dueOn: textOrNull, until: textOrNull,
    urgency: Type.Enum(['calm', 'soon', 'late'], { description: 'soon: the last day to answer; late: past it.' }), mine: Type.Boolean({ description: 'Whether I have to answer it.' }),
  },
  { description: 'One request for access.' },
)

export const accessRequestSchema = Type.Object(
  {
    ...accessRequestRowSchema.properties, revision: Type.Integer(), legalBasis: legalBasisSchema, perDay: Type.Union([Type.Integer(), Type.Null()], { description: 'Calls a day; null: no limit.' }), batch: Type.Boolean(),
    region: text, line: text, service: textOrNull, renews: textOrNull,
    wanted: Type.Array(Type.Object({ name: text, title: textsSchema, class: Type.Enum([...fieldClasses]), granted: Type.Boolean(), shared: Type.Boolean({ description: 'Whether the resource still shares it.' }) })),
    events: Type.Array(Type.Object({ action: Type.Enum([...requestActions]), by: text, at: text, text: text })), actions: Type.Array(Type.Enum([...requestActions])),
  },
  { description: 'A request for access with what happened to it and what can be done now.' },
)

/** @param today YYYY-MM-DD */
export const toAccessRequestRow = (app: App, principal: Principal, one: AccessRequest, today: string): Static<typeof accessRequestRowSchema> => {
  const standing = standingOf(principal, one)
  const open = awaitsOwner(one.state) || awaitsCoordinator(one.state)
  return {
    id: one.id, number: one.number, resource: one.resource, resourceTitle: one.resourceTitle, askerName: authorityNameIn(app, one.line, one.region), ownerName: authorityNameIn(app, one.ownerLine, one.ownerRegion),
    serviceName: serviceNameIn(app, one.service), purpose: one.purpose, state: one.state, fields: one.fields.length, granted: one.grantedFields?.length ?? null, askedAt: one.askedAt, dueOn: one.dueOn, until: one.until,
    urgency: !open || one.dueOn === null || today < one.dueOn ? 'calm' : today === one.dueOn ? 'soon' : 'late', mine: (awaitsOwner(one.state) && standing.owner) || (awaitsCoordinator(one.state) && standing.coordinator),
  }
}

export const toAccessRequest = (app: App, principal: Principal, one: AccessRequest, resource: Resource | undefined, events: readonly AccessRequestEvent[], today: string): Static<typeof accessRequestSchema> => {
  const known = new Map((resource?.content?.fields ?? []).map((field) => [field.name, field]))
  const shares = resource?.content?.sharing.type !== 'none'
  return {
    ...toAccessRequestRow(app, principal, one, today), revision: one.revision, legalBasis: one.legalBasis, perDay: one.perDay, batch: one.batch, region: one.region, line: one.line, service: one.service, renews: one.renews,
    wanted: one.fields.map((name) => ({ name, title: known.get(name)?.title ?? { 'zh-CN': name }, class: known.get(name)?.class ?? 'restricted', granted: one.grantedFields?.includes(name) ?? false, shared: shares && known.has(name) })),
    events: events.map(({ action, actorName, at, detail }) => ({ action, by: actorName, at, text: typeof detail['reason'] === 'string' ? detail['reason'] : '' })), actions: actionsFor(one.state, standingOf(principal, one)),
  }
}
