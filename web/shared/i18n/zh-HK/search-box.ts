// Made from zh-CN/search-box.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "again": "最近搜過",
  "types": {
    "matter": "一件事",
    "service": "辦事指南",
    "benefit": "惠民惠企政策",
    "answer": "難處與答案",
    "outlet": "辦事點",
    "authority": "部門",
    "credential": "電子證照",
    "help": "使用幫助",
    "importedService": "省政務服務網的指南"
  }
} as const
