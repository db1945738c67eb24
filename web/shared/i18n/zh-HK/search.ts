// Made from zh-CN/search.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "搜尋",
  "titleFor": "{q} · 搜尋",
  "label": "您想辦什麼事",
  "placeholder": "用平常的話説就行",
  "place": "地區",
  "anywhere": "不限",
  "type": "類型",
  "all": "全部",
  "types": {
    "matter": "一件事",
    "service": "辦事指南",
    "answer": "難處與答案",
    "importedService": "省政務服務網的指南"
  },
  "best": "最合適",
  "found": "找到 {n} 條",
  "more": "{type}共 {n} 條，全部列出",
  "go": "去辦理",
  "open": "看指南",
  "keys": "按上下方向鍵選擇，回車打開",
  "none": {
    "title": "沒有找到「{q}」",
    "text": "換個説法試試，比如只寫事情的名稱：上户口、社保卡。",
    "call": "撥打 12345 問一問",
    "callHint": "着急可以撥打 12345，工作人員會告訴您該找哪個部門、要辦什麼。",
    "browse": "按部門、地區找",
    "tell": "説説您的難處",
    "tellHint": "哪件事都對不上，就把難處寫下來，有專人接手，替您去找部門。"
  },
  "empty": {
    "try": "可以這樣搜",
    "browse": "全部辦事指南",
    "browseHint": "按部門、地區、類別查找"
  },
  "failed": {
    "title": "沒能搜索",
    "text": "您寫的話還在，請再試一次，也可以直接撥打 12345。"
  }
} as const
