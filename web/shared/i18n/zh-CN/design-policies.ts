// Policies (惠民惠企政策) written in the workbench: the form, tests beside it, what a change would do.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  begin: { new: '新的一项政策', audience: '发给谁', nameHint: '老百姓怎么叫就怎么写，例如：一孩育儿补贴。', idHint: '小写英文字母和连字符，定了就不再改，例如 first-child-grant。', none: '还没有政策。', show: '看政策（{n}）', policy: '政策', summary: '发什么' },
  parts: { policy: '政策', tests: '样例', effect: '影响' },
  audiences: { person: '个人', company: '企业' },
  themes: { elders: '养老', family: '生育和家庭', disability: '助残', assistance: '救助', employment: '就业', education: '教育', housing: '住房', health: '医疗', veterans: '退役军人', innovation: '创新', growth: '发展壮大', hiring: '招人用人', culture: '文旅' },
  periods: { once: '一次性', month: '每月', quarter: '每季度', year: '每年' },
  ways: { automatic: '自动发放', confirm: '本人确认', apply: '本人申请' },
  wayHints: { automatic: '有账户的直接发，不用操作。', confirm: '告诉本人，确认后发。', apply: '告诉本人条件已经符合，一步申请。' },
  levels: { street: '街道', district: '区县', city: '市', province: '省' },
  verdicts: { yes: '符合', no: '不符合', unknown: '还不清楚', none: '没有生效' },
  texts: { title: '文字和依据', name: '名称', summary: '一句话：发什么', explains: '谁能领、为什么、怎么领', for: '发给谁', theme: '放在哪一类', date: '文件日期', url: '原文网址', from: '从哪天起', until: '到哪天止', untilHint: '不填，就一直有效。' },
  conditions: { title: '{n} 条条件，都要符合', add: '加一条', condition: '第 {n} 条条件', name: '用一句话说', rule: '怎么判断', ruleHint: '写事实的名称就能选，例如输入“出生”。', lack: '不符合的人可以怎么办', remove: '删掉第 {n} 条', facts: '这项政策要看：{names}', noFacts: '还没有用到任何事实。' },
  amount: { title: '发多少', line: '第 {n} 行金额', rule: '一期多少钱（分）', ruleHint: '按分写：300 元写 30000。可以分档。', example: '这是示例金额', exampleHint: '页面上会注明，等公布的标准换上。', add: '标准变了，加一行', remove: '删掉第 {n} 行金额', period: '多久发一次', cap: '一年最多发', budget: '年度预算', year: '预算年度' },
  terms: { title: '谁来发，怎么发', line: '由哪个部门发', level: '哪一级', way: '怎么发', days: '名单公示几天', daysHint: '0 就是不公示。', excludes: '领了这项就不再发', excludesHint: '两项都符合的，发这一项。', requires: '先要符合', add: '选一项政策', remove: '去掉', matter: '在哪件事里申请', matterHint: '写那件事的代号；没有就不填。' },
  tests: {
    title: '样例', count: '{n} 个样例', lead: '边改边算：每一行是一个人（一家企业）的情况，和应当得到的结论。空着是不知道，写“无”是确定没有。样例和政策一起发布。', none: '还没有样例。至少要两个：一个符合，一个不符合。', name: '谁，结果怎样', on: '哪天', expected: '应当', fen: '应当发（元）', actual: '现在算出来', passed: '一致', failed: '不一样', broken: '规则还没写对', addFact: '加一列事实', list: '{n} 项，在源文件里改',
    add: '加一个样例', accept: '就按现在的结果', remove: '删掉', try: '试一个情况', tryLead: '填几项看看结论，合适就存成样例。', keep: '存成样例', needName: '先写清楚是谁、结果怎样', newName: '第 {n} 个样例', nothing: '无', row: '样例“{name}”', missing: '还要知道：{names}', yuan: '{amount}', waiting: '正在准备……', go: '到“样例”里改',
  },
  effect: { title: '发布前看影响', lead: '用手里的人口和企业数据算：多少人会新领到，多少人会领不到，金额变多少。' },
} as const
