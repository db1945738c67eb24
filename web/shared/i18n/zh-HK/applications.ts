// Made from zh-CN/applications.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "list": {
    "licences": "我的證照：看有效期，辦變更、延續",
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
    "fileElsewhere": "材料移交中",
    "submitted": "已提交",
    "accepted": "辦理中",
    "supplement": "等您補充",
    "granted": "已辦結",
    "refused": "不予批准",
    "declined": "不予受理",
    "withdrawn": "已撤回",
    "stopped": "不再辦理",
    "suspended": "辦理中（特別程序）",
    "terminated": "已終止"
  },
  "tracking": {
    "of": "辦到哪裏了：{matter}",
    "submitted": "已經提交，各部門同時開始辦",
    "submittedText": "編號 {number}。",
    "promise": "承諾{date}前全部辦完",
    "submittedNext": "不用再跑，也不用盯着。有進展會在「訊息」裏告訴您。",
    "number": "編號 {number} · {date}提交"
  },
  "lanes": {
    "title": "哪個部門在辦、什麼時候辦好",
    "call": "打電話問：{phone}"
  },
  "share": {
    "title": "讓家人幫着看",
    "text": "把受理編號發給家人，加上您手機號的後四位，不用登入就能看到辦到哪一步，看不到您填的內容。",
    "open": "打開查進度的頁面"
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
  "outcomes": {
    "title": "各項結果",
    "way": "看辦理過程"
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
  "turns": {
    "extended": "經負責人批准，辦理期限延長 {n} 個工作日。",
    "deemedAccepted": "五個工作日內沒有要求您補正，依法視為受理。",
    "going": "正在{kind}，預計 {n} 個工作日，不算在辦理時間裏。",
    "hearing": "{date}在{place}舉行聽證，您可以到場。聽證時間不算在辦理時間裏。",
    "ended": "{kind}已結束：{outcome}",
    "kinds": {
      "hearing": "聽證",
      "inspection": "檢驗",
      "testing": "檢測",
      "quarantine": "檢疫",
      "appraisal": "鑑定",
      "review": "專家評審"
    },
    "corrected": "這份結果更正過，請以現在的內容為準。",
    "revoked": "這份結果已被撤銷，不再有效。不服的，可以申請行政複議或者提起行政訴訟。",
    "cancelled": "這份結果已經註銷，不再有效。",
    "replaced": "這一版已換成變更或延續後的新版，請用新版。",
    "expired": "這份結果已過有效期，不能再用。",
    "terminated": "這一項已終止辦理。",
    "because": "原因：{text}",
    "delivered": "{date}已送達。"
  },
  "supplement": {
    "asks": "{authority}請您一次補齊下面的內容：",
    "clock": "您補充的時間，不算在辦理時間裏。",
    "by": "請在{date}前補齊；過了還沒有補齊，視為放棄這次申請，以後可以重新申請。",
    "note": "想説明的情況",
    "lacking": "還缺「{name}」。",
    "send": "提交補充內容",
    "done": "已經交給{authority}，接着辦理。"
  },
  "grounds": {
    "title": "為什麼這樣決定",
    "approve": "{service}：當場批准",
    "refuse": "{service}：沒有批准",
    "tentative": "{service}：先批准了，以後還要核實",
    "person": "{service}：由工作人員辦理",
    "open": "還缺{names}，由工作人員核對。",
    "documents": "有材料要工作人員看過。",
    "looks": "您的情況要工作人員看一看。",
    "check": "{date}前會核實；屬實的一直有效，不屬實的會收回。",
    "checkSoon": "過後會核實；屬實的一直有效，不屬實的會收回。"
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
    "ended": "{name}（{standing}）",
    "open": "查看和列印",
    "issued": "編號 {number}，{date}簽發",
    "number": "編號 {number}",
    "content": "上面寫了什麼（{n} 項）",
    "print": "列印",
    "opened": "您已於{time}查看。",
    "openedBy": "{name}已於{time}替您查看。",
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
    "earlier": "更早的 {n} 條",
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
      "precheck": "{who}看過了{services}的材料",
      "deemAccepted": "五個工作日內沒有要求補正，{services}依法視為受理",
      "forward": "{who}審查了{services}，送下一級審批",
      "sendBack": "{who}請同事再審查{services}",
      "askOpinion": "{who}就{services}徵求其他部門的意見",
      "giveOpinion": "{who}對{services}回覆了意見",
      "noteSilence": "其他部門到期沒有回覆意見，{services}繼續辦理",
      "beginProcedure": "{who}對{services}啓動特別程序，期限暫停計算",
      "endProcedure": "{services}的特別程序結束",
      "extend": "{services}的辦理期限經負責人批准延長",
      "terminate": "{who}終止辦理{services}",
      "deliver": "{who}把{services}的結果送達給您",
      "correctResult": "{who}更正了{services}的結果",
      "revoke": "{who}撤銷了{services}的結果",
      "cancel": "{who}註銷了{services}的結果",
      "propose": "{who}準備撤銷{services}的結果，請您説明",
      "dropProposal": "{who}收回了撤銷{services}結果的打算",
      "returnProposal": "{who}沒有同意撤銷{services}的結果",
      "answerProposal": "{who}就{services}作了陳述申辯",
      "callHearing": "{who}通知就{services}舉行聽證",
      "recordHearing": "{services}的聽證已經舉行",
      "deemExtended": "{services}在有效期屆滿前沒有作出決定，視為準予延續",
      "replace": "{services}的結果換成了新版",
      "takeCorrection": "更正的內容已同步到{services}",
      "countDay": "放假安排公佈，{services}的期限算出來了",
      "reveal": "{who}查看了{services}的敏感內容"
    }
  },
  "saved": {
    "title": "一起辦，省下了什麼",
    "trips": "要跑的趟數"
  }
} as const
