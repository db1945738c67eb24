// Gallery: the three columns of the staff screen, with queue, record and actions.
// j and k move through the queue.
import { useState } from 'react'
import { Button } from '../Button.tsx'
import { Card } from '../Card.tsx'
import { Chip } from '../Chip.tsx'
import { KeyValue } from '../KeyValue.tsx'
import { LaneMap } from '../LaneMap.tsx'
import { Notice } from '../Notice.tsx'
import { PickList } from '../PickList.tsx'
import { ThreeColumns } from '../ThreeColumns.tsx'
import { useListNavigation, useShortcutListener } from '../useShortcuts.ts'
import { lanes, live } from './Matter.tsx'

const cases = [
  { id: '1', title: '出生登记 · 林一诺', side: '超 0.5 天', sideTone: 'danger' as const, meta: '440305-20261118-00417-6 · 新生儿出生', sideMeta: '随母' },
  { id: '2', title: '出生登记 · 陈知秋', side: '剩 3 小时', sideTone: 'warning' as const, meta: '440305-20261119-00102-3 · 新生儿出生', sideMeta: '随父' },
  { id: '3', title: '户口注销 · 何国栋', side: '剩 2 天', meta: '440305-20261119-00088-1 · 身后事', sideMeta: '代办' },
].map((item) => ({ ...item, href: `#${item.id}` }))

export function Staff() {
  const [at, setAt] = useState(1)
  useListNavigation({ count: cases.length, index: at, onMove: setAt, labels: { next: '下一件', previous: '上一件' } })
  useShortcutListener(true)
  return (
    <ThreeColumns
      narrow="main"
      listLabel="办件"
      mainLabel="办件内容"
      sideLabel="可以做的事"
      list={<PickList label="我的办件" items={cases} selected={cases[at]?.id} />}
      side={
        <div className="tb-stack">
          <Button block shortcut="A">准予登记</Button>
          <Button block variant="ghost" shortcut="S">一次告知补正</Button>
          <Button block variant="quiet" disabledReason="已受理，不能退回" shortcut="X">退回</Button>
        </div>
      }
    >
      <div className="tb-stack">
        <div className="tb-row">
          <h2>{cases[at]?.title}</h2>
          <Chip tone="azure">审查中</Chip>
          <span className="tb-muted tb-row-end">承诺 11月21日 17:30</span>
        </div>
        <Card title="登记内容" level={3}>
          <KeyValue lines items={[{ id: '1', label: '新生儿姓名', value: '陈知秋', aside: <Chip>申请人填写</Chip> }, { id: '2', label: '出生时间', value: '2026-11-16 04:12', aside: <Chip tone="azure">出生证 · 卫健</Chip> }]} />
        </Card>
        <Card title="规则怎么看" level={3}>
          <div className="tb-stack">
            <Notice compact tone="success">父母一方为本市户籍</Notice>
            <Notice compact tone="warning">婚姻登记日期晚于出生日期，需人工核对</Notice>
          </div>
        </Card>
        <Card title="同一件事" level={3}><LaneMap label="同一件事" lanes={lanes} items={live} /></Card>
      </div>
    </ThreeColumns>
  )
}
