// Who may do what, where: everybody, residents, officials by role, region and line of authority.
// Being logged in as the wrong person is "forbidden", not being logged in is "unauthenticated".
import { describe, expect, it } from 'vitest'
import { authorise, covers, has, jurisdictionFilter, personOf, staffOf, type Principal } from './authz.ts'
import { regionAndAbove, regionCovers, regionPrefix } from './regions.ts'

const clerk: Principal = { kind: 'staff', id: 's1', name: '甲', postings: [{ role: 'clerk', region: '440305', line: 'health' }] }
const supervisor: Principal = { kind: 'staff', id: 's2', name: '乙', postings: [{ role: 'supervisor', region: '440300', line: null }] }
const resident: Principal = { kind: 'person', id: 'p1', name: '丙' }
const nobody: Principal = { kind: 'anonymous' }

describe('permissions', () => {
  it('nobody logged in is asked to log in, the wrong role is told never', () => {
    expect(() => authorise(nobody, ['clerk'])).toThrow('unauthenticated')
    expect(() => authorise(resident, ['clerk'])).toThrow('forbidden')
    expect(() => authorise(clerk, ['clerk'])).not.toThrow()
    expect(() => authorise(clerk, 'person')).toThrow('forbidden')
  })

  it('what everybody may do needs no login, what logged-in people may do needs one', () => {
    expect(has(nobody, 'everyone')).toBe(true)
    expect(has(nobody, 'loggedIn')).toBe(false)
    expect(has(resident, 'loggedIn')).toBe(true)
    expect(has({ kind: 'system', name: 'rules' }, 'loggedIn')).toBe(false)
  })

  it('a posting covers its region and everything below, in its own line only', () => {
    expect(covers(clerk, ['clerk'], { region: '440305007', line: 'health' })).toBe(true)
    expect(covers(clerk, ['clerk'], { region: '440304', line: 'health' })).toBe(false)
    expect(covers(clerk, ['clerk'], { region: '440305', line: 'public-security' })).toBe(false)
    expect(covers(clerk, ['approver'], { region: '440305', line: 'health' })).toBe(false)
  })

  it('a posting without a line covers every line', () => {
    expect(covers(supervisor, ['supervisor'], { region: '440305', line: 'health' })).toBe(true)
    expect(covers(supervisor, ['supervisor'], { region: '440106', line: 'health' })).toBe(false)
    expect(jurisdictionFilter(supervisor, ['supervisor'])).toEqual([{ regionPrefix: '4403', line: null }])
    expect(jurisdictionFilter(resident, ['clerk'])).toEqual([])
  })

  it('a person is never taken for an official, nor an official for a person', () => {
    expect(personOf(resident).id).toBe('p1')
    expect(staffOf(clerk).id).toBe('s1')
    expect(() => personOf(clerk)).toThrow('forbidden')
    expect(() => staffOf(nobody)).toThrow('unauthenticated')
  })
})

describe('regions', () => {
  it('a province covers its cities, a city its districts, a district its streets, and not its neighbours', () => {
    expect(regionCovers('440000', '440300')).toBe(true)
    expect(regionCovers('440300', '440305007')).toBe(true)
    expect(regionCovers('440305', '440304')).toBe(false)
    expect(regionPrefix('440000')).toBe('44')
    expect(regionPrefix('441900')).toBe('4419')
  })

  it('everything above a street is named once, nearest first', () => {
    expect(regionAndAbove('440305007')).toEqual(['440305007', '440305', '440300', '440000'])
    expect(regionAndAbove('440300')).toEqual(['440300', '440000'])
  })
})
