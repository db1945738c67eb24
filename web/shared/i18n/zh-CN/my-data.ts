// Who asked which registry about me, what, why and by what law.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '谁看过我的数据',
  lead: '您办事时，通办会向别的部门查询需要的信息，省得您再填、再交；家里人办事，也可能查到您。每一次查询，还有工作人员每一次打开办件，都记在这里。',
  count: '最近的 {n} 条',
  forMatter: '为了办“{matter}”',
  forMatterOther: '别人办“{matter}”时查到您的信息',
  read: '看了 {n} 次',
  readFor: '办理您的“{service}”（{matter}）',
  readForOther: '办理别人的“{service}”（{matter}），里面有您的信息',
  seen: '能看到 {n} 项',
  asked: '查了 {n} 项',
  byLaw: '依据：{law}',
  follow: '看这件事',
  outcome: { answers: '查到了，已带入', noRecord: '没有查到，请您自己填', unavailable: '当时没能接通，请您自己填', withheld: '没有查到，请您自己填' },
  outcomeOther: { answers: '查到了', noRecord: '没有查到', unavailable: '没能接通', withheld: '没有告诉对方' },
  doneForMe: { title: '别人替您办的', line: '{who}替您办“{matter}”' },
  withheldHint: '有人填了您的号码来查，因为核对不出和您有关系，什么也没有告诉他。',
  empty: { title: '还没有人看过', text: '您办事时，经您同意或者依照法律查询过什么，工作人员看过什么，会一次不漏地列在这里。' },
  signIn: { title: '登录后才能看', text: '这里列的是您自己的数据被谁查过，只有您能看到。' },
  staff: { title: '请用居民账号登录', text: '这一页给居民看自己的数据被谁查过，工作人员账号没有这样的记录。' },
  wrong: { title: '觉得不对劲？', text: '有不是您自己办的事，或者觉得不该查，请拨打 12345，报上日期和部门就行。', law: '《中华人民共和国个人信息保护法》第四十四条、第四十五条：您有权知道自己的信息怎样被处理，有权查阅和复制。' },
} as const
