// Who answers: the finest area wins, then the finer class, then what holds at that time only; where the list says nothing, the district, with the reason.
import { describe, expect, it } from 'vitest'
import { assign, holdsAt, type Moment } from './assignment.ts'
import { catalogue, list } from './testing.ts'

const scene = { list, catalogue }
const noon: Moment = { date: '2026-06-01', time: '12:00' }
const who = (leaf: string, region: string, areas: string[] = [], at = noon) => {
  const found = assign(scene, leaf, { region, areas }, at)
  return { duty: found.unit ? found.duty?.id : undefined, unit: found.unit?.name['zh-CN'], deadline: found.unit ? found.deadline : undefined, ladder: found.unit ? found.ladder.map(({ name }) => name['zh-CN']) : [], why: found.why.map((each) => each['zh-CN']).join('；') }
}

describe('the unit for a request', () => {
  it('is named by the most specific place: a road before a grid before a district before the province', () => {
    expect(who('city/lamps/out', '990102')).toMatchObject({ duty: 'province', unit: '西河路灯所' })
    expect(who('city/lamps/out', '990101001')).toMatchObject({ duty: 'district', unit: '山前办' })
    expect(who('city/lamps/out', '990101001', ['grid-1'])).toMatchObject({ duty: 'grid', unit: '东山办' })
    expect(who('city/lamps/out', '990101001', ['grid-1', 'oak-road'])).toMatchObject({ duty: 'road', unit: '市路灯局' })
  })

  it('is named by the finer class where places are equal, and by what holds at this time only before what always holds', () => {
    expect(who('city/lamps/live', '990101001')).toMatchObject({ duty: 'leaf', unit: '东山路灯所', deadline: 'utility' })
    expect(who('city/lamps/live', '990101001', [], { date: '2026-06-01', time: '23:30' })).toMatchObject({ duty: 'night', unit: '东山公安', deadline: 'life' })
    expect(who('city/lamps/live', '990101001', [], { date: '2026-06-01', time: '06:00' })).toMatchObject({ duty: 'leaf' })
    expect(who('city/lamps/out', '990102', [], { date: '2026-12-01', time: '12:00' })).toMatchObject({ duty: 'winter', unit: '市路灯局' })
  })

  it('is the next best when the place is not known finely enough, and says so', () => {
    const found = who('city/lamps/out', '990101')
    expect(found).toMatchObject({ duty: 'province', unit: '东山路灯所' })
    expect(found.why).toContain('定不到是哪一家')
  })

  it('is the government of the district where the list says nothing, and nobody where the district is not known either', () => {
    expect(who('city/dogs/loose', '990101001')).toMatchObject({ duty: undefined, unit: '东山区政府' })
    expect(who('city/dogs/loose', '990101001').why).toContain('兜底')
    expect(who('no/such/class', '990101')).toMatchObject({ unit: '东山区政府', deadline: 'ordinary' })
    expect(assign(scene, 'city/dogs/loose', { region: '990100', areas: [] }, noon).unit).toBeUndefined()
  })

  it('has a ladder: what the duty names, else the same line one level up, then the governments above', () => {
    expect(who('city/lamps/out', '990101001', ['oak-road']).ladder).toEqual(['市政府', '东山区政府'])
    expect(who('city/lamps/live', '990101001').ladder).toEqual(['市路灯局', '东山区政府', '市政府'])
  })

  it('lists what was less specific, so that a simulator can show it', () => {
    const found = assign(scene, 'city/lamps/live', { region: '990101001', areas: ['grid-1'] }, noon)
    expect(found.others.map(({ duty }) => duty.id)).toEqual(['leaf', 'district', 'province'])
  })
})

describe('a time of day or year', () => {
  it('may run over midnight or the turn of the year; the end of an hour no longer counts, the last month does', () => {
    expect(['21:59', '22:00', '05:59', '06:00'].map((time) => holdsAt({ hours: { from: '22:00', to: '06:00' } }, { date: '2026-01-01', time }))).toEqual([false, true, true, false])
    expect(['10', '11', '02', '03'].map((month) => holdsAt({ months: { from: 11, to: 2 } }, { date: `2026-${month}-15`, time: '12:00' }))).toEqual([false, true, true, false])
  })
})
