// Made from zh-CN/proxy-desk.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "failed": "沒有辦成，請再試一次。",
  "agencies": {
    "title": "代辦機構名錄",
    "lead": "登記可以替人辦事的機構，寫明地區、範圍、期限和人員。暫停、移出後，機構人員下一步操作就不能再辦，客户會收到訊息。",
    "empty": "本轄區還沒有登記代辦機構。",
    "add": "登記機構",
    "change": "修改",
    "save": "保存",
    "cancel": "取消",
    "saved": "已保存：{name}",
    "name": "機構名稱",
    "uscc": "統一社會信用代碼",
    "region": "服務地區代碼",
    "regionHint": "只能為住在這個地區的人代辦，如 440305",
    "licence": "備案編號",
    "phone": "電話",
    "from": "從哪天起",
    "until": "到哪天止",
    "scope": "能辦什麼",
    "scopeAll": "所有的事",
    "scopeSome": "只辦選出來的",
    "matters": "選出能辦的",
    "staff": "代辦人員",
    "staffHint": "一行一位，寫姓名和身份證號碼，中間空一格",
    "staffCount": "{n} 位",
    "state": "狀態",
    "actions": {
      "suspend": "暫停代辦",
      "relist": "恢復代辦",
      "strikeOff": "移出名錄"
    },
    "reason": "原因",
    "reasonHint": "會公開，也會告訴它的客户。",
    "conflict": "這一條剛剛被別人改過，已經換成最新的，請再看一遍。",
    "errors": {
      "uscc": "代碼不對，一共 18 位。",
      "region": "請寫轄區內的地區代碼。",
      "staff": "第 {n} 位的身份證號碼不對或重複了。",
      "days": "止日不能早於起日。",
      "missing": "請填寫。",
      "exists": "這個機構已經在名錄裏。"
    }
  },
  "guardians": {
    "title": "監護人有不同意見",
    "lead": "一位監護人不同意另一位替被監護人辦事時，先停下，由您聽取雙方意見後決定。決定要對被監護人最有利（民法典第三十五條）。",
    "empty": "現在沒有要處理的。",
    "text": "{holder}在替{name}辦事，{objector}不同意。",
    "why": "不同意的理由",
    "noWhy": "沒有寫",
    "reason": "決定的理由",
    "reasonHint": "雙方都會看到。",
    "uphold": "可以繼續辦",
    "dismiss": "結束代辦",
    "decided": "已決定，雙方都會收到訊息。"
  },
  "helping": {
    "title": "幫辦代辦",
    "lead": "請對方在手機上打開「亮碼辦事」，把碼輸進來，就能替對方辦兩小時。提交前對方要在手機上確認，或者在這裏簽字。",
    "hall": "辦事大廳",
    "place": "在哪裏幫辦",
    "places": {
      "hall": "大廳裏",
      "home": "上門"
    },
    "code": "亮碼上的 8 位數字",
    "begin": "開始幫辦",
    "badCode": "請寫 8 位數字。",
    "now": "正在幫{name}辦，到{until}",
    "applications": "去看對方的辦件",
    "matters": "辦新的事",
    "end": "結束幫辦",
    "none": "您不在任何大廳的幫辦員名單裏。",
    "history": "最近幫辦",
    "noHistory": "還沒有幫辦過。",
    "person": "幫誰",
    "when": "什麼時候",
    "begun": "開始辦了幾件",
    "statistics": "幫辦統計",
    "statisticsLead": "{from}至{until}，按大廳和幫辦員。",
    "helper": "幫辦員",
    "sessions": "幫辦次數",
    "people": "幫了幾人",
    "atHome": "其中上門",
    "noStatistics": "這段時間沒有幫辦。"
  }
} as const
