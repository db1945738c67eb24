// What of a card is drawn, hidden and shown.
import { describe, expect, it } from 'vitest'
import { claimsShown, inOrder, linesOf, masked, provable, type Face } from './faces.ts'

const face = (id: string, more: Partial<Face> = {}): Face => ({ id, name: { 'zh-CN': id }, kind: 'text', always: false, derived: false, masked: false, options: [], ...more })
const card = {
  faces: [face('name', { always: true }), face('number', { masked: true }), face('born', { kind: 'date' }), face('gone'), face('over60', { derived: true, kind: 'yesNo' }), face('over80', { derived: true, kind: 'yesNo' })],
  values: { name: '林小满', number: '440304199402119982', born: '1950-03-02', gone: null, over60: true, over80: false },
}

describe('a card', () => {
  it('tells its claims in words, the masked ones in part until they are revealed', () => {
    expect(linesOf(card, 'zh-CN', false).map(({ text }) => text)).toEqual(['林小满', '440*************82', '1950年3月2日'])
    expect(linesOf(card, 'en', true).map(({ text }) => text)).toEqual(['林小满', '440304199402119982', '1950-03-02'])
    expect([masked('林小满'), masked('')]).toEqual(['林**', ''])
  })

  it('offers to prove what is so, and nothing that is not', () => {
    expect(provable(card).map(({ id }) => id)).toEqual(['over60'])
  })

  it('shows what was chosen and what every copy shows, never the value behind a proof', () => {
    expect(claimsShown(card, { kind: 'proof', claim: 'over60' })).toEqual(['name', 'over60'])
    expect(claimsShown(card, { kind: 'whole' })).toEqual(['name', 'number', 'born'])
    expect(claimsShown(card, { kind: 'chosen', claims: ['born', 'gone'] })).toEqual(['name', 'born'])
  })

  it('that no longer holds stands behind those that do', () => {
    expect(inOrder([{ standing: 'expired' as const, id: 1 }, { standing: 'valid' as const, id: 2 }, { standing: 'revoked' as const, id: 3 }]).map(({ id }) => id)).toEqual([2, 1, 3])
  })
})
