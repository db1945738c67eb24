// Numbered documents: on an application, on a case, and the page on which anybody checks one.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '文书',
  lead: '各部门就这件事出具的文书，可以打开、下载保存。',
  open: '打开《{name}》',
  making: '正在制作，几秒钟就好',
  number: '{number} · {date}',
  opened: '{time} 首次查看',
  unopened: '还没有看过',
  ask: { title: '没有单独发过决定书的事项', action: '出具“{service}”的准予决定书', failed: '没有出具成功，请再试一次。' },
  staff: { title: '文书和送达', empty: '还没有出具文书。', receipt: '送达 {delivered}；{opened}', opened: '申请人 {time} 首次查看', unopened: '申请人还没有查看', undelivered: '正在制作' },
  check: {
    title: '核对文书',
    lead: '输入文书下方的 16 位验证码，看它是不是这里出具的。',
    code: '验证码',
    hint: '例如 4F7K-92MQ-XA0B-77CD，不分大小写，横线可以不输。',
    action: '核对',
    malformed: '验证码是 16 位数字和字母，请对照文书再输一次。',
    genuine: '这份文书是真的',
    genuineText: '请对照下面的内容和您手里的文书是否一致。',
    ended: '这份文书是真的，但已经失效',
    endedText: '它准予的结果已由《{name}》（{number}，{date}）撤销或注销，不能再用。',
    unknown: '没有这份文书',
    unknownText: '请核对验证码是否输对。如果没有错，这份文书不是在这里出具的，请向出具部门核实。',
    name: '文书', number: '编号', to: '申请人', authority: '出具部门', date: '日期',
  },
} as const
