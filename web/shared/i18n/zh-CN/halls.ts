// Halls one can go to, and how a visit is booked.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '想当面办',
  hint: '到窗口说一声也行，工作人员会帮您填。',
  book: '去预约',
  bookByPhone: '打电话预约 {phone}',
  ask: '去之前打 {phone} 问一声',
  call: '打电话 {phone}',
} as const
