// Writing rules (FEEL) in the workbench: what is offered while typing, and how a rule reads.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  reads: '读作：{says}',
  suggestions: '可以写的',
  patterns: { age: '满多少周岁', within: '在多少年以内', oneOf: '是其中之一', known: '有没有这一项', between: '在两个数之间', graded: '分档：符合就多，不符合就少', some: '家里（企业里）至少有一个人符合' },
  functions: { startsWith: '以……开头', contains: '含有', years: '满几年', duration: '一段时间', date: '某一天', count: '有几个', sum: '合计', min: '取小的', max: '取大的', floor: '舍去零头', ceiling: '进到整数', abs: '绝对值', listContains: '列表里有', not: '不是' },
} as const
