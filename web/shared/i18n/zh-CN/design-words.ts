// Words of the designer for what stands in pack files: keys, and the rules they must keep.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  keys: {
    name: '名称', summary: '说明', stage: '阶段', audience: '谁来办', subjects: '各方', scenario: '情形问题', services: '事项', topics: '页面', keywords: '搜索词', whoMayApply: '谁可以办', delivery: '结果怎么给', when: '条件', optional: '自愿', because: '为什么', ask: '问法', help: '解释', concepts: '填写项', order: '顺序', hint: '提示',
    limits: '时限', statutory: '法定', promised: '承诺', source: '依据', fee: '收费', trips: '跑动次数', requirements: '受理条件', evidence: '材料', rule: '规则', legalBasis: '依据', anyOf: '可用的材料', required: '必填', decision: '怎么办', guide: '办事指南', result: '结果', dependsOn: '先要办', expect: '应当得到', answers: '回答',
  },
  rules: {
    'pack-missing': '缺少业务包说明文件', 'pack-parent-unknown': '上级业务包不存在', 'pack-region': '业务包的地区不对', 'file-unknown': '这个文件不属于业务包', 'yaml-syntax': '文件格式有误', 'yaml-tab': '缩进要用空格', 'yaml-alias': '不能用引用写法，请把内容写出来', 'key-duplicate': '同一项写了两次', 'key-unknown': '没有这一项，请检查名称', 'key-missing': '少了必须写的一项', 'value-wrong': '填的内容类型或格式不对', 'text-without-chinese': '少了中文', 'law-missing': '没有写依据', 'nothing-in-force': '今天没有生效的内容', 'id-duplicate': '代号重复',
    'override-unknown': '上级没有这一项，改不了', 'override-repeats': '和上级写的一样，不用再写', 'region-parent-missing': '缺少上级地区', 'region-unknown': '没有这个地区', 'authority-unknown': '这一级没有对应的部门', 'concept-unknown': '没有这个填写项', 'evidence-unknown': '没有这份材料', 'registry-unknown': '没有这个数据源', 'service-unknown': '没有这个事项', 'matter-unknown': '没有这件事', 'stage-unknown': '阶段不对', 'subject-unknown': '事项问到的一方没有列出来',
    'rule-syntax': '规则写法有误', 'rule-concept-unknown': '规则里用到的填写项不存在', 'rule-choice-unknown': '规则里的选项不存在', 'derived-cycle': '推算绕成了圈', 'constraint-contradicts': '几个事项对同一项的要求互相矛盾', 'service-cycle': '事项互相等待，绕成了圈', 'service-unreachable': '怎么回答都到不了这个事项', 'competence-not-region': '决定由谁办的那一项不是地区', 'result-not-in-service': '结果里有这个事项没有的内容', 'result-without-dependency': '要等别的事项的结果，但没有写明先后', 'registry-subject': '数据源查不到这一方', 'evidence-not-answered': '材料要证明的内容，数据源答不上来', 'question-not-choice': '情形问题要有选项，或者是与否', 'topic-missing': '有的填写项没放进页面，或放了两次', 'example-wrong': '例子里的回答不对', 'test-failed': '样例的结果变了',
    'group-misused': '可以有几个的一方用错了', 'default-decides': '情形问题不能有默认值', 'identity-not-stated': '区分不同的事要用表里有的项', 'listing-code-wrong': '清单编码和事项对不上', 'online-depth-wrong': '网办深度和要跑的次数对不上',
  },
} as const
