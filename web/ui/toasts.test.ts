// What the toast queue keeps.
// Each test closes what it opened.
import { afterEach, describe, expect, it } from 'vitest'
import { closeToast, currentToasts, toast } from './toasts.ts'

afterEach(() => {
  for (const { id } of currentToasts()) closeToast(id)
})

describe('toasts', () => {
  it('of success leave by themselves; errors and those with an action stay', () => {
    toast('已保存')
    toast('没有保存上', { tone: 'danger' })
    toast('已删除', { action: { label: '撤销', run: () => {} } })
    expect(currentToasts().map(({ text, stays }) => [text, stays])).toEqual([['已保存', false], ['没有保存上', true], ['已删除', true]])
  })

  it('with the same words are one toast', () => {
    toast('已保存')
    toast('已保存')
    expect(currentToasts()).toHaveLength(1)
  })

  it('never pile up beyond five', () => {
    for (let n = 1; n <= 7; n += 1) toast(`第 ${n} 条`)
    expect(currentToasts().map(({ text }) => text)).toEqual(['第 3 条', '第 4 条', '第 5 条', '第 6 条', '第 7 条'])
  })
})
