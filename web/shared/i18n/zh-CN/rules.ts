// Decision tables of instant approval: the tables, their figures, what they said of a case, what a changed one would decide.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '秒批决策表',
  list: '决策表',
  lead: '每张表管一个事项：提交的时候按表当场决定，拿不准的交给人。左边选一张，看规则、试一试、看近九十天办得怎么样。',
  rows: '{n} 行',
  used: '近 90 天 {n} 件，{share} 当场办结',
  notUsed: '近 90 天没有用到',
  export: '导出 DMN',
  restsOn: '依据{laws}。',
  missing: '缺：{names}。',
  none: { title: '还没有决策表', text: '在业务包的 decisions 文件夹里写一张，事项就能当场办结。' },
  outcome: { approve: '当场批准', refuse: '当场不予批准', tentative: '先批准，再复核', person: '交给人' },
  policy: {
    unique: '每种情况只有一行成立。', first: '从上往下，第一个成立的算。', priority: '几行都成立的，最谨慎的算。', any: '几行都成立的，结论一样。',
    collect: '成立的都算，结论取最谨慎的。', ruleOrder: '成立的都算，按表里的顺序，结论取最谨慎的。', outputOrder: '成立的都算，谨慎的在前，结论取最谨慎的。',
  },
  table: { row: '行', hit: '命中', decision: '结论', reason: '理由和依据', checkDays: '{n} 个工作日内复核', bound: '没有裁量余地', not: '不是{what}', or: '、' },
  why: {
    discretion: '表里提的是不予批准，但法律留有裁量余地，由人决定。', noRow: '没有一行管这种情况，由人决定。', conflict: '成立的几行互相矛盾，由人决定。', open: '有的内容还不知道，定不下来，由人决定。',
    documents: '有上传的或者后补的材料，表看不了材料，由人核对。', requirement: '有一项受理条件不成立，由人核对。', result: '结果里有要人填的内容，由人办理。',
  },
  figures: {
    title: '近 90 天', none: '近 90 天没有按这张表决定的办件。', instant: '当场办结', median: '从提交到办结（中位数）', all: '决定数', reasons: '为什么交给人', versions: '用过的版本', version: '版本', present: '现行', last: '最近一次', count: '{n} 件',
    underSecond: '不到一秒', seconds: '{n} 秒', minutes: '{n} 分钟', hours: '{n} 小时',
  },
  try: { title: '试一试', lead: '填几个值看结论，什么都不会保存。不填的按“还不知道”算。', ask: '看结论', region: '填行政区划代码，例如 440305。', failed: '没有算出来，请再试一次。' },
  model: { title: '看一个 DMN 模型', lead: '别的软件做的 DMN 文件，交上来看它决定什么、要什么，填几个值试一试。什么都不会保存。', file: 'DMN 文件', refused: '这个文件用不了', kinds: { input: '输入', decision: '决策', knowledge: '业务知识', service: '决策服务' }, needs: '要看：{names}', ask: '试一试' },
  unchecked: { title: '等着复核的临时批准', lead: '当场先批准了的，要在期限内核实：属实就确认，不属实就收回。', case: '办件编号', applicant: '申请人', service: '事项', by: '复核期限', late: '{date}，已过期', noCalendar: '日历未公布' },
  case: {
    title: '决策表', table: '看整张表', open: '现行的表和统计', inputs: '看了哪些内容', version: '按版本 {version} 决定。', changed: '现行的表已经改过。',
    outcome: { approve: '按表当场批准', refuse: '按表当场不予批准', tentative: '按表先批准，还要复核', person: '表交给人决定' },
  },
  source: { applicant: '申请人填写', registry: '数据源', derived: '推算', profile: '登录信息', result: '前一事项的结果', credential: '电子证照' },
  check: {
    by: '请在{date}前复核。', noCalendar: '那一年的工作日还没有公布，请尽快复核。', opinion: '复核情况', needWords: '先写复核情况', confirm: '属实，确认', takeBack: '不属实，收回', failed: '没有存上，请再试一次。',
    confirmed: '{name}于{at}确认：{opinion}', takenBack: '{name}于{at}收回：{opinion}',
  },
  compare: {
    title: '决策表改了，会有什么不同', lead: '拿过去的办件按改后的表再算一遍。每天夜里自动算，最多看最近两千件。', now: '现在就算', failed: '没有算成，请再试一次。', notYet: '还没有算过。', nothing: '这张表还没有决定过办件，没有可比的。',
    looked: '看了 {n} 件，{same} 件结论不变（{at}）。', older: '这是改之前算的，之后表又改过。', pair: '原来 → 改后', count: '件数', fields: '由哪几列决定', examples: '例子',
  },
} as const
