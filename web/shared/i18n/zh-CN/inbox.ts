// The inbox.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  markAll: '{n} 条全部标为已读',
  mark: '标为已读',
  new: '未读',
  open: '去看办件',
  older: '看更早的消息',
  empty: '没有消息',
  emptyText: '办件有进展，会在这里告诉您。',
  failed: '没有标上，请再试一次。',
} as const
