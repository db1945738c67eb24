// Gallery: tables, name and value pairs, timelines, progress.
// Invented people and numbers.
import { Chip } from '../Chip.tsx'
import { KeyValue } from '../KeyValue.tsx'
import { Progress } from '../Progress.tsx'
import { EmptyState } from '../States.tsx'
import { Table } from '../Table.tsx'
import { Timeline } from '../Timeline.tsx'
import { Card } from '../Card.tsx'

const rows = [
  { id: '440305-20261118-00417-6', who: '林一诺', left: '超 0.5 天', amount: '1,280.00' },
  { id: '440305-20261119-00102-3', who: '陈知秋', left: '剩 3 小时', amount: '18,632.40' },
]

export function Lists() {
  return (
    <section className="tb-stack" aria-label="列表">
      <h2>列表</h2>
      <Card>
        <Table
          caption="办件"
          captionShown
          rows={rows}
          rowKey={(row) => row.id}
          selected={(row) => row.who === '陈知秋'}
          columns={[
            { key: 'id', header: '办件编号', cell: (row) => <a href={`#${row.id}`}>{row.id}</a> },
            { key: 'who', header: '申请人', cell: (row) => row.who },
            { key: 'left', header: '期限', cell: (row) => <Chip tone="warning">{row.left}</Chip>, stackedLabel: 'hidden' },
            { key: 'amount', header: '金额（元）', cell: (row) => row.amount, align: 'end' },
          ]}
        />
      </Card>
      <Table caption="空表" rows={[]} rowKey={() => ''} columns={[]} empty={<EmptyState title="还没有办件">您申办以后，这里会看到每一步办到哪里了。</EmptyState>} />
      <Card title="登记内容">
        <KeyValue
          lines
          items={[
            { id: '1', label: '新生儿姓名', value: '陈知秋', aside: <Chip>申请人填写</Chip> },
            { id: '2', label: '父亲', value: '陈小满 4403**********0013', aside: <Chip tone="azure">人口库</Chip> },
            { id: '3', label: '落户地址', value: '南山区招商街道水湾路 12 号 3 栋 1204', aside: <Chip tone="azure">不动产登记</Chip> },
          ]}
        />
      </Card>
      <Card title="经过">
        <Timeline
          label="经过"
          items={[
            { id: '1', dateTime: '2026-11-19T09:12', time: '11-19 09:12', text: '陈小满在手机提交，同意查询 4 个数据源', tone: 'success' },
            { id: '2', dateTime: '2026-11-19T09:12', time: '11-19 09:12', text: '系统受理，转人工核对', detail: '婚姻登记日期晚于出生日期', tone: 'warning' },
            { id: '3', dateTime: '2026-11-19T10:40', time: '11-19 10:40', text: '周正领取', tone: 'azure' },
          ]}
        />
      </Card>
      <Card title="进度">
        <div className="tb-stack">
          <Progress label="出生医学证明" value={1} tone="success" />
          <Progress label="户口登记" value={0.66} />
          <Progress label="医保参保" value={0.12} tone="neutral" />
        </div>
      </Card>
    </section>
  )
}
