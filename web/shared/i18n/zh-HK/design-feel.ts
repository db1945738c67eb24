// Made from zh-CN/design-feel.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "reads": "讀作：{says}",
  "suggestions": "可以寫的",
  "patterns": {
    "age": "滿多少週歲",
    "within": "在多少年以內",
    "oneOf": "是其中之一",
    "known": "有沒有這一項",
    "between": "在兩個數之間",
    "graded": "分檔：符合就多，不符合就少",
    "some": "家裏（企業裏）至少有一個人符合"
  },
  "functions": {
    "startsWith": "以……開頭",
    "contains": "含有",
    "years": "滿幾年",
    "duration": "一段時間",
    "date": "某一天",
    "count": "有幾個",
    "sum": "合計",
    "min": "取小的",
    "max": "取大的",
    "floor": "捨去零頭",
    "ceiling": "進到整數",
    "abs": "絕對值",
    "listContains": "列表裏有",
    "not": "不是"
  }
} as const
