// A recorded meeting as the history carries it. Pure.
// What is missing or of another shape is left empty rather than guessed.

export interface Meeting {
  heldOn: string
  place: string
  minutes: string
  attendees: { name: string; unit: string }[]
  decisions: { what: string; who: string; byOn: string }[]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const recordsOf = (value: unknown): Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value.filter(isRecord) : [])

export const readMeeting = (detail: Readonly<Record<string, unknown>>): Meeting => ({
  heldOn: textOf(detail['heldOn']), place: textOf(detail['place']), minutes: textOf(detail['minutes']),
  attendees: recordsOf(detail['attendees']).map(({ name, unit }) => ({ name: textOf(name), unit: textOf(unit) })),
  decisions: recordsOf(detail['decisions']).map(({ what, who, byOn }) => ({ what: textOf(what), who: textOf(who), byOn: textOf(byOn) })),
})
