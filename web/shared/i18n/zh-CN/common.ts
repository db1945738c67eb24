// Words that several pages share. A word used by one page only belongs to that page's area.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  save: '保存',
  cancel: '取消',
  back: '返回',
  continue: '继续',
  change: '修改',
  confirm: '确定',
  yes: '是',
  no: '否',
  none: '无',
  workingDays: '{n} 个工作日',
  days: '{n} 天',
  saved: '已保存',
  rateGuide: '评价这份指南',
} as const
