// Made from zh-CN/benefits.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "惠民惠企政策",
  "lead": "按登記的情況找人發錢：符合的會主動告訴您，多數不用申請。",
  "mine": "屬於我的",
  "try": "試算一下",
  "published": "正在公示的名單",
  "filter": "找政策",
  "filterHint": "輸入名稱裏的字，比如「高齡」「研發」。",
  "none": "沒有找到這樣的政策",
  "noneText": "換個説法，或者清空後從頭看。",
  "audience": {
    "person": "個人",
    "company": "企業"
  },
  "themes": {
    "elders": "老人",
    "family": "家庭和孩子",
    "disability": "殘疾人",
    "assistance": "困難幫扶",
    "employment": "就業創業",
    "education": "上學",
    "housing": "住房和人才",
    "health": "醫療",
    "veterans": "退役軍人",
    "innovation": "創新",
    "growth": "成長",
    "hiring": "用工",
    "culture": "文旅"
  },
  "ways": {
    "automatic": "自動發",
    "confirm": "確認就發",
    "apply": "一步申請"
  },
  "periods": {
    "once": "一次性",
    "month": "每月",
    "quarter": "每季",
    "year": "每年"
  },
  "policy": {
    "conditions": "要符合的條件",
    "lack": "還不符合？{text}",
    "facts": "根據什麼判斷",
    "factsLead": "都由這些部門的登記庫核對，不用您交材料。",
    "amount": "怎麼算",
    "amountSince": "{day}起執行。規則算出來的是分。",
    "example": "金額是示例值，正式發放以發放部門公佈的標準為準。",
    "source": "依據",
    "payer": "{name}發放",
    "days": "名單公示 {n} 天",
    "noDays": "不公示名單",
    "appeal": "沒有發或者停發，{n} 天內可以申請複核",
    "unchecked": "這份檔案的標題、條款或日期還沒有對照公佈的文本。",
    "excludes": "領了它，就不再領：",
    "excludedBy": "領了下面這些，就不領它：",
    "budget": "每年預算 {amount}，發完為止",
    "cap": "一年最多 {amount}",
    "matter": "去辦這件事",
    "until": "執行到 {day}",
    "rule": "規則原文"
  },
  "companies": {
    "title": "您代辦的企業",
    "name": "企業",
    "toConfirm": "等您確認",
    "fits": "都符合",
    "oneShort": "只差一條",
    "open": "還不清楚",
    "notYet": "還沒有同意查登記庫",
    "looking": "正在查",
    "failed": "沒查到"
  },
  "own": {
    "title": "屬於您的",
    "lead": "登記庫裏的情況符合哪些政策、為什麼、能領多少，都在這裏。",
    "who": "看誰的",
    "me": "我自己",
    "agree": "同意查一查",
    "agreeTitle": "要不要請我們幫您找？",
    "agreeText": "同意後，我們按政策的需要向登記庫核對您的情況，以後情況有變化也會再看一遍。每次查詢都有記錄，隨時可以停。",
    "again": "再查一次",
    "stop": "不用再查",
    "stopped": "已經停了，登記庫不會再因此被查詢",
    "asOf": "{day}核對",
    "due": "可以領的",
    "nothing": "眼下沒有可以領的",
    "nothingText": "情況有變化時會再告訴您。",
    "other": "其他政策對照",
    "rest": "還有 {n} 項，現在不符合或者情況還不清楚",
    "failed": "沒有辦成，請再試一次。填的內容還在。",
    "states": {
      "found": "已找到",
      "told": "等您確認",
      "confirmed": "等待發放",
      "declined": "您選擇不領",
      "listed": "名單裏",
      "paid": "已發放",
      "returned": "銀行退回",
      "recovering": "需要退還",
      "recovered": "已退還",
      "lapsed": "不再符合"
    },
    "period": {
      "once": "一次性"
    },
    "why": "為什麼有",
    "to": "發到 {account}",
    "confirm": "確認，發到這個賬户",
    "apply": "申請，發到這個賬户",
    "confirmOnFile": "確認，發到 {account}",
    "applyOnFile": "申請，發到 {account}",
    "otherAccount": "換一個賬户",
    "part": "{amount}，{day}前退還",
    "partPaid": "{amount}，{day}已退還",
    "decline": "這次不領",
    "declined": "好的，這一項不發。改變主意可以再確認",
    "confirmed": "確認好了，等着到賬",
    "bank": "開户銀行",
    "bankHint": "寫全稱，比如「示例銀行深圳分行」。",
    "number": "銀行賬號",
    "numberHint": "卡面上的一長串數字，空格可以不寫。",
    "holder": "户名",
    "holderHint": "要和{name}一致，別人的賬户不能收。",
    "problems": {
      "number": "賬號是 9 到 30 位數字，請檢查",
      "check": "卡號最後幾位對不上，請照着卡再輸一遍",
      "bank": "請寫開户銀行的全稱",
      "holder": "户名要和{name}一致"
    }
  },
  "appeal": {
    "ask": "這不對，申請複核",
    "askAbove": "請上一級再看一次",
    "until": "{day}前可以申請",
    "text": "為什麼應該是您的",
    "textHint": "寫清情況就行，比如登記錯了、已經搬回來、點錯了「不領」。",
    "short": "請寫明情況",
    "send": "提交",
    "cancel": "先不提",
    "sent": "收到了，核實後會答覆",
    "mine": "您説：{text}",
    "waiting": "發放部門正在核實",
    "waitingAbove": "上一級部門正在核實",
    "answers": {
      "upheld": "複核後認為您説得對：{text}",
      "dismissed": "複核後維持不變：{text}"
    },
    "rulings": {
      "upheld": "經過人工核實，這一項是您的。",
      "refused": "公示時有異議，核實後沒有發。"
    }
  },
  "verdicts": {
    "yes": "符合",
    "no": "不符合",
    "unknown": "還不知道"
  },
  "match": {
    "title": "試算：符合哪些政策",
    "lead": "填知道的就行，不知道的空着。只算給您看，什麼都不保存。",
    "whom": "給誰算",
    "facts": "情況",
    "run": "算一算",
    "results": "結果",
    "estimate": "估算 {amount}",
    "missing": "還差：{names}",
    "outranked": "領了「{name}」就不領這一項",
    "needs": "要先符合「{name}」",
    "sum": "{yes} 項符合，{unknown} 項還差情況，{no} 項不符合",
    "empty": "填幾項情況，就能看到結果",
    "unset": "不知道",
    "yes": "是",
    "no": "否"
  },
  "letter": {
    "title": "收到信了？核對真假",
    "code": "信上的核對碼",
    "hint": "12 位數字，空格不用輸。",
    "short": "核對碼是 12 位數字，請再看一看",
    "check": "核對",
    "genuine": "這封信是真的",
    "from": "{authority}，{day}寄出，説的是：",
    "phone": "有疑問請打 {phone}。領錢不收費，也不會讓您轉賬。",
    "unknown": "沒有寄過這封信。請不要轉賬、不要給密碼，拿不準就打 12345。"
  },
  "lists": {
    "title": "正在公示的名單",
    "lead": "發放之前先公示。姓名遮住一部分；覺得有不對的，可以在截止日之前提出來。",
    "none": "眼下沒有在公示的名單",
    "people": "{n} 人",
    "until": "公示到 {day}",
    "seq": "序號",
    "name": "姓名或名稱",
    "amount": "金額",
    "object": "有異議",
    "text": "説説哪裏不對",
    "textHint": "寫事實就行，您的身份不會告訴對方。",
    "send": "提交異議",
    "sent": "收到了，核實後會答覆",
    "refused": {
      "objected": "這個人您已經提過一次，核實後會答覆。",
      "mostOnList": "一份名單最多提 5 個人。還有別的情況，請直接告訴發放部門。"
    },
    "cancel": "算了"
  }
} as const
