// Made from zh-CN/shell.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "brand": "通辦",
  "skip": "跳到正文",
  "menu": "選單",
  "closeMenu": "收起選單",
  "nav": {
    "label": "主要欄目",
    "home": "首頁",
    "applications": "我的辦件",
    "inbox": "訊息",
    "fees": "我的繳費",
    "myData": "誰看過我的資料",
    "help": "找人幫忙",
    "accessibility": "無障礙説明"
  },
  "unread": "條未讀",
  "showCode": "亮碼辦事",
  "wallet": "我的證照",
  "verify": "核驗證照",
  "benefits": "惠民惠企",
  "requests": "我反映的",
  "login": "登入",
  "logout": "登出",
  "account": "{name}的選單",
  "language": "語言",
  "languageFailed": "沒能切換語言，請檢查網絡後再試。",
  "acting": {
    "label": "代辦",
    "title": "正在替{name}辦事",
    "text": "填的、交的都算{name}的，每一步會寫明是您辦的。",
    "stop": "結束代辦",
    "backToWindow": "回到窗口",
    "manage": "授權與代辦",
    "applications": "{name}的辦件",
    "batches": "批量辦"
  },
  "elder": {
    "on": "長輩版",
    "off": "標準版",
    "bar": "長輩版工具",
    "size": "字體大小",
    "standard": "大",
    "larger": "更大",
    "largest": "最大"
  },
  "theme": {
    "dark": "深色",
    "light": "淺色"
  },
  "offline": "網絡斷開了。可以接着看這一頁，連上以後再提交。",
  "online": "網絡恢復了。",
  "foot": {
    "label": "頁尾",
    "hotline": "説事、投訴、求助",
    "source": "開放源代碼 · Apache-2.0"
  },
  "help": {
    "text": "不會用、看不懂都沒關係，可以找人幫您。",
    "call": "撥打 12345",
    "callHint": "政務服務熱線，工作人員一步步教您。",
    "hall": "到辦事大廳",
    "hard": "説説您的難處",
    "hardHint": "哪件事都對不上的，有專人接手。",
    "hallHint": "帶上身份證，窗口的工作人員幫您辦。",
    "more": "更多求助辦法"
  },
  "notFound": {
    "title": "沒有這一頁",
    "text": "地址可能寫錯了，或者這一頁已經不在了。",
    "home": "回首頁"
  },
  "signIn": {
    "title": "請先登入",
    "text": "登入以後會回到這一頁。"
  },
  "expired": {
    "title": "登入已過期",
    "text": "您填的內容都還在這台裝置上。登入以後回到這一頁，接着填就行。",
    "login": "登入後接着填"
  },
  "newVersion": {
    "title": "通辦剛剛更新了",
    "text": "重新整理一下就能接着用，填過的內容都還在。",
    "reload": "重新整理"
  },
  "offlinePage": {
    "title": "網絡斷開了",
    "text": "這一頁還沒有打開過，要連上網才能看。"
  }
} as const
