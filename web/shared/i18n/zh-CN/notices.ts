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
  signed: { open: '我签署的申请表', text: '您提交时看到并确认的全部内容，盖有电子印章，可以保存。' },
  seal: {
    title: '核对电子印章',
    lead: '电子文书上的红章可以验证：内容有没有被改过，是哪个部门盖的。文件只用来核对，不会保存。',
    file: '电子文书（PDF）',
    failed: '没有核对成功，请再试一次。',
    verdict: { valid: '印章有效，内容没有被改过', altered: '盖章以后内容被改过', unsigned: '这份文件上没有电子印章', unknownSigner: '认不出盖章的部门', expired: '盖章时印章不在有效期内', suspended: '盖章时印章已经停用' },
    text: {
      valid: '它和盖章时一模一样。', altered: '不要相信这份文件。请向出具部门要原件，或用文书下方的验证码核对。', unsigned: '图上的红章可能只是一张图。请用文书下方的验证码核对，或向出具部门核实。',
      unknownSigner: '印章不是在这里登记的。如果文书写着由这里出具，请向出具部门核实。', expired: '请向出具部门核实。', suspended: '请向出具部门核实。',
    },
    authority: '盖章部门', at: '盖章时间', time: '时间证明', stamped: '{authority}（时间戳）', unstamped: '没有时间戳，以系统记录为准',
    demonstration: '这是演示系统签发的印章，没有法律效力。',
  },
} as const
