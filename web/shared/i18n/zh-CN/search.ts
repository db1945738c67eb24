// Search: the box, results by type, nothing found.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '搜一搜',
  titleFor: '{q} · 搜一搜',
  label: '您想办什么事',
  placeholder: '用平常的话说就行',
  place: '地区',
  anywhere: '不限',
  type: '类型',
  all: '全部',
  types: { matter: '一件事', service: '办事指南', answer: '难处与答案', importedService: '省政务服务网的指南' },
  best: '最合适',
  found: '找到 {n} 条',
  more: '{type}共 {n} 条，全部列出',
  go: '去办理',
  open: '看指南',
  keys: '按上下方向键选择，回车打开',
  none: {
    title: '没有找到“{q}”',
    text: '换个说法试试，比如只写事情的名称：上户口、社保卡。',
    call: '拨打 12345 问一问',
    callHint: '着急可以拨打 12345，工作人员会告诉您该找哪个部门、要办什么。',
    browse: '按部门、地区找',
    tell: '说说您的难处',
    tellHint: '哪件事都对不上，就把难处写下来，有专人接手，替您去找部门。',
  },
  empty: { try: '可以这样搜', browse: '全部办事指南', browseHint: '按部门、地区、类别查找' },
  failed: { title: '没能搜索', text: '您写的话还在，请再试一次，也可以直接拨打 12345。' },
} as const
