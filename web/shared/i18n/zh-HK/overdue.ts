// Made from zh-CN/overdue.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "超期和快到期",
  "lead": "按部門看承諾日期。快到期指下一個工作日之前要辦結；補正期間不計時間。",
  "figures": {
    "late": "超期",
    "soon": "快到期",
    "open": "在辦",
    "supplement": "補正中",
    "unknown": "日曆未公佈"
  },
  "byAuthority": "各部門",
  "authority": "部門",
  "district": "地區",
  "oldest": "最早應辦結",
  "noLate": "無",
  "filters": "篩選",
  "anyDistrict": "所有地區",
  "anyAuthority": "所有部門",
  "show": "看哪些",
  "showLate": "只看超期",
  "showSoon": "超期和快到期",
  "cases": "辦件",
  "number": "辦件編號",
  "service": "事項",
  "applicant": "申請人",
  "promised": "承諾日期",
  "left": "時間",
  "state": "狀態",
  "claimed": "領取",
  "claimedYes": "已領取",
  "claimedNo": "未領取",
  "due": "法定期限",
  "count": "{n} 件",
  "more": "再看一些",
  "export": "導出表格",
  "exporting": "正在導出",
  "exported": "已導出 {n} 件。",
  "exportFailed": "沒有導出成功，請再試一次。",
  "file": "超期和快到期辦件",
  "empty": {
    "title": "沒有超期或快到期的辦件",
    "text": "都在承諾的時間裏。"
  },
  "none": {
    "title": "您的範圍內沒有在辦的辦件",
    "text": "有新的申請以後，這裏會按部門列出來。"
  }
} as const
