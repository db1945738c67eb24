// Whether requests are still read as well as when the model was learnt.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '自动分类',
  lead: '诉求变了，原来学会的分类就会慢慢不准。每月看一次，每天最多抽 100 件。',
  none: '还没有看过。',
  measure: '现在看看',
  measured: '看好了',
  span: '{from}至{to}，看了 {n} 件',
  standing: { moved: '和上一段比', psi: '和训练语料比', abstained: '拿不准，交人工', corrected: '自动分的类被改过', nowRight: '改过的，现在能读对' },
  levels: { steady: '平稳', some: '有变化', much: '变化很大' },
  expected: '预期 {share}',
  ofRead: '{n} 件',
  few: '太少，看不出',
  warnings: { classes: '各类诉求的占比变化很大', abstained: '拿不准的比预期多得多', corrected: '自动分类被改过的明显偏多' },
  what: '可以把改过的类别学进去：tongban requests train --corrections。新模型不如现在的，不会换上。',
  terms: '没学过的新说法',
  term: '{term}（{n} 人）',
  areas: '各大类的占比',
  columns: { name: '大类', share: '现在', before: '上一段', moved: '变化值', learnt: '训练语料', psi: '差异值' },
  scale: '变化值和差异值是群体稳定性指标（PSI）的分项，全部相加小于 0.1 为平稳，大于 0.25 为变化很大。训练语料每一类句子数相近，所以差异值本来就不会是零。',
} as const
