// A help session as each side is shown it.
import { Type, type Static } from 'typebox'
import { nameOr } from '../../kernel/texts.ts'
import { textsSchema, type Outlet } from '../catalogue/index.ts'
import { isLive, mandateOf, places, type HelpSession } from './help-session.ts'

const text = Type.String()

export const helpSessionSchema = Type.Object(
  {
    id: text, mandate: Type.String({ description: 'Goes into the header x-acting-for; the helper only.' }), person: text, helper: text, outlet: text, hall: textsSchema, place: Type.Enum([...places]),
    openedAt: text, untilAt: text, live: Type.Boolean({ description: 'Whether the helper may act now.' }),
    endedBy: Type.Union([Type.Enum(['helper', 'person', 'next']), Type.Null()]), applications: Type.Integer({ description: 'Begun under it.' }),
  },
  { description: 'A helper of a hall acting for somebody who showed a code.' },
)

type Names = { people: ReadonlyMap<string, string>; staff: ReadonlyMap<string, string>; outlets: readonly Outlet[]; uses: ReadonlyMap<string, number> }

export const toHelpReply = (one: HelpSession, { people, staff, outlets, uses }: Names, now: Date): Static<typeof helpSessionSchema> => ({
  id: one.id, mandate: mandateOf(one.id), person: people.get(one.personId) ?? '', helper: staff.get(one.staffId) ?? '', outlet: one.outlet,
  hall: nameOr(outlets.find(({ id }) => id === one.outlet), one.outlet), place: one.place, openedAt: one.openedAt, untilAt: one.untilAt, live: isLive(one, now), endedBy: one.endedBy,
  applications: uses.get(mandateOf(one.id)) ?? 0,
})
