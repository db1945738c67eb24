// Proposals that wait for a head, and results whose days are over.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '待批和到期',
  lead: '延长期限、终止办理、撤销和注销，由同事提请、负责人决定；到期没有延续的结果，在这里提请注销。',
  waiting: '等负责人决定（{n}）',
  none: '没有等待决定的提请。',
  case: '办件',
  action: '提请',
  reasons: '理由',
  by: '提请人',
  since: '提请时间',
  open: '看办件并决定',
  mine: '您提请的',
  unheard: '要先听取持有人意见',
  until: '{date}前可陈述',
  ended: '已过有效期（{n}）',
  noneEnded: '没有到期未处理的结果。',
  result: '结果',
  number: '编号',
  endedOn: '到期日',
  cancel: '看办件，提请注销',
  law: '有效期届满未延续的，应当依法办理注销手续（行政许可法第七十条第一项）。',
} as const
