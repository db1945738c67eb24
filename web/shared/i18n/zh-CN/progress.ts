// Asking how far an application is, without logging in: by its number and the last digits of the phone.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '查办理进度',
  lead: '不用登录。输入受理编号和申请人手机号的后四位，只能看到办到哪一步，看不到填了什么。可以把编号发给家人帮着看。',
  number: '受理编号',
  numberHint: '提交后的页面和消息里都有，例如 440305-20261119-00102-3',
  phone: '手机号后四位',
  phoneHint: '申请人登录用的手机号',
  ask: '查进度',
  again: '再查一件',
  missing: { title: '请再看一下', number: '请填受理编号。', phone: '请填四位数字。' },
  none: '没有查到。请核对编号和手机号后四位，两样都对上才能看。',
  tooMany: '这个编号查得太多了，请一小时以后再试。本人可以登录后在“我的办件”里看。',
  failed: '没能查成，请再试一次。',
  heading: '{matter}',
  meta: '编号 {number} · {date}提交',
  promise: '承诺{date}前全部办完',
  before: '{date}前',
  after: '等{services}办好就开始',
  services: '各部门办到哪里了',
  own: '是您自己的事？',
  ownText: '登录后能看到结果、补交材料。',
  login: '登录后查看',
} as const
