// Unsent words of an official: nothing is lost, nothing damaged is trusted, nothing is asked twice.
import { describe, expect, it } from 'vitest'
import { addItem, emptyDraft, isEmptyDraft, parseDraft, wrongItems, type CaseDraft } from './draft.ts'

describe('what an official has written and not sent', () => {
  const draft: CaseDraft = {
    form: 'requestSupplement', items: [{ key: '1', what: '请重新拍摄', evidence: 'identity-card' }], reasons: { refuse: '不符合条件', decline: '' }, opinion: '同意', values: { 'child.idNumber': '44' }, handOver: { to: '', note: '' },
    steps: { extend: { days: '5', reasons: '要再核实' } }, asked: { agree: 'no', text: '不同意' },
  }

  it('comes back as it was', () => {
    expect(parseDraft(JSON.stringify(draft))).toEqual(draft)
  })

  it('is empty when nothing was stored or what was stored is damaged', () => {
    for (const stored of [null, '', '{', '[]', '"text"', '7', '{"form":"delete","items":[{"what":1}],"reasons":3,"values":[1]}']) {
      expect(parseDraft(stored), String(stored)).toEqual(emptyDraft)
    }
  })

  it('counts as empty only when no form is open and nothing is written', () => {
    expect(isEmptyDraft(emptyDraft)).toBe(true)
    expect(isEmptyDraft({ ...emptyDraft, values: { a: '' } })).toBe(true)
    expect(isEmptyDraft({ ...emptyDraft, reasons: { refuse: '因', decline: '' } })).toBe(false)
    expect(isEmptyDraft({ ...emptyDraft, form: 'grant' })).toBe(false)
    expect(isEmptyDraft({ ...emptyDraft, steps: { forward: { opinion: '' } } })).toBe(true)
    expect(isEmptyDraft({ ...emptyDraft, steps: { forward: { opinion: '符' } } })).toBe(false)
  })
})

describe('the list of what is to be put right', () => {
  it('names each thing once, and as many free entries as are wanted', () => {
    const once = addItem([], { what: '', concept: 'child.name' })
    expect(addItem(once, { what: '再写一遍', concept: 'child.name' })).toEqual(once)
    expect(addItem(addItem(once, { what: '' }), { what: '' })).toHaveLength(3)
  })

  it('gives each entry a key of its own, also after one was removed', () => {
    const three = addItem(addItem(addItem([], { what: 'a' }), { what: 'b' }), { what: 'c' })
    expect(addItem(three.slice(1), { what: 'd' }).map(({ key }) => key)).toEqual(['2', '3', '4'])
  })

  it('has to say something in every entry, and not too much', () => {
    expect([...wrongItems([{ key: '1', what: ' 补 ' }, { key: '2', what: '请补拍' }, { key: '3', what: '长'.repeat(501) }])]).toEqual(['1', '3'])
  })
})
