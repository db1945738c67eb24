// What is searched, as it stands in the address: the words, one type of result, one region.
// Pure. Whatever an address holds that the API would refuse is left out.

export const resultTypes = ['matter', 'service', 'answer', 'importedService'] as const
export type ResultType = (typeof resultTypes)[number]

export interface Search {
  q: string
  type?: ResultType
  region?: string
}

/** Longest question the API takes, in characters. */
const longest = 200

export function readSearch(search: URLSearchParams): Search {
  const type = resultTypes.find((each) => each === search.get('type'))
  const region = search.get('region') ?? ''
  return {
    q: (search.get('q') ?? '').trim().slice(0, longest),
    ...(type ? { type } : {}),
    ...(/^\d{6}(\d{3})?$/.test(region) ? { region } : {}),
  }
}
