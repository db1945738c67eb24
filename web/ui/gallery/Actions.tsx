// Gallery: buttons, chips, tabs, menus, steps, paging.
// Every variant in rest, busy and disabled.
import { useState } from 'react'
import { Button, LinkButton, type ButtonVariant } from '../Button.tsx'
import { Badge, Chip } from '../Chip.tsx'
import { HelpButton } from '../HelpButton.tsx'
import { Kbd } from '../Kbd.tsx'
import { Menu } from '../Menu.tsx'
import { LoadMore, Pagination } from '../Pagination.tsx'
import { ReadAloud } from '../ReadAloud.tsx'
import { Stepper, TaskList } from '../Steps.tsx'
import { Tabs } from '../Tabs.tsx'
import type { Tone } from '../tone.ts'

const variants: ButtonVariant[] = ['primary', 'ghost', 'quiet', 'danger', 'plain']
const tones: Tone[] = ['neutral', 'azure', 'success', 'warning', 'danger', 'attention']

export function Actions() {
  const [tab, setTab] = useState<'mine' | 'open' | 'late'>('mine')
  return (
    <section className="tb-stack" aria-label="操作">
      <h2>操作</h2>
      <div className="tb-row">{variants.map((variant) => <Button key={variant} variant={variant}>{variant}</Button>)}</div>
      <div className="tb-row">{variants.map((variant) => <Button key={variant} variant={variant} busy>正在提交</Button>)}</div>
      <div className="tb-row">
        <Button icon="add">再加一人</Button>
        <LinkButton href="#go" variant="ghost" icon="arrow">去看看</LinkButton>
        <Button variant="quiet" shortcut="A">准予登记</Button>
        <Button disabledReason="还有 2 个问题没有回答">提交</Button>
      </div>
      <div className="tb-row">
        {tones.map((tone) => <Chip key={tone} tone={tone}>{tone}</Chip>)}
        <span>消息 <Badge count={3} label="条未读" /></span>
        <span>待办 <Badge count={128} label="件" tone="azure" /></span>
        <Kbd keys="Ctrl+K" /> <Kbd keys="g q" />
      </div>
      <div className="tb-row">
        <Menu label="更多操作" items={[{ id: '1', label: '打印回执', onSelect: () => {}, shortcut: 'P' }, { id: '2', label: '查看授权', href: '#auth' }, { id: '3', label: '撤回申请', disabledReason: '已经办结，不能撤回' }]} />
        <ReadAloud />
        <HelpButton><p>拨打 12345，工作人员一步步教您。</p></HelpButton>
      </div>
      <Tabs
        label="办件"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'mine', label: '我的', count: 12, content: <p>我的办件</p> },
          { id: 'open', label: '待领', count: 31, content: <p>待领办件</p> },
          { id: 'late', label: '快到期', count: 0, content: <p>快到期办件</p> },
        ]}
      />
      <Stepper current="check" steps={[{ id: 'scenario', label: '您的情况', href: '#1' }, { id: 'fill', label: '填写', href: '#2' }, { id: 'check', label: '核对' }, { id: 'consent', label: '同意查询' }, { id: 'submit', label: '提交' }]} />
      <TaskList
        label="要做的事"
        tasks={[
          { id: '1', label: '孩子', hint: '姓名、出生时间和地点', state: 'done', href: '#child' },
          { id: '2', label: '父亲和母亲', state: 'current', href: '#parents' },
          { id: '3', label: '落户地址', state: 'todo', href: '#address' },
          { id: '4', label: '收款账户', state: 'attention', reason: '户名和申请人不一致', href: '#account' },
          { id: '5', label: '核对和提交', state: 'blocked', reason: '前面都填完就能提交' },
        ]}
      />
      <Pagination page={4} pages={12} hrefFor={(page) => `#page-${page}`} />
      <LoadMore shown={20} total={128} onMore={() => {}} />
    </section>
  )
}
