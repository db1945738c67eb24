// Hot topics: what many report, the tasks made of it, early warning.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '热点诉求',
  lead: '同一个地方、同一件事，很多人在说。每分钟更新；治理了，就看看后来少了多少。',
  refresh: '现在更新',
  bursts: '突然多起来了',
  burst: '{place}：{category}，一小时 {n} 件，平时大约 {expected} 件',
  columns: { name: '说的什么', place: '哪里', category: '类别', week: '近 7 天', before: '再前 7 天', all: '总共', heat: '热度', state: '治理' },
  inHand: '治理中',
  free: '还没人管',
  empty: '近两周没有热点',
  emptyText: '两件以上相像的诉求会聚到一起，显示在这里。',
  back: '回到热点诉求',
  sum: '共 {all} 件，近 7 天 {week} 件，再前 7 天 {before} 件',
  trend: '每天多少件',
  day: '日期',
  requests: '诉求',
  newest: '大家怎么说',
  callers: { title: '反复来反映的人', lead: '四周内来过三次以上。多半是一直没解决，先看看原来的答复。不显示电话号码。', newest: '最近反映的', requests: '次数', last: '最近一次' },
  task: {
    states: { open: '治理任务：进行中', done: '治理任务：已完成', dropped: '治理任务：不再做' },
    unit: '负责部门', measures: '做什么', dueOn: '期限', overdue: '已过期限', before: '立项前四周', after: '完成以后', note: '结果', count: '{n} 件',
    fewer: '折合四周 {n} 件，少了 {share}%', more: '折合四周 {n} 件，多了 {share}%', notYet: '完成以后再看', tooEarly: '满一周再看',
  },
  tasks: { title: '治理任务', lead: '很多人反映同一件事，交给一家单位从根上解决。做完写明做了什么，四周后看少了多少。', empty: '没有治理任务', emptyText: '热点诉求立项以后，会出现在负责的单位这里。', topic: '看这个热点' },
  form: {
    title: '立为治理任务', make: '交给这个部门', made: '已经立项', failed: '没有成功，请再试一次',
    needUnit: '请选负责部门', needMeasures: '写明做什么，至少五个字', needDay: '期限要在今天以后', needNote: '写明做了什么，至少五个字',
    end: '结束这个任务', note: '做了什么，或者为什么不做了', finish: '已经完成', drop: '不再做', ended: '已经记下',
  },
} as const
