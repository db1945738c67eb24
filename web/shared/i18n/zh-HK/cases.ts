// Made from zh-CN/cases.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "{service} · {applicant}",
  "state": {
    "waiting": "等前面的事",
    "submitted": "待受理",
    "accepted": "審查中",
    "supplement": "補正中",
    "granted": "已辦結",
    "refused": "不予批准",
    "declined": "不予受理",
    "withdrawn": "已撤回",
    "stopped": "已停辦"
  },
  "time": {
    "late": "超 {n} 天",
    "lateNow": "已超期",
    "today": "今天到期",
    "left": "剩 {n} 天",
    "unknown": "日曆未公佈"
  },
  "timeLong": {
    "late": "超期 {n} 個工作日",
    "lateNow": "已超期",
    "today": "今天到期",
    "left": "剩 {n} 個工作日",
    "unknown": "當年放假安排還沒公佈，暫不能算出日期"
  },
  "head": {
    "back": "返回列表",
    "promised": "承諾 {date}",
    "due": "法定 {date}",
    "of": "{matter} {n}/{of}",
    "handler": "{name} 在辦",
    "mine": "我在辦",
    "unclaimed": "待領取",
    "received": "{time} 收到",
    "toActions": "去辦理"
  },
  "content": {
    "title": "登記內容",
    "other": "其他",
    "empty": "未填寫",
    "reveal": "查看",
    "revealOf": "查看{name}的完整內容（會留下記錄）",
    "hide": "遮住",
    "correct": "要補正",
    "correctOf": "要補正：{name}",
    "listed": "已列入",
    "listedOf": "已列入：{name}"
  },
  "source": {
    "applicant": "申請人填寫",
    "profile": "實名身份",
    "registry": "{name} · {time}",
    "registryNoTime": "{name}",
    "derived": "由「{input}」算出",
    "derivedMany": "由「{input}」等 {n} 項算出",
    "derivedPlain": "系統算出",
    "result": "前一事項結果 · {name}",
    "resultPlain": "前一事項結果"
  },
  "evidence": {
    "title": "申請材料",
    "none": "這件事不用交材料。",
    "upload": "申請人上載",
    "registry": "{name} 已核驗，不用交",
    "registryPlain": "資料核驗，不用交",
    "result": "前一事項結果 · {name}",
    "credential": "電子證照核驗，不用交",
    "submitted": "以前交過的 · {name}",
    "commitment": "申請人承諾",
    "dueDays": "{n} 個工作日內補交",
    "noFile": "還沒有檔案",
    "open": "看{name}",
    "first": "看材料",
    "previous": "上一份",
    "next": "下一份",
    "position": "第 {n} 份，共 {of} 份",
    "newTab": "在新標籤頁打開",
    "noViewer": "這個瀏覽器不能直接顯示 PDF，請在新標籤頁打開或下載查看。",
    "unsupported": "這種檔案不能在這裏預覽。"
  },
  "rules": {
    "title": "規則怎麼看",
    "none": "這件事沒有可以自動判斷的條件，由您審查。",
    "holds": "符合",
    "fails": "不符合",
    "unknown": "要您看",
    "rule": "規則",
    "inputs": "用到",
    "missing": "未知",
    "summary": {
      "holds": "{n} 條符合",
      "fails": "{n} 條不符合",
      "unknown": "{n} 條要您看"
    },
    "sum": "規則：",
    "look": "去看",
    "details": "規則和用到的資料"
  },
  "history": {
    "title": "經過",
    "system": "系統",
    "submit": "提交申請",
    "release": "前面的事項已辦結，開始辦理",
    "claim": "領取",
    "putBack": "退回待領取",
    "handOver": "轉給{name}",
    "accept": "受理",
    "requestSupplement": "一次告知補正",
    "answerSupplement": "補正完畢",
    "grant": "准予辦結",
    "refuse": "不予批准",
    "decline": "不予受理",
    "withdraw": "撤回申請",
    "stop": "停辦",
    "reveal": "查看了{name}",
    "automatic": "按規則自動辦理",
    "result": "結果編號 {number}",
    "opinion": "意見：{text}",
    "reasons": "理由：{text}",
    "items": "要補：{text}",
    "note": "説明：{text}"
  },
  "sameEvent": {
    "number": "另有一位申請人為同一件事交過申請：{number}（{state}）。",
    "elsewhere": "另有一位申請人為同一件事交過申請，不在您的辦理範圍內。",
    "byHand": "這一件不由系統自動辦結，請核實後決定。"
  },
  "siblings": {
    "title": "同一件事",
    "alone": "只有這一項。",
    "yours": "等您",
    "starts": "您辦結後，後面 {n} 個部門立即開始。",
    "falls": "不辦的話，「{names}」也會停辦。"
  },
  "actions": {
    "title": "辦理",
    "accept": "受理",
    "grant": "准予辦結",
    "requestSupplement": "一次告知補正",
    "refuse": "不予批准",
    "decline": "不予受理",
    "claim": "領取",
    "handOver": "轉給同事",
    "putBack": "退回待領取",
    "notNow": "現在不能做的",
    "readOnly": "您只能查看，不能辦理這一件。"
  },
  "because": {
    "waiting": "前面的事項還沒辦結",
    "submitted": "要先受理",
    "accepted": "已經受理",
    "supplement": "正在等申請人補正",
    "granted": "已經辦結",
    "refused": "已經作出不予批准的決定",
    "declined": "已經不予受理",
    "withdrawn": "申請人已經撤回",
    "stopped": "已經停辦",
    "role": "要有審批權限",
    "holder": "不在您手上",
    "taken": "同事已經領取",
    "mine": "已經在您手上"
  },
  "done": {
    "accept": "已受理。",
    "grant": "已准予辦結，申請人會收到通知。",
    "requestSupplement": "已一次告知，補齊前不計時間。",
    "refuse": "已作出不予批准的決定，申請人會收到理由和救濟途徑。",
    "decline": "已作出不予受理的決定，申請人會收到理由。",
    "claim": "已領取。",
    "handOver": "已轉給同事。",
    "putBack": "已退回，同事可以領取。",
    "next": "下一件：{title}",
    "last": "列表裏沒有別的辦件了。",
    "toQueue": "回到列表"
  },
  "changed": {
    "title": "剛剛有變化",
    "kept": "您寫的內容還在，請看過再決定。",
    "plain": "請看過最新內容再操作。",
    "seen": "我看過了",
    "unknown": "內容已在別處更新。"
  },
  "failed": {
    "title": "沒有辦成",
    "text": "您寫的內容還在，請再試一次。"
  },
  "form": {
    "send": "發出",
    "cancel": "先不做",
    "kept": "寫的內容會自動保留在這個標籤頁裏。",
    "preview": "申請人會讀到",
    "required": "請寫明理由，至少 2 個字。",
    "tooLong": "太長了，請縮短到 {n} 個字以內。",
    "phrases": "常用語"
  },
  "supplement": {
    "lead": "一次説全。在辦件內容裏點「要補正」，或從清單裏選，也可以自己寫一條。",
    "add": "從清單里加一項",
    "choose": "選一項填寫內容或材料",
    "free": "自己寫一條",
    "freeItem": "第 {n} 項（自由填寫）",
    "document": "材料 · {name}",
    "what": "要申請人做什麼",
    "remove": "刪除第 {n} 項",
    "none": "先加上要補正的內容。",
    "wrong": "請寫清楚要做什麼，2 到 {n} 個字。",
    "send": "告知申請人（{n} 項）"
  },
  "handOver": {
    "lead": "轉給同一部門的同事接着辦。期限照常計算，申請人會看到換了經辦人。",
    "to": "轉給誰",
    "choose": "請選一位同事",
    "note": "交代幾句",
    "noteHint": "記入辦理經過，申請人看不到。",
    "nobody": "這個部門還沒有別的同事登入過，暫時轉不了。可以先退回待領取。",
    "failed": "沒有取到同事名單，請稍後再試。",
    "send": "轉過去"
  },
  "grant": {
    "lead": "作出准予的決定，生成結果編號並通知申請人。決定後不能撤回。",
    "opinion": "審查意見",
    "opinionHint": "記入辦理經過，申請人看不到。",
    "opinionRequired": "有規則判定不符合，請寫明准予的理由。",
    "field": "結果裏寫的{name}",
    "fieldHint": "留空就用結果編號。",
    "fieldNeeded": "這一項由您填寫，後面的部門直接用它。",
    "wrongField": "填寫不對，請核對後再試。",
    "warn": "有 {n} 條規則不符合。仍要准予的，請在意見裏寫明理由。",
    "confirm": "准予辦結"
  },
  "refuse": {
    "lead": "作出不予批准的決定。決定後不能撤回，申請人可以申請複議或提起訴訟。",
    "reasons": "理由和依據",
    "hint": "申請人會讀到全文，請説明哪一條不符合、依據是什麼。",
    "confirm": "不予批准",
    "sure": "確定不予批准嗎？",
    "sureText": "決定發出後不能撤回。"
  },
  "decline": {
    "lead": "不屬於受理範圍的，不予受理。決定後不能撤回。",
    "reasons": "理由和依據",
    "hint": "申請人會讀到全文，請告訴他該去哪裏辦。",
    "confirm": "不予受理",
    "sure": "確定不予受理嗎？",
    "sureText": "決定發出後不能撤回。"
  }
} as const
