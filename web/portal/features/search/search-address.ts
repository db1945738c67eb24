// What is searched, as it stands in the address: the words, one type of result, one region, for whom, and what is wanted of it.
// Pure. Whatever an address holds that the API would refuse is left out.

export const resultTypes = ['matter', 'service', 'benefit', 'answer', 'outlet', 'authority', 'credential', 'help', 'importedService'] as const
export type ResultType = (typeof resultTypes)[number]

export const audiences = ['person', 'organisation'] as const
export type Audience = (typeof audiences)[number]
/** In the address of whoever acts for a company and wants to see what is for anybody. */
export const anybody = 'anybody'

/** What somebody may want who types words; as server/modules/intents has them. */
export const intentKinds = ['do', 'ask', 'complain', 'track', 'book', 'contact'] as const
export type IntentKind = (typeof intentKinds)[number]

export interface Search {
  q: string
  type?: ResultType
  region?: string
  audience?: Audience | typeof anybody
  /** Chosen by the person where the words alone did not say it. */
  want?: IntentKind
}

/** Beside the words: search where this device searched last. Only the browser knows where that is, so a form sent without the app asks for it. */
export const fromHere = { from: 'here' } as const

export const isFromHere = (address: URLSearchParams): boolean => address.get('from') === fromHere.from

/** Longest question the API takes, in characters. */
export const longest = 200

/** All of what was written, also what a search does not take. */
export const wholeOf = (address: URLSearchParams): string => (address.get('q') ?? '').trim()

const oneOf = <Value extends string>(values: readonly Value[], asked: string | null): Value | undefined => values.find((each) => each === asked)

export function readSearch(address: URLSearchParams): Search {
  const type = oneOf(resultTypes, address.get('type'))
  const audience = oneOf([...audiences, anybody], address.get('audience'))
  const want = oneOf(intentKinds, address.get('want'))
  const region = address.get('region') ?? ''
  return {
    q: wholeOf(address).slice(0, longest),
    ...(type ? { type } : {}),
    ...(/^\d{6}(\d{3})?$/.test(region) ? { region } : {}),
    ...(audience ? { audience } : {}),
    ...(want ? { want } : {}),
  }
}

/** For whom comes first: as the address says, else companies for whoever acts for one. It hides nothing, so it need not stand in the address. */
export const audienceOf = (audience: Search['audience'], acting: { capacity: string } | undefined): Audience | undefined => {
  if (audience !== undefined) return audience === anybody ? undefined : audience
  return acting?.capacity === 'company' ? 'organisation' : undefined
}
