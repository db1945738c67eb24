// A request as Open311 shows it. Pure. The standard knows two states; ours stands in extended_attributes, which whoever asks with
// extensions=true gets: state, round and grade (redo), and whether the deadline has passed (SLA).
import { hasEndedRequest, isAnswered, type CitizenRequest } from '../requests/index.ts'
import { codeOf } from './offering.ts'
import type { ServiceRequest } from './wire.ts'

/** With the offset of China; the standard wants one. @param instant ISO */
export const chinaTime = (instant: string): string => `${new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

export const isClosed = ({ state }: Pick<CitizenRequest, 'state'>): boolean => hasEndedRequest(state) || isAnswered(state)

const notes: Partial<Record<CitizenRequest['state'], string>> = {
  received: '已收到，正在确定由谁办理。', dispatched: '已派给责任单位。', handling: '责任单位正在办理。', drafted: '责任单位正在办理。', returned: '正在重新确定由谁办理。', disputed: '正在重新确定由谁办理。',
  split: '由几个单位分别办理。', joined: '与其他人反映的同一件事合并办理。', answered: '已经答复，等待评价。', closed: '已经办结。', unsolved: '已经结束，问题没有解决。', handedOver: '已转到能办这件事的地方。', declined: '不予受理。', withdrawn: '已撤回。',
}

/** What the catalogue says about it: names in Chinese. */
export type Names = { service: string | null; unit: string | null }

/** @param answer what the unit answered, once it is released */
export const shownRequest = (one: CitizenRequest, names: Names, { now, extensions, answer }: { now: Date; extensions: boolean; answer: string | null }): ServiceRequest => ({
  service_request_id: one.number, status: isClosed(one) ? 'closed' : 'open', status_notes: answer ?? notes[one.state] ?? null, service_name: names.service, service_code: one.category === null ? null : codeOf(one.category),
  description: one.text, agency_responsible: names.unit, service_notice: null, requested_datetime: chinaTime(one.receivedAt), updated_datetime: chinaTime(one.updatedAt),
  expected_datetime: one.dueAt === null ? null : chinaTime(one.dueAt), address: one.place.address ?? null, address_id: null, zipcode: null, lat: one.place.lat ?? null, long: one.place.lng ?? null, media_url: null,
  ...(extensions ? {
    extended_attributes: {
      detailed_status: one.state, kind: one.kind, urgency: one.urgency, region: one.region, round: one.round, grade: one.grade,
      overdue: one.dueAt !== null && (one.answeredAt ?? now.toISOString()) > one.dueAt, answered_datetime: one.answeredAt === null ? null : chinaTime(one.answeredAt), comments: answer === null ? [] : [answer],
    },
  } : {}),
})
