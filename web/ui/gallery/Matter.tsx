// Gallery: what a matter's page is made of, in the shape of such a page.
// Figures and people are invented.
import { Breadcrumbs } from '../Breadcrumbs.tsx'
import { Button, LinkButton } from '../Button.tsx'
import { Card, LinkCard } from '../Card.tsx'
import { Chip } from '../Chip.tsx'
import { KeyValue } from '../KeyValue.tsx'
import { LaneMap, type Lane, type LaneItem } from '../LaneMap.tsx'
import { SavingNumbers } from '../SavingNumbers.tsx'
import { SearchBox } from '../SearchBox.tsx'
import { Table } from '../Table.tsx'

export const lanes: Lane[] = [{ id: 'health', label: '卫健' }, { id: 'police', label: '公安' }, { id: 'insurance', label: '医保' }, { id: 'people', label: '人社' }]
const planned: LaneItem[] = [
  { id: 'birth', label: '出生医学证明', sub: '1 天', lane: 'health', start: 0, end: 1, state: 'planned', critical: true },
  { id: 'vaccine', label: '预防接种证', sub: '1 天', lane: 'health', start: 1, end: 2, state: 'planned', dependsOn: ['birth'], note: '出生医学证明办结即开始' },
  { id: 'register', label: '出生登记', sub: '2 天', lane: 'police', start: 1, end: 3, state: 'planned', critical: true, dependsOn: ['birth'], note: '出生医学证明办结即开始' },
  { id: 'insure', label: '居民医保参保', sub: '5 天', lane: 'insurance', start: 3, end: 8, state: 'planned', critical: true, dependsOn: ['register'] },
  { id: 'card', label: '社会保障卡', sub: '5 天', lane: 'people', start: 3, end: 8, state: 'planned', dependsOn: ['register'] },
  { id: 'allowance', label: '生育津贴', sub: '免申即享', lane: 'insurance', start: 8, end: 8, state: 'planned', dependsOn: ['insure'] },
]
const states: Record<string, Partial<LaneItem>> = {
  birth: { state: 'done', sub: '11月17日办结' },
  vaccine: { state: 'attention', sub: '请补一张照片', href: '#vaccine' },
  register: { state: 'active', sub: '11月21日前', note: '周正正在办', href: '#register' },
  insure: { state: 'waiting', sub: '11月28日前' },
  card: { state: 'late', sub: '原定 11月19日' },
  allowance: { state: 'refused', sub: '不符合条件' },
}
export const live: LaneItem[] = planned.map((item) => ({ ...item, ...states[item.id] }))

const traces = [
  { what: '母亲姓名、证件号码、住址', from: '人口库 · 公安', users: '5 个部门', law: '户口登记条例第七条' },
  { what: '结婚证', from: '电子证照 · 民政', users: '公安', law: '电子证照与纸质同效' },
  { what: '孩子年龄', from: '由出生日期算出', users: '医保、人社', law: '–' },
]

export function Matter() {
  return (
    <section className="tb-stack" aria-label="一件事">
      <Breadcrumbs items={[{ label: '首页', href: '#' }, { label: '出生', href: '#stage' }, { label: '新生儿出生' }]} />
      <SearchBox size="hero" label="办什么事" value="" onChange={() => {}} onSubmit={() => {}} placeholder="比如：孩子出生了要办哪些手续" />
      <div className="tb-columns">
        <header>
          <h2>新生儿出生“一件事”</h2>
          <p>出生证、户口、预防接种、医保、社保卡和生育津贴，填一张表，五个部门同时办。</p>
        </header>
        <aside className="tb-stack" aria-label="办理">
          <Card>
            <LinkButton href="#start" block>开始办理</LinkButton>
            <p className="tb-muted">约 6 分钟。随时保存，可换设备接着办。</p>
          </Card>
          <Card><KeyValue items={[{ id: '1', label: '谁能办', value: '父亲、母亲或监护人' }, { id: '2', label: '收费', value: '不收费' }, { id: '3', label: '咨询', value: '12345' }]} /></Card>
          <Card tone="attention" title="为您找到 1 项待遇" aside={<Chip tone="attention">免申即享</Chip>}>
            <p>确认收款账户后 5 个工作日内发放。</p>
            <Button>确认账户</Button>
          </Card>
        </aside>
        <div className="tb-stack">
          <SavingNumbers
            label="省下了什么"
            items={[
              { id: 'a', label: '申请次数', before: 7, after: 1, saved: '少 6 次' },
              { id: 'f', label: '要填的内容', before: 96, after: 31, saved: '少填 68%' },
              { id: 'e', label: '要交的材料', before: 21, after: 3, saved: '少交 18 份' },
              { id: 'd', label: '最长等待', before: 38, after: 8, unit: '天', saved: '工作日，快 79%' },
            ]}
            trace={<Button variant="plain">怎么算出来的</Button>}
          />
          <Card title="五个部门怎样同时办"><LaneMap label="办理流程" lanes={lanes} items={planned} /></Card>
          <Card title="现在办到哪里了" aside={<Chip tone="azure">办理中</Chip>}><LaneMap label="办理进度" lanes={lanes} items={live} /></Card>
          <Card title="不用您提供的 65 项内容" aside={<a href="#all">全部展开</a>}>
            <Table
              caption="不用您提供的内容"
              rows={traces}
              rowKey={(row) => row.what}
              columns={[
                { key: 'what', header: '内容 / 材料', cell: (row) => row.what },
                { key: 'from', header: '从哪里来', cell: (row) => <Chip tone="azure">{row.from}</Chip> },
                { key: 'users', header: '谁会用到', cell: (row) => row.users },
                { key: 'law', header: '依据', cell: (row) => row.law },
              ]}
            />
          </Card>
        </div>
      </div>
      <div className="tb-tiles">
        <LinkCard href="#1" title="新生儿出生" foot={<><Chip>7 个事项 · 5 个部门</Chip><Chip tone="success">少填 68%</Chip></>}>出生证、户口、医保、社保卡、预防接种、生育津贴一起办</LinkCard>
        <LinkCard href="#2" title="身后事" foot={<Chip tone="warning">筹备中</Chip>}>死亡证明、户口注销、养老金和医保个人账户、丧葬补助</LinkCard>
        <LinkCard href="#3" title="开办餐饮店">营业执照、食品经营许可、招牌、消防、排水，一张表报完</LinkCard>
      </div>
    </section>
  )
}
