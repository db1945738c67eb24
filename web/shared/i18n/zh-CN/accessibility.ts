// The accessibility statement.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '无障碍说明',
  lead: '每个人都应该能自己把事办成。通办按国家标准 GB/T 37668—2019 和 WCAG 2.2 AA 级设计。',
  keyboard: { title: '只用键盘', text: '所有功能都能用键盘完成。按 Tab 键依次移动，第一下会出现“跳到正文”。' },
  screenReader: { title: '读屏软件', text: '页面结构、表单和提示都能被读出来，图示都有文字说明。' },
  elder: { title: '长辈版', text: '字更大、按钮更大、颜色对比更强，每一页都能朗读、都能找人帮忙。字号有三档，最大一档约 30 磅。' },
  colour: { title: '颜色和动效', text: '不只靠颜色说明意思。可以换深色；系统里关掉了动画，这里也不动。' },
  time: { title: '时间', text: '填表没有时间限制，每一步都自动保存。' },
  feedback: { title: '哪里不好用，请告诉我们', text: '拨打 12345，说明是哪一页、用的什么设备。' },
} as const
