// Made from zh-CN/applications.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "list": {
    "empty": "還沒有辦過事",
    "emptyText": "從首頁找到要辦的事，填一次，各部門一起辦。",
    "find": "去首頁找一找",
    "drafts": "沒填完的",
    "running": "正在辦",
    "ended": "辦完的",
    "draft": "草稿",
    "filled": "填了 {n} 項，{time} 存的",
    "continue": "接着填",
    "kept": "看看填了什麼",
    "submitted": "{date}提交 · {number}",
    "done": "辦完 {done} 件，共 {total} 件"
  },
  "progress": {
    "needsYou": "等您補充",
    "inProgress": "辦理中",
    "granted": "全部辦結",
    "partlyGranted": "部分辦結",
    "refused": "沒有辦成",
    "withdrawn": "已撤回"
  },
  "states": {
    "waiting": "等前面的事",
    "submitted": "已提交",
    "accepted": "辦理中",
    "supplement": "等您補充",
    "granted": "已辦結",
    "refused": "不予批准",
    "declined": "不予受理",
    "withdrawn": "已撤回",
    "stopped": "不再辦理"
  },
  "tracking": {
    "of": "辦到哪裏了：{matter}",
    "submitted": "已經提交，各部門同時開始辦",
    "submittedText": "編號 {number}。",
    "promise": "承諾{date}前全部辦完",
    "submittedNext": "不用再跑，也不用盯着。有進展會在「訊息」裏告訴您。",
    "number": "編號 {number} · {date}提交"
  },
  "map": {
    "title": "辦到哪裏了",
    "label": "各部門的辦理進度",
    "after": "等{services}辦好就開始",
    "handler": "{name}在辦",
    "before": "{date}前"
  },
  "now": {
    "title": "您現在可以做什麼",
    "supplement": "補充：{service}",
    "nothing": "現在不用您做什麼。",
    "over": "都辦完了。",
    "next": "接下來{authority}辦{service}，{date}前辦好。",
    "followed": "辦好以後，{services}馬上開始。",
    "results": "已經拿到的 {n} 份結果"
  },
  "case": {
    "others": "還沒辦好的 {n} 件事",
    "authority": "辦理部門",
    "handler": "經辦人",
    "unclaimed": "等工作人員接手",
    "waiting": "等{services}辦好，自動開始",
    "day": "辦好日期",
    "dayLeft": "{date}前，還有 {n} 個工作日",
    "dayToday": "就在今天，{date}",
    "dayLate": "原定{date}，已經晚了 {n} 個工作日",
    "dayPlanned": "預計{date}前",
    "number": "辦件編號",
    "stopped": "因為「{service}」沒有辦成，這一項不再辦理。其他事項不受影響。"
  },
  "supplement": {
    "asks": "{authority}請您一次補齊下面的內容：",
    "clock": "您補充的時間，不算在辦理時間裏。",
    "note": "想説明的情況",
    "lacking": "還缺「{name}」。",
    "send": "提交補充內容",
    "done": "已經交給{authority}，接着辦理。"
  },
  "refusal": {
    "title": "{authority}沒有同意，理由是：",
    "ways": "您可以：",
    "ask": "打電話問清楚：",
    "askHotline": "打 12345 問清楚。",
    "again": "補齊條件以後再辦一次：",
    "againLink": "重新辦理",
    "reconsideration": "覺得不對，六十日內申請行政複議。",
    "court": "也可以六個月內向人民法院提起行政訴訟。"
  },
  "result": {
    "open": "查看和列印",
    "issued": "編號 {number}，{date}簽發",
    "number": "編號 {number}",
    "content": "上面寫了什麼（{n} 項）",
    "print": "列印",
    "check": "辦件編號 {case}。內容以簽發部門的記錄為準，有疑問可撥打 12345 核對。"
  },
  "withdraw": {
    "one": "撤回「{service}」",
    "all": "全部撤回",
    "titleOne": "撤回「{service}」？",
    "titleAll": "撤回還沒辦完的 {n} 件事？",
    "text": "撤回以後，{services}不再辦理。已經辦好的不受影響，以後還可以重新辦。",
    "dependent": "{services}要等它辦好才能辦，也會停下來。",
    "reason": "為什麼不辦了",
    "keep": "接着辦",
    "confirm": "撤回",
    "done": "已撤回：{services}。",
    "tooLong": "寫得太長了，請短一些。"
  },
  "history": {
    "title": "經過",
    "you": "您",
    "system": "系統",
    "actions": {
      "submit": "{who}提交了{services}",
      "release": "前面的事辦好了，{services}開始辦理",
      "claim": "{who}接手辦理{services}",
      "putBack": "{who}把{services}交回，等同事接手",
      "handOver": "{who}把{services}轉給同事接着辦",
      "accept": "{who}受理了{services}",
      "requestSupplement": "{who}請您補充{services}的內容",
      "answerSupplement": "{who}補充了{services}的內容",
      "grant": "{who}辦結了{services}",
      "refuse": "{who}對{services}作出不予批准的決定",
      "decline": "{who}沒有受理{services}",
      "withdraw": "{who}撤回了{services}",
      "stop": "{services}不再辦理",
      "reveal": "{who}查看了{services}的敏感內容"
    }
  },
  "saved": {
    "title": "一起辦，省下了什麼",
    "trips": "要跑的趟數"
  }
} as const
