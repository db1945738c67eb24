// Made from zh-CN/supervision.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "督辦",
  "lead": "超期的辦件按級提醒：先提醒承辦人，再報本部門負責人、亮黃牌，最後報督辦、亮紅牌。訴求過了答覆時限亮黃牌，過了三倍時限亮紅牌。",
  "cards": "黃牌、紅牌",
  "show": "看哪些",
  "standings": {
    "all": "全部",
    "open": "待答覆",
    "answered": "待核實",
    "confirmed": "已確認",
    "cancelled": "已撤銷"
  },
  "color": {
    "yellow": "黃牌",
    "red": "紅牌"
  },
  "reason": {
    "late": "超期 {n} 個工作日",
    "sameDay": "過了答覆時限",
    "repeated": "屢次黃牌"
  },
  "number": "辦件",
  "request": "訴求",
  "requestNumber": "編號",
  "authority": "部門",
  "issued": "亮牌時間",
  "why": "原因",
  "due": "答覆期限",
  "late": "逾期未答覆",
  "standing": "進展",
  "act": "辦理",
  "answer": {
    "action": "答覆",
    "title": "答覆這張牌",
    "text": "原因和改正情況",
    "hint": "寫清為什麼超期、現在辦到哪一步、怎樣避免再發生。",
    "rectified": "已經改正",
    "send": "提交答覆",
    "short": "至少寫 5 個字。",
    "done": "答覆已提交。"
  },
  "verdict": {
    "confirm": "確認",
    "cancel": "撤銷",
    "confirmTitle": "確認這張牌",
    "cancelTitle": "撤銷這張牌",
    "reasons": "説明",
    "hint": "單位會看到。",
    "done": "已辦好。",
    "required": "請寫明理由。",
    "wait": "單位答覆，或者答覆期限過了，才能確認。"
  },
  "answered": "{name} {time} 答覆（{state}）：{text}",
  "rectified": "已改正",
  "explained": "説明情況",
  "decided": "{name} {time} {verdict}：{reasons}",
  "empty": {
    "title": "沒有黃牌、紅牌",
    "text": "您管的範圍內，沒有符合條件的。"
  },
  "ladder": "超期辦件走到哪一步",
  "ladderEmpty": {
    "title": "沒有超期的辦件",
    "text": "都在承諾的時間裏。"
  },
  "requests": "超期訴求",
  "requestsEmpty": {
    "title": "沒有超期的訴求",
    "text": "都在答覆時限裏。"
  },
  "answerBy": "應在何時答覆",
  "overdue": "已超期",
  "tripled": "已超過三倍時限",
  "unsigned": "還沒有簽收",
  "promised": "承諾辦結",
  "days": "已超期",
  "nDays": "{n} 個工作日",
  "unknownDays": "日曆未公佈",
  "step": {
    "unit": "提醒承辦人",
    "bureau": "報部門負責人",
    "supervision": "報督辦"
  },
  "stepCard": "{step}、亮{card}",
  "taken": "{date} 已辦",
  "next": "{date} 起",
  "more": "再看一些",
  "export": "導出表格",
  "exportFailed": "沒有導出成功，請再試一次。",
  "file": "督辦牌",
  "failed": "沒有辦成，請再試一次。",
  "inCase": {
    "title": "督辦",
    "open": "看這張牌"
  },
  "messages": {
    "title": "提醒",
    "unread": "條未讀",
    "empty": "沒有提醒",
    "emptyText": "辦件、訴求快到期或者超期，同事提到您，會在這裏告訴您。",
    "markAll": "全部標為已讀",
    "toCase": "看辦件",
    "toCards": "看督辦",
    "toRequest": "看共享申請",
    "toCitizen": "看訴求",
    "toHotTopics": "看熱點",
    "toTasks": "看治理任務",
    "toTexts": "看短訊",
    "toRating": "看評價",
    "toTransfer": "看移交",
    "new": "未讀",
    "older": "看更早的"
  }
} as const
