// Made from zh-CN/knowledge.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "熱線知識庫",
  "lead": "話務員當場能答的話，每條都寫明依據和有效期。寫的人和審的人不能是同一位。",
  "show": "看哪些",
  "views": {
    "all": "全部",
    "waiting": "等審核的",
    "due": "快到期或已過期",
    "retired": "停用的"
  },
  "none": {
    "all": "還沒有條目",
    "waiting": "沒有等審核的",
    "due": "沒有快到期的",
    "retired": "沒有停用的"
  },
  "noneText": "從大家沒查到的話寫起，最管用。",
  "propose": "寫一條",
  "ask": "問的話",
  "askHint": "照大家的問法寫。",
  "answer": "答的話",
  "answerHint": "直接能念出來的話，先説結論。",
  "source": "依據",
  "sourceHint": "檔案名和第幾條。",
  "url": "依據的網址",
  "validUntil": "有效期到",
  "untilHint": "過了這天不再給人念；不填就一直有效。",
  "noEnd": "長期",
  "audience": "給誰看",
  "audiences": {
    "public": "大家都能看",
    "agents": "只給話務員"
  },
  "uses": "用過幾次",
  "state": "狀態",
  "stages": {
    "proposed": "等審核",
    "published": "在用",
    "retired": "停用"
  },
  "expired": "已過期",
  "expiredText": "有效期已過，不要再照着念。核實後確認新的日期，或者改寫。",
  "reworded": "有新寫法等審核",
  "reviewDue": "快到期",
  "proposedBy": "{by}寫的新説法",
  "confirmUntil": "核實過，有效期改到",
  "release": "審核通過",
  "edit": "改寫",
  "confirm": "確認還有效",
  "discard": "不採用",
  "retire": "停用",
  "secondPerson": "要請另一位同事審核。",
  "save": "提交審核",
  "needAll": "請寫上問的話、答的話和依據。",
  "gaps": "話務員沒查到的",
  "gap": "查的話",
  "times": "次數",
  "last": "最近一次",
  "do": "處理",
  "write": "寫一條",
  "closeGap": "已經有了"
} as const
