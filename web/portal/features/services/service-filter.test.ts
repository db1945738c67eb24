// The filters of the service list in the address.
// What the API would refuse is left out.
import { expect, it } from 'vitest'
import { readFilter, withFilter } from './service-filter.ts'

it('reads the filters that are there', () => {
  expect(readFilter(new URLSearchParams('q=驾驶证&region=440300&theme=交通出行&page=2&kind='))).toEqual({ q: '驾驶证', region: '440300', theme: '交通出行' })
})

it('leaves out a region that is no code and cuts what is too long', () => {
  expect(readFilter(new URLSearchParams(`region=深圳&q=${'x'.repeat(300)}`))).toEqual({ q: 'x'.repeat(200) })
})

it('changes one filter and keeps the others', () => {
  expect(withFilter({ q: 'a', kind: 'licence' }, 'kind', undefined)).toEqual({ q: 'a' })
  expect(withFilter({ q: 'a' }, 'theme', '纳税')).toEqual({ q: 'a', theme: '纳税' })
  expect(withFilter({ q: 'a' }, 'q', '')).toEqual({})
})
