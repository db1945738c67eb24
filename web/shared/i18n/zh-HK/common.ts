// Made from zh-CN/common.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "save": "保存",
  "cancel": "取消",
  "back": "返回",
  "continue": "繼續",
  "change": "修改",
  "confirm": "確定",
  "yes": "是",
  "no": "否",
  "none": "無",
  "workingDays": "{n} 個工作日",
  "days": "{n} 天",
  "saved": "已保存",
  "rateGuide": "評價這份指南"
} as const
