// Made from zh-CN/home.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "首頁",
  "ask": "您想辦什麼事？",
  "lead": "用平常的話説就行。能自動查到的，不再問您；能一次辦完的，不讓您跑第二次。",
  "search": "您想辦什麼事",
  "placeholder": "比如：孩子出生了要辦哪些手續",
  "try": "可以這樣搜",
  "tell": {
    "lead": "一句話説不清要辦哪件？",
    "link": "説説您的情況",
    "report": "身邊有事想反映？",
    "reportLink": "我要反映",
    "benefits": "有沒有該領沒領的補貼？",
    "benefitsLink": "惠民惠企政策"
  },
  "mine": {
    "title": "您正在辦的事",
    "failed": "您的辦件暫時看不到，別的都能照常用。",
    "promised": "承諾 {date}前全部辦完",
    "more": "還有 {n} 件正在辦",
    "drafts": "填了一半的事",
    "filled": "已填 {n} 項 · {date}改過",
    "begun": "{date}開始",
    "continue": "接着辦",
    "messages": "{n} 條新訊息",
    "inbox": "去看訊息",
    "before": "{authority} · {date}前",
    "handling": "{authority}正在辦",
    "waits": "等待{names}"
  },
  "state": {
    "granted": "已辦結",
    "refused": "不予辦理",
    "declined": "不予受理",
    "withdrawn": "已撤回",
    "stopped": "已停辦",
    "terminated": "已終止",
    "supplement": "請您補充材料",
    "waiting": "等待前面的事"
  },
  "progress": {
    "needsYou": "需要您",
    "inProgress": "辦理中"
  },
  "matters": {
    "person": "一次辦好的事",
    "organisation": "企業一次辦好的事",
    "more": "再看 {n} 件",
    "hint": "一件事牽涉幾個部門，只申請一次",
    "all": "全部辦事指南",
    "none": "這裏會列出能一次辦好的事。現在可以先查辦事指南。",
    "failed": "沒能打開這一部分"
  }
} as const
