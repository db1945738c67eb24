// What makes two applications the same event: the surest thing both can state decides, and nothing else.
import { describe, expect, it } from 'vitest'
import { identityOf, isSameEvent } from './event-identity.ts'

const matter = { id: 'birth', identity: [['child.record'], ['mother.number', 'child.day']] }
const of = (values: Record<string, string | null>) => identityOf(matter, values) ?? []

describe('an event', () => {
  it('is the same when the surest value both know is the same', () => {
    expect(isSameEvent(of({ 'child.record': 'R1', 'mother.number': 'M', 'child.day': '2026-03-01' }), of({ 'child.record': 'R1' }))).toBe(true)
    expect(isSameEvent(of({ 'mother.number': 'M', 'child.day': '2026-03-01' }), of({ 'child.record': 'R1', 'mother.number': 'M', 'child.day': '2026-03-01' }))).toBe(true)
  })

  it('is another one when the surest value differs, however much else is the same: twins', () => {
    const twin = (record: string) => of({ 'child.record': record, 'mother.number': 'M', 'child.day': '2026-03-01' })
    expect(isSameEvent(twin('R1'), twin('R2'))).toBe(false)
  })

  it('is not known to be the same when nothing is stated by both', () => {
    expect(isSameEvent(of({ 'child.record': 'R1' }), of({ 'mother.number': 'M', 'child.day': '2026-03-01' }))).toBe(false)
  })

  it('has no identity when nothing of it is stated in full, or the matter names nothing', () => {
    expect(identityOf(matter, { 'mother.number': 'M', 'child.day': ' ' })).toBeNull()
    expect(identityOf({ id: 'lamp' }, { 'child.record': 'R1' })).toBeNull()
  })

  it('keeps nobody’s number in the open', () => {
    expect(JSON.stringify(of({ 'child.record': '440305199005219994' }))).not.toContain('440305199005219994')
  })
})
