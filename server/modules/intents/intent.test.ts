// What somebody wants, read from a sentence: by the model shipped, in every way people write, and honestly unsure where it cannot tell.
import { describe, expect, it } from 'vitest'
import { intentFrom, intentKinds } from './intent.ts'
import { readIntent } from './reading.ts'

const kindsOf = (texts: readonly string[]) => texts.map((text) => `${text}: ${readIntent(text).kind}`)
const all = (kind: string, texts: readonly string[]) => expect(kindsOf(texts)).toEqual(texts.map((text) => `${text}: ${kind}`))

describe('what somebody wants', () => {
  it('is to get it done when only a thing is named, or said how it is done', () => {
    all('do', ['社保卡', '出入境证件', '如何办理居住证', '我要开一家奶茶店', '我妈去世了', 'renew my passport'])
  })

  it('is to know when documents, fees, time or conditions are asked for', () => {
    all('ask', ['办社保卡要带什么材料', '补护照多少钱', '居住证几天能拿到', '外地人可以申请公租房吗', 'how much does a business license cost'])
  })

  it('is to complain or report when somebody was treated badly or something is wrong', () => {
    all('complain', ['我要投诉社保局窗口', '举报楼下饭店油烟扰民', '老板拖欠工资三个月', 'the clerk was very rude'])
  })

  it('is to follow what was handed in, to go somewhere, or to reach a person', () => {
    all('track', ['我的居住证办好了吗', '查一下护照进度', 'status of my business license'])
    all('book', ['预约办理护照', '最近的办事大厅在哪里', '车管所几点上班', 'nearest service hall'])
    all('contact', ['转人工', '社保局电话是多少', '我想找真人客服', 'talk to a person'])
  })

  it('is read alike in traditional characters, Cantonese, pinyin and with a wrong character of the same sound', () => {
    all('complain', ['我要投訴', '我要头诉', 'wo yao tousu', 'woyaotousu'])
    all('track', ['申請進度查詢', '我张身份证搞掂未', 'chaxun jindu'])
    all('do', ['補辦身份證', '身分正补办', 'shenfenzheng', '想攞身份证'])
  })

  it('comes with alternatives in order, whose confidences are one together', () => {
    const { kind, confidence, alternatives } = readIntent('社保卡补办')
    expect(new Set([kind, ...alternatives.map((each) => each.kind)])).toEqual(new Set(intentKinds))
    expect(confidence + alternatives.reduce((sum, each) => sum + each.confidence, 0)).toBeCloseTo(1)
    expect(alternatives.map((each) => each.confidence)).toEqual(alternatives.map((each) => each.confidence).sort((a, b) => b - a))
  })

  it('is unsure when the two likeliest kinds are close, so both can be offered', () => {
    expect(intentFrom([0.45, 0.4, 0.05, 0.05, 0.03, 0.02])).toMatchObject({ kind: 'do', unsure: true, alternatives: [{ kind: 'ask', confidence: 0.4 }, {}, {}, {}, {}] })
    expect(intentFrom([0.9, 0.1, 0, 0, 0, 0]).unsure).toBe(false)
    expect(readIntent('社保卡').unsure).toBe(false)
  })

  it('of nothing to read is unsure, and odd texts are read without fault', () => {
    for (const text of ['', '   ', '？！', '😀🎉', '\u0000\u0007', '\ud800']) expect(readIntent(text)).toMatchObject({ unsure: true, confidence: expect.closeTo(1 / 6, 5) })
    for (const text of ['社'.repeat(10_000), '(a+)+$', "'; drop table people; --", '<script>alert(1)</script>', 'ａｂｃ１２３', '𠮷野家']) expect(readIntent(text).confidence).toBeGreaterThan(0)
  })

  it('is read in less than a millisecond', () => {
    const texts = ['我的社保卡丢了怎么补办', 'how do i renew my residence permit', '楼下烧烤店半夜很吵没人管', 'shebaoka', '社'.repeat(10_000)]
    for (const text of texts) readIntent(text)
    const begin = performance.now()
    for (let nth = 0; nth < 200; nth += 1) readIntent(texts[nth % texts.length] ?? '')
    expect((performance.now() - begin) / 200).toBeLessThan(1)
  })

})
