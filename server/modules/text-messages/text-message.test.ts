// Numbers, hours, tries and words of text messages, without a database.
import { describe, expect, it } from 'vitest'
import { maskedMobile, mobileOf } from './phone.ts'
import { listTextKinds, mostCharacters, registeredText, textKinds, textOf } from './text-kinds.ts'
import { afterQuiet, findAgainAt, lookAgainAt, nextDay, outIdOf, readOutId, textAfter, textStates, textSteps, triedAgainAt, wishIn } from './text-message.ts'

const at = (iso: string) => new Date(iso)

describe('a number', () => {
  it('is a mainland mobile number, however it was written, and shown masked', () => {
    expect(['15400000101', '154 0000 0101', '+86 154-0000-0101', '8615400000101', '008615400000101'].map(mobileOf)).toEqual(Array.from({ length: 5 }, () => '15400000101'))
    expect(['12345', '075512345678', '25400000101', '1540000010', '154000001011', '+85261234567', '', '１５４００００'].map(mobileOf)).toEqual(Array.from({ length: 8 }, () => undefined))
    expect(maskedMobile('15400000101')).toBe('154****0101')
  })
})

describe('the quiet hours', () => {
  const quiet = { from: 22, until: 8 }
  it('are waited out, over midnight as well', () => {
    expect(afterQuiet(at('2026-03-02T13:59:59Z'), quiet)).toEqual(at('2026-03-02T13:59:59Z'))
    expect(afterQuiet(at('2026-03-02T14:00:00Z'), quiet)).toEqual(at('2026-03-03T00:00:00Z'))
    expect(afterQuiet(at('2026-03-02T18:30:00Z'), quiet)).toEqual(at('2026-03-03T00:00:00Z'))
    expect(afterQuiet(at('2026-03-03T00:00:00Z'), quiet)).toEqual(at('2026-03-03T00:00:00Z'))
    expect(afterQuiet(at('2026-03-02T05:00:00Z'), { from: 12, until: 14 })).toEqual(at('2026-03-02T06:00:00Z'))
    expect(afterQuiet(at('2026-03-02T18:30:00Z'), undefined)).toEqual(at('2026-03-02T18:30:00Z'))
    expect(nextDay(at('2026-03-02T05:00:00Z'), quiet)).toEqual(at('2026-03-03T00:00:00Z'))
    expect(nextDay(at('2026-03-02T05:00:00Z'), undefined)).toEqual(at('2026-03-02T16:00:00Z'))
  })
})

describe('what is looked at again', () => {
  it('waits ever longer, and not for ever', () => {
    const sent = at('2026-03-02T00:00:00Z')
    const after = (minutes: number) => new Date(sent.getTime() + minutes * 60_000)
    expect([1, 4, 30, 600].map((minutes) => (findAgainAt(sent, after(minutes)).getTime() - after(minutes).getTime()) / 60_000)).toEqual([2, 4, 30, 60])
    expect([5, 60, 1200, 4400].map((minutes) => lookAgainAt(sent, after(minutes)) && ((lookAgainAt(sent, after(minutes))?.getTime() ?? 0) - after(minutes).getTime()) / 60_000)).toEqual([10, 60, 720, null])
    expect([1, 2, 3].map((tries) => (triedAgainAt(tries, sent).getTime() - sent.getTime()) / 3_600_000)).toEqual([1, 2, 4])
  })

  it('is found by the message and the try', () => {
    const id = '0195a000-0000-7000-8000-000000000001'
    expect(readOutId(outIdOf(id, 3))).toEqual({ id, tries: 3 })
    expect(['', id, `${id}-x`, `${id}-1 or 1=1`].map(readOutId)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('the lifecycle', () => {
  it('leaves what was delivered or dropped alone, and reaches every state', () => {
    expect(textSteps.flatMap((step) => ['delivered', 'dropped'].map((state) => textAfter(state as 'dropped', step)))).toEqual(Array.from({ length: textSteps.length * 2 }, () => undefined))
    const reached = new Set(['queued', ...textStates.flatMap((state) => textSteps.map((step) => textAfter(state, step)))])
    expect(textStates.every((state) => reached.has(state))).toBe(true)
  })
})

describe('an answer', () => {
  it('is a wish or nothing', () => {
    expect(['T', ' t ', 'Ｔ', 'TD', '退订', 'R'].map(wishIn)).toEqual(Array.from({ length: 6 }, () => 'stop'))
    expect(['恢复', '谢谢', 'T恤', '', '不满意'].map(wishIn)).toEqual(['resume', undefined, undefined, undefined, undefined])
  })
})

describe('the words', () => {
  it('can be registered: no refusing, no brackets of the sender, no whole address as a place, no places side by side', () => {
    for (const kind of listTextKinds()) {
      const text = registeredText(kind, 'https://example.gov.cn')
      expect(text, kind).not.toMatch(/退订|拒收|[【】[\]]|\}\$\{|\{site\}/)
      expect(text.includes('/s/${code}'), kind).toBe(textKinds[kind].linked)
      expect(text.length, kind).toBeLessThan(500)
    }
  })

  it('are filled, the longest number fitting its place', () => {
    expect('440305-20261119-00102-3'.length).toBeLessThanOrEqual(mostCharacters)
    expect(textOf('requestReceived', { number: 'N1', day: '2026年3月9日', code: 'Abc' }, 'https://example.gov.cn')).toBe('您反映的问题收到了，编号N1，最晚2026年3月9日答复。办到哪一步，随时点开看：https://example.gov.cn/s/Abc')
  })
})
