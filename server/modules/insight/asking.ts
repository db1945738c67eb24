// What somebody asks figures for: a span of days, a place, a line; and what of it they may see. The rows behind a figure are asked for the same way.
import { Type } from 'typebox'
import type { Principal } from '../../kernel/authz.ts'
import { addDays, isPlainDate, plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { spanOf, topics, type Span } from './figure.ts'
import type { FigureFilter } from './figures-store.ts'
import { scopeOf } from './scope.ts'

export const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const span = { from: Type.Optional(day), to: Type.Optional(Type.String({ ...day, description: 'Both counted; the last 30 days when absent. More than 92 days are whole months.' })) }
const place = { region: Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$' })), line: Type.Optional(Type.String({ maxLength: 100 })) }

/** Query of figures. */
export const where = { ...span, ...place, topic: Type.Optional(Type.Enum([...topics], { description: 'Both when absent.' })) }

/** Query of the rows behind a figure: of one part, by the property it is a part of. */
export const behind = {
  ...span, ...place, part: Type.Optional(Type.String({ maxLength: 200, description: 'As the parts of a facet are called; a unit is its line and region.' })),
  after: Type.Optional(Type.String({ format: 'uuid', description: 'The last row of the page before.' })), limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
}

const usualDays = 30

type Asked = { from?: string; to?: string; region?: string; line?: string; topic?: (typeof topics)[number] }

/** @throws Refusal invalid for days that do not exist or a span that ends before it begins, not_found outside the jurisdiction */
export const filterOf = (app: App, principal: Principal, { from, to, region, line, topic }: Asked): FigureFilter => {
  const last = to ?? plainDate(app.clock.now())
  const first = from ?? addDays(last, 1 - usualDays)
  if (!isPlainDate(first) || !isPlainDate(last) || first > last) throw new Refusal('invalid', { from: first, to: last })
  const jurisdiction = scopeOf(principal, region)
  if (jurisdiction.length === 0) throw new Refusal('not_found')
  return { jurisdiction, topics: topic === undefined ? topics : [topic], span: spanOf(first, last), line }
}

/** The instants days in China begin at. */
export const instantsOf = ({ from, before }: Span): { from: string; before: string } => ({ from: `${from}T00:00:00+08:00`, before: `${before}T00:00:00+08:00` })

/** A unit as figures name it. @throws Refusal invalid */
export const unitOfPart = (part: string): { line: string; region: string } => {
  const [line, region] = part.split(' ')
  if (!line || !region) throw new Refusal('invalid', { part })
  return { line, region }
}
