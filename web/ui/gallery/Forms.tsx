// Gallery: every input, empty, filled, wrong and read-only.
// The first error summary belongs to the fields below it.
import { useState } from 'react'
import { Checkbox, CheckboxGroup, RadioGroup } from '../Choice.tsx'
import { Chip } from '../Chip.tsx'
import { DateInput } from '../DateInput.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { FileInput } from '../FileInput.tsx'
import { NumberInput } from '../NumberInput.tsx'
import { Select } from '../Select.tsx'
import { TextArea, TextInput } from '../TextInput.tsx'

export function Forms() {
  const [text, setText] = useState('陈知秋')
  const [date, setDate] = useState('20261116')
  const [number, setNumber] = useState<number | undefined>(89.5)
  const [choice, setChoice] = useState('father')
  const [several, setSeveral] = useState<string[]>(['card'])
  const [agreed, setAgreed] = useState(false)
  const [region, setRegion] = useState('')
  return (
    <section className="tb-page-text tb-stack-l" aria-label="表单">
      <h2>表单</h2>
      <ErrorSummary errors={[{ field: 'mother-name', message: '母亲姓名还没有填' }, { field: 'follow', message: '请选择随谁落户' }, { message: '填表期间方案更新了，请核对一遍' }]} />
      <TextInput label="孩子姓名" hint="随父姓或随母姓；可以用生僻字" value={text} onChange={setText} width="medium" required autoComplete="off" />
      <TextInput id="mother-name" label="母亲姓名" value="" onChange={() => {}} error="母亲姓名还没有填，请按身份证上的写" required />
      <TextInput label="户籍地址" value="深圳市南山区招商街道" onChange={() => {}} readOnly aside={<Chip tone="azure">人口库 · 公安</Chip>} />
      <DateInput label="出生日期" value={date} onChange={setDate} required />
      <DateInput label="结婚登记日期" value="2026-02-30" onChange={() => {}} error="没有 2 月 30 日，请核对结婚证" optional />
      <NumberInput label="住房面积" value={number} onChange={setNumber} unit="平方米" />
      <Select label="落户区" value={region} onChange={setRegion} options={[{ value: '440305', label: '南山区' }, { value: '440304', label: '福田区' }]} />
      <TextArea label="情况说明" value="孩子在外地出生，出生医学证明已经带回。" onChange={() => {}} limit={200} optional />
      <TextArea label="补充说明" value={'写得太长了'.repeat(5)} onChange={() => {}} limit={20} error="请精简到 20 个字以内" />
      <RadioGroup label="孩子随谁落户？" value={choice} onChange={setChoice} inline options={[{ value: 'father', label: '父亲' }, { value: 'mother', label: '母亲' }]} />
      <RadioGroup
        id="follow"
        label="在哪里出生？"
        hint="以出生医学证明上的为准"
        value=""
        onChange={() => {}}
        error="请选择一项"
        options={[
          { value: 'here', label: '本市医院', hint: '出生证自动取得，不用上传' },
          { value: 'elsewhere', label: '外地医院', hint: '需要上传出生医学证明' },
          { value: 'home', label: '家中', disabledReason: '家中出生要先到妇幼保健院补证' },
        ]}
      />
      <CheckboxGroup label="还想一起办" values={several} onChange={setSeveral} options={[{ value: 'card', label: '社会保障卡', hint: '可邮寄到家' }, { value: 'vaccine', label: '预防接种证' }]} />
      <Checkbox label="我同意查询公安、民政、医保三家的数据" hint="只用于这一次申办" checked={agreed} onChange={setAgreed} />
      <Checkbox label="我已核对以上内容" checked={false} onChange={() => {}} error="请核对后勾选" />
      <FileInput
        label="出生医学证明"
        accept={['.pdf', '.ofd', 'image/*']}
        maxBytes={10_000_000}
        multiple
        onAdd={() => {}}
        onRemove={() => {}}
        onRetry={() => {}}
        files={[
          { id: '1', name: '出生医学证明正面.jpg', bytes: 2_345_000, state: 'done', href: '#file' },
          { id: '2', name: '出生医学证明副页.jpg', bytes: 1_845_000, state: 'uploading', progress: 0.4 },
          { id: '3', name: '一个名字特别特别特别特别特别特别长的扫描件最终版.pdf', bytes: 845_000, state: 'failed', error: '网络断了，没有传完' },
        ]}
      />
      <FileInput label="监护人委托书" accept={['.pdf']} maxBytes={5_000_000} files={[]} onAdd={() => {}} onRemove={() => {}} optional />
    </section>
  )
}
