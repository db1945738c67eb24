// Halls as everybody is told of them: which are near a place, and how a visit is booked.
// Pure.
import { Type, type Static } from 'typebox'
import { regionCovers } from '../../kernel/regions.ts'
import { orNull, text, textsSchema } from './catalogue-replies.ts'
import type { Outlet } from './load-packs.ts'

export const outletSchema = Type.Object(
  {
    id: text('Id of the hall.'), region: text('Region whose authorities it serves, GB/T 2260.'), name: textsSchema, address: orNull(textsSchema), hours: orNull(textsSchema), phone: orNull(text('Enquiry number.')),
    appointment: orNull(Type.Object({ url: orNull(text('Page of the hall, https.')), phone: orNull(text('Number appointments are made at.')) }, { description: 'How a visit is booked; one of both at least.' })),
  },
  { description: 'A hall; without `appointment` nothing is known of booking, and people call first.' },
)

export const toOutlet = ({ id, region, name, address, hours, phone, appointment }: Outlet): Static<typeof outletSchema> => ({
  id, region, name, address: address ?? null, hours: hours ?? null, phone: phone ?? null, appointment: appointment ? { url: appointment.url ?? null, phone: appointment.phone ?? null } : null,
})

/** Halls of a place, then those that serve it from above, then those within it; each in the order of the pack. @param region GB/T 2260 */
export const listOutletsNear = (outlets: readonly Outlet[], region: string): Outlet[] => {
  const steps = (hall: Outlet): number => (hall.region === region ? 0 : regionCovers(hall.region, region) ? 1 : regionCovers(region, hall.region) ? 2 : 3)
  return outlets.filter((hall) => steps(hall) < 3).sort((a, b) => steps(a) - steps(b))
}
