// The time left of a request, in hours near the end and days before.
// Texts come from the source language.
import { describe, expect, it } from 'vitest'
import { deskTexts } from '../../../shared/i18n/desk-texts.ts'
import { addTexts, loadTexts, t } from '../../../shared/i18n/store.ts'
import { remaining, timeText } from './clock.ts'

const now = Date.parse('2026-03-02T10:00:00Z')

describe('the time left', () => {
  it('is said in hours below two days, and in days above', () => {
    expect(remaining('2026-03-02T11:30:00Z', now)).toEqual({ unit: 'hours', n: 1, over: false })
    expect(remaining('2026-03-06T10:00:00Z', now)).toEqual({ unit: 'days', n: 4, over: false })
    expect(remaining('2026-03-02T07:00:00Z', now)).toEqual({ unit: 'hours', n: 3, over: true })
  })

  it('is amber once four fifths are gone and red when it is over; an answered one shows its state', async () => {
    addTexts(deskTexts)
    await loadTexts(['request-desk'])
    const at = (part: object) => timeText({ state: 'handling', dueAt: '2026-03-02T11:30:00Z', mark: 0, ...part }, t, now)
    expect(at({})).toEqual({ text: '剩 1 小时', tone: 'neutral' })
    expect(at({ mark: 1 }).tone).toBe('warning')
    expect(at({ dueAt: '2026-02-20T10:00:00Z', mark: 2 })).toEqual({ text: '超 10 天', tone: 'danger' })
    expect(at({ state: 'answered' })).toEqual({ text: '已答复，待评价', tone: 'neutral' })
  })
})
