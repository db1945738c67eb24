// The address of the catalogue.
import { describe, expect, it } from 'vitest'
import { placeQuery, readPlace } from './place.ts'

const roundTrip = (query: Record<string, string>) => placeQuery(readPlace(new URLSearchParams(query)))

describe('the address of the catalogue', () => {
  it('names a matter or a service in a region, or the findings of imports', () => {
    const queries: Record<string, string>[] = [{}, { region: '440305', matter: 'newborn' }, { matter: 'newborn', service: 'household-registration' }, { show: 'imports' }]
    for (const query of queries) expect(roundTrip(query)).toEqual(query)
  })

  it('leaves out what makes no sense: a region that is none, a service without its matter, a matter beside the findings', () => {
    expect(roundTrip({ region: "1' or 1=1" })).toEqual({})
    expect(roundTrip({ service: 'x' })).toEqual({})
    expect(roundTrip({ show: 'imports', matter: 'newborn' })).toEqual({ show: 'imports' })
  })
})
