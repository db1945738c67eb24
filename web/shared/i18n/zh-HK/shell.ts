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
  },
  "role": {
    "clerk": "受理",
    "window": "綜合窗口",
    "helper": "幫辦代辦",
    "approver": "審批",
    "head": "負責人",
    "supervisor": "督辦",
    "designer": "事項設計",
    "operator": "運維"
  },
  "workbench": {
    "name": "工作台",
    "queue": "辦件",
    "window": "窗口",
    "deliveries": "送達",
    "supervision": "督辦",
    "openSupervision": "去督辦",
    "messages": "提醒",
    "unread": "條未讀",
    "overdue": "超期",
    "transfers": "移交",
    "opinions": "徵求意見",
    "proposals": "待批和到期",
    "visits": "踏勘",
    "deputies": "代行職權",
    "undertakings": "承諾",
    "hardCaseIntake": "疑難登記",
    "hardCases": "疑難事項",
    "lessons": "疑難轉辦法",
    "openHardCaseIntake": "去登記疑難事項",
    "openHardCases": "去疑難事項",
    "openLessons": "去疑難轉辦法",
    "catalogue": "事項目錄",
    "designs": "事項設計",
    "guides": "指南體檢",
    "books": "收費對賬",
    "rules": "決策表",
    "find": "查件、查人、去哪裏",
    "findPage": "查件",
    "more": "更多",
    "dueToday": "今日到期",
    "overdueCount": "超期",
    "shortcuts": "快捷鍵",
    "portal": "羣眾看到的網站",
    "everywhere": "各處通用",
    "openQueue": "去辦件",
    "table": "辦件表",
    "workload": "工作量",
    "openTable": "去辦件表",
    "openFindPage": "去查件",
    "openWorkload": "看誰手上有多少",
    "helping": "幫辦代辦",
    "agencies": "代辦機構",
    "guardians": "監護人異議",
    "openHelping": "去幫辦代辦",
    "openAgencies": "去代辦機構名錄",
    "openGuardians": "去看監護人異議",
    "openWindow": "去窗口",
    "openDeliveries": "去送達",
    "openOverdue": "去超期辦件",
    "openTransfers": "去異地移交",
    "openOpinions": "去回覆徵求的意見",
    "openProposals": "去待批和到期",
    "openVisits": "去聯合踏勘",
    "openDeputies": "去安排代行職權",
    "openUndertakings": "看承諾和補交",
    "openCatalogue": "去事項目錄",
    "openDesigns": "去事項設計",
    "openGuides": "去指南體檢",
    "openBooks": "打開收費對賬",
    "openRules": "去決策表",
    "openFind": "查找和命令",
    "listShortcuts": "列出快捷鍵"
  }
} as const
