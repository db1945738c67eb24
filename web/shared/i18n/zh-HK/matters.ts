// Made from zh-CN/matters.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "heading": "{name}「一件事」",
  "card": {
    "bundle": "{services} 個事項 · {authorities} 個部門"
  },
  "saved": {
    "label": "省下了什麼",
    "applications": "少申請 {n} 次",
    "fields": "少填 {share}",
    "evidence": "少交 {n} 份",
    "trips": "少跑 {n} 趟",
    "workingDays": "快 {share}"
  },
  "figures": {
    "applications": "申請次數",
    "fields": "要填的內容",
    "evidence": "要交的材料",
    "workingDays": "最長等待",
    "days": "天",
    "daysSaved": "工作日，{saved}"
  },
  "basis": {
    "example": "按「{situation}」算的。回答幾個問題，就按您的情況算。",
    "general": "先按人人都要辦的算。回答幾個問題，就按您的情況算。",
    "partly": "還有 {n} 個問題沒有回答，先按常見的情形算。",
    "yours": "已經按您的情況算好了。",
    "how": "怎麼算出來的"
  },
  "start": {
    "title": "辦理",
    "begin": "開始辦理",
    "continue": "繼續辦理",
    "again": "再辦一次",
    "follow": "看看辦到哪裏了",
    "needs": "要填 {fields} 項，傳 {evidence} 份材料。",
    "needsNothing": "要填 {fields} 項，不用交材料。",
    "saved": "填到哪裏存到哪裏，換手機、換電腦都能接着填。",
    "login": "開始前要先登入，登入後直接接着辦。",
    "draft": "您{date}開始填過，還沒有提交。",
    "running": "您{date}提交過，正在辦理。",
    "batch": "要辦很多件？用表格批量辦",
    "staff": "工作人員賬號不能申辦，請換成居民賬號登入。",
    "failed": "沒能開始辦理",
    "keep": "您的回答都還在，再按一次就行。"
  },
  "questions": {
    "title": "先問您幾個問題",
    "left": "還有 {n} 個",
    "done": "您的情況",
    "change": "修改",
    "clear": "全部重答",
    "later": "還有 {n} 個問題，辦理時再問。",
    "updated": "已按您的回答重新計算：要填 {fields} 項，交 {evidence} 份材料，{days} 個工作日辦完。"
  },
  "facts": {
    "title": "辦事須知",
    "who": "誰能辦",
    "where": "在哪辦",
    "online": "網上全程辦，不用跑",
    "partlyOnline": "網上提交，還要到現場 {n} 次",
    "hall": "也可以到就近的辦事大廳",
    "fee": "收費",
    "free": "不收費",
    "priced": "{names}由辦理的機構按公開價目另收。",
    "delivery": "怎麼拿到",
    "consult": "諮詢"
  },
  "lanes": {
    "title": "{n} 個部門怎樣同時辦",
    "one": "怎樣辦",
    "label": "辦理流程",
    "critical": "實色的一條線決定總時間。",
    "total": "全部辦完承諾 {promised} 個工作日；一項一項分開辦，法定要 {statutory} 個。",
    "atOnce": "當場辦結",
    "after": "{names}辦好就開始",
    "open": "看您的情況"
  },
  "services": {
    "title": "一起辦的 {n} 個事項",
    "optional": "可以不辦",
    "take": "一起辦",
    "left": "您選擇不辦",
    "open": "要看您的回答",
    "excluded": "您的情況不用辦",
    "quoted": "「{text}」",
    "or": "或",
    "answered": "{question}您選的是「{answer}」",
    "wouldChange": "{because}，改成{answers}就要辦。",
    "decidedBy": "由您的這些回答決定：{questions}",
    "dependsOn": "辦不辦，看您怎麼回答：{questions}",
    "leftWith": "要用到{services}的結果，那項不辦，這項也辦不了。"
  },
  "trace": {
    "title": "不用您提供的 {fields} 項內容、{evidence} 份材料",
    "titleFields": "不用您提供的 {fields} 項內容",
    "lead": "同樣一項，原來每個部門都要填一遍。現在能查到的不問您，要問的只問一次。",
    "all": "全部展開",
    "fewer": "收起",
    "what": "內容 / 材料",
    "from": "從哪裏來",
    "users": "誰會用到",
    "law": "依據",
    "field": "內容",
    "evidence": "材料",
    "times": "原來要 {n} 次",
    "more": "{names}等 {n} 項",
    "consent": "需您同意",
    "shared": "只問一次，各部門共用",
    "derived": "自動算出",
    "derivedFrom": "由{names}得出",
    "profile": "您的賬户資料",
    "result": "{service}辦好後自動帶入",
    "credential": "您的電子證照",
    "submitted": "您以前交過",
    "commitment": "籤承諾代替",
    "earlier": "您上次填的",
    "usual": "一般情況，可以改",
    "authorities": "{n} 個部門",
    "extra": "為了一起辦，另外多問您 {n} 項（用來判斷情形和查找記錄），上面的數字已經減去。",
    "none": "這件事沒有可以免填的內容。",
    "separator": "、"
  }
} as const
