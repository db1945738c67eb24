// What a client posts, read from its form: fields of the standard, attributes of the service, and what is wrong with them. Pure.
import type { WireError } from './wire.ts'

/** Texts as they came, trimmed; `attributes` by code, several values of one in order. */
export type Posted = {
  jurisdiction: string | undefined
  key: string | undefined
  service: string | undefined
  lat: number | undefined
  lng: number | undefined
  address: string | undefined
  addressId: string | undefined
  email: string | undefined
  device: string | undefined
  account: string | undefined
  firstName: string | undefined
  lastName: string | undefined
  phone: string | undefined
  description: string | undefined
  media: string | undefined
  attributes: Readonly<Record<string, readonly string[]>>
}

const attributeName = /^attribute\[([^\][]{1,60})\](?:\[\d*\])?$/

const numberIn = (text: string | undefined): number | undefined => (text === undefined || !/^-?\d{1,3}(\.\d{1,15})?$/.test(text) ? undefined : Number(text))

/** @param form application/x-www-form-urlencoded */
export const readForm = (form: URLSearchParams): Posted => {
  const text = (name: string): string | undefined => form.get(name)?.trim() || undefined
  const attributes: Record<string, string[]> = {}
  for (const [name, value] of form) {
    const code = attributeName.exec(name)?.[1]
    if (code !== undefined && value.trim() !== '') attributes[code] = [...(attributes[code] ?? []), value.trim()]
  }
  return {
    jurisdiction: text('jurisdiction_id'), key: text('api_key'), service: text('service_code'), lat: numberIn(text('lat')), lng: numberIn(text('long')),
    address: text('address_string'), addressId: text('address_id'), email: text('email'), device: text('device_id'), account: text('account_id'),
    firstName: text('first_name'), lastName: text('last_name'), phone: text('phone'), description: text('description'), media: text('media_url'), attributes,
  }
}

/** Chinese names stand family name first, without a blank. */
export const nameOf = ({ firstName = '', lastName = '' }: Pick<Posted, 'firstName' | 'lastName'>): string | undefined =>
  (/\p{Script=Han}/u.test(firstName + lastName) ? `${lastName}${firstName}` : `${firstName} ${lastName}`.trim()) || undefined

export const longest = { description: 4000, address: 300, name: 60 } as const

/** What keeps it from being taken in, apart from key, jurisdiction and service. A wrong coordinate is said, not guessed. */
export const problemsOf = (posted: Posted, form: URLSearchParams): WireError[] => {
  const problem = (description: string): WireError => ({ code: 400, description })
  const hasPoint = posted.lat !== undefined && posted.lng !== undefined
  return [
    ...(['lat', 'long'] as const).flatMap((name) => (form.get(name)?.trim() && (name === 'lat' ? posted.lat : posted.lng) === undefined ? [problem(`${name} is not a number in degrees (WGS 84)`)] : [])),
    ...(posted.lat !== undefined && Math.abs(posted.lat) > 90 ? [problem('lat lies between -90 and 90')] : []),
    ...(posted.lng !== undefined && Math.abs(posted.lng) > 180 ? [problem('long lies between -180 and 180')] : []),
    ...(hasPoint || posted.address !== undefined || posted.addressId !== undefined ? [] : [problem('a location is required: lat and long, address_string or address_id')]),
    ...(posted.description === undefined ? [problem('description is required')] : []),
    ...((posted.description?.length ?? 0) > longest.description ? [problem(`description has at most ${longest.description} characters`)] : []),
    ...((posted.address?.length ?? 0) > longest.address ? [problem(`address_string has at most ${longest.address} characters`)] : []),
    ...(posted.email !== undefined && !/^[^\s@]{1,64}@[^\s@]{1,190}$/.test(posted.email) ? [problem('email is not an address')] : []),
    ...(posted.media !== undefined && !(URL.canParse(posted.media) && /^https?:$/.test(new URL(posted.media).protocol)) ? [problem('media_url is not a web address')] : []),
  ]
}
