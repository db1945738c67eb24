// What components promise to screen readers, read from the markup they render.
// How they look and move is checked in the browser by gallery/check.ts.
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Button } from './Button.tsx'
import { Badge } from './Chip.tsx'
import { RadioGroup } from './Choice.tsx'
import { DateInput } from './DateInput.tsx'
import { LaneMap } from './LaneMap.tsx'
import { SavingNumbers } from './SavingNumbers.tsx'
import { TaskList } from './Steps.tsx'
import { Table } from './Table.tsx'
import { TextArea, TextInput } from './TextInput.tsx'

const html = (node: ReactNode) => renderToStaticMarkup(node)
const words = (node: ReactNode) => html(node).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()
const attribute = (markup: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(markup)?.[1]
const nothing = () => {}

describe('a button', () => {
  it('that cannot be used says why, and stays reachable', () => {
    const markup = html(<Button disabledReason="还有 2 个问题没有回答">提交</Button>)
    expect(markup).toContain('aria-disabled="true"')
    expect(markup).not.toContain(' disabled')
    expect(markup).toContain(`<small id="${attribute(markup, 'aria-describedby')}">还有 2 个问题没有回答</small>`)
  })

  it('that is busy says so and keeps its words', () => {
    expect(html(<Button busy>提交</Button>)).toMatch(/aria-busy="true".*提交/)
  })
})

describe('an input', () => {
  it('is tied to its label, hint and error', () => {
    const markup = html(<TextInput id="mother.name" label="母亲姓名" hint="按身份证上的写" error="还没有填" value="" onChange={nothing} required />)
    expect(markup).toContain('<label for="mother.name">母亲姓名</label>')
    expect(markup).toContain('aria-invalid="true"')
    const described = attribute(markup, 'aria-describedby')?.split(' ') ?? []
    expect(described).toHaveLength(2)
    for (const id of described) expect(markup).toContain(`id="${id}"`)
  })

  it('for a date reads back what it understood and keeps what it did not', () => {
    expect(words(<DateInput label="出生日期" value="20261116" onChange={nothing} />)).toContain('2026年11月16日 星期一')
    expect(html(<DateInput label="出生日期" value="前天" onChange={nothing} />)).toContain('value="前天"')
  })

  it('for long text counts letters as people do and never cuts', () => {
    expect(words(<TextArea label="说明" value="👶👶𠮷" limit={2} onChange={nothing} />)).toContain('多了 1 个字')
  })

  it('with few answers is one group whose impossible answers say why', () => {
    const markup = html(<RadioGroup label="在哪里出生？" value="here" onChange={nothing} options={[{ value: 'here', label: '本市' }, { value: 'home', label: '家中', disabledReason: '要先补证' }]} />)
    expect(markup).toContain('role="radiogroup"')
    expect(markup.match(/disabled=""/g)).toHaveLength(1)
    expect(markup).toContain('要先补证')
  })
})

describe('a list', () => {
  it('of rows names each cell for the stacked form, without saying it twice', () => {
    const markup = html(<Table caption="办件" rows={['陈知秋']} rowKey={String} columns={[{ key: 'who', header: '申请人', cell: (row) => row }, { key: 'left', header: '期限', cell: () => '剩 3 小时' }]} />)
    expect(markup).toContain('<th role="rowheader" scope="row">')
    expect(markup).toContain('<span class="tb-table-label" aria-hidden="true">期限</span>')
  })

  it('without rows is what the page says instead', () => {
    expect(words(<Table caption="办件" rows={[]} rowKey={String} columns={[]} empty={<p>还没有办件</p>} />)).toBe('还没有办件')
  })

  it('of tasks links only what can be opened', () => {
    const markup = html(<TaskList label="要做的事" tasks={[{ id: '1', label: '孩子', state: 'todo', href: '/a' }, { id: '2', label: '提交', state: 'blocked', href: '/b', reason: '前面都填完就能提交' }]} />)
    expect(markup).toContain('href="/a"')
    expect(markup).not.toContain('href="/b"')
  })

  it('of parallel work is read in order with unit, state and what it waits for, also before it is drawn', () => {
    const items = [{ id: 'a', label: '出生登记', lane: 'police', start: 0, end: 2, state: 'active' as const, sub: '11月21日前', note: '周正正在办' }]
    expect(words(<LaneMap label="进度" lanes={[{ id: 'police', label: '公安' }]} items={items} />)).toBe('出生登记 11月21日前 公安 · 办理中 · 周正正在办')
  })
})

describe('a figure', () => {
  it('says which number was before and which is now', () => {
    expect(words(<SavingNumbers label="省下了什么" items={[{ id: 'f', label: '要填的内容', before: 96, after: 31, saved: '少填 68%' }]} />)).toBe('要填的内容 原来 96 现在 31 少填 68%')
  })

  it('that did not change claims no saving', () => {
    expect(words(<SavingNumbers label="省下了什么" items={[{ id: 'f', label: '收费', before: 0, after: 0 }]} />)).toBe('收费 现在 0')
  })

  it('of zero unread messages is not drawn', () => {
    expect(html(<Badge count={0} label="条未读" />)).toBe('')
  })
})
