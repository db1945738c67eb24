// The first page of the portal.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '首页',
  ask: '您想办什么事？',
  lead: '用平常的话说就行。能自动查到的，不再问您；能一次办完的，不让您跑第二次。',
  search: '您想办什么事',
  placeholder: '比如：孩子出生了要办哪些手续',
  try: '可以这样搜',
  tell: { lead: '一句话说不清要办哪件？', link: '说说您的情况', report: '身边有事想反映？', reportLink: '我要反映', benefits: '有没有该领没领的补贴？', benefitsLink: '惠民惠企政策' },
  mine: {
    title: '您正在办的事',
    failed: '您的办件暂时看不到，别的都能照常用。',
    promised: '承诺 {date}前全部办完',
    more: '还有 {n} 件正在办',
    drafts: '填了一半的事',
    filled: '已填 {n} 项 · {date}改过',
    begun: '{date}开始',
    continue: '接着办',
    messages: '{n} 条新消息',
    inbox: '去看消息',
    before: '{authority} · {date}前',
    handling: '{authority}正在办',
    waits: '等待{names}',
  },
  state: { granted: '已办结', refused: '不予办理', declined: '不予受理', withdrawn: '已撤回', stopped: '已停办', terminated: '已终止', supplement: '请您补充材料', waiting: '等待前面的事' },
  progress: { needsYou: '需要您', inProgress: '办理中' },
  matters: { person: '一次办好的事', organisation: '企业一次办好的事', more: '再看 {n} 件', hint: '一件事牵涉几个部门，只申请一次', all: '全部办事指南', none: '这里会列出能一次办好的事。现在可以先查办事指南。', failed: '没能打开这一部分' },
} as const
