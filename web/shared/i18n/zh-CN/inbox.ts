// The inbox.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  markAll: '{n} 条全部标为已读',
  mark: '标为已读',
  new: '未读',
  batchAnswers: '去核对、答复',
  openConsents: '去看清楚、答复',
  openHardCase: '看看进展',
  openRequest: '看这件诉求',
  openRating: '看我的评价',
  openBenefits: '看看属于我的',
  openDispute: '看更正进展',
  notice: '打开《{name}》',
  open: '去看办件',
  older: '看更早的消息',
  empty: '没有消息',
  emptyText: '办件有进展，会在这里告诉您。',
  failed: '没有标上，请再试一次。',
  choices: {
    title: '要告诉我哪些',
    label: '这些消息要不要',
    always: '要您补充材料、没有批准这类必须让您知道的，始终会告诉您。',
    saved: '记下了。',
    texts: '重要的再发一条短信到 {phone}',
    textsHint: '要补充材料、有了结果、诉求有答复，才发。回复短信 T 也能停。',
    kinds: { applicationSubmitted: '提交成功', caseGranted: '有一项办好了', caseWithdrawn: '撤回了一项', applicationWithdrawn: '整件事撤回了' },
  },
} as const
