// Made from zh-CN/rules.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "秒批決策表",
  "list": "決策表",
  "lead": "每張表管一個事項：提交的時候按表當場決定，拿不準的交給人。左邊選一張，看規則、試一試、看近九十天辦得怎麼樣。",
  "rows": "{n} 行",
  "used": "近 90 天 {n} 件，{share} 當場辦結",
  "notUsed": "近 90 天沒有用到",
  "export": "導出 DMN",
  "restsOn": "依據{laws}。",
  "missing": "缺：{names}。",
  "none": {
    "title": "還沒有決策表",
    "text": "在業務包的 decisions 檔案夾裏寫一張，事項就能當場辦結。"
  },
  "outcome": {
    "approve": "當場批准",
    "refuse": "當場不予批准",
    "tentative": "先批准，再複核",
    "person": "交給人"
  },
  "policy": {
    "unique": "每種情況只有一行成立。",
    "first": "從上往下，第一個成立的算。",
    "priority": "幾行都成立的，最謹慎的算。",
    "any": "幾行都成立的，結論一樣。",
    "collect": "成立的都算，結論取最謹慎的。",
    "ruleOrder": "成立的都算，按表裏的順序，結論取最謹慎的。",
    "outputOrder": "成立的都算，謹慎的在前，結論取最謹慎的。"
  },
  "table": {
    "row": "行",
    "hit": "命中",
    "decision": "結論",
    "reason": "理由和依據",
    "checkDays": "{n} 個工作日內複核",
    "bound": "沒有裁量餘地",
    "not": "不是{what}",
    "or": "、"
  },
  "why": {
    "discretion": "表裏提的是不予批准，但法律留有裁量餘地，由人決定。",
    "noRow": "沒有一行管這種情況，由人決定。",
    "conflict": "成立的幾行互相矛盾，由人決定。",
    "open": "有的內容還不知道，定不下來，由人決定。",
    "documents": "有上載的或者後補的材料，表看不了材料，由人核對。",
    "requirement": "有一項受理條件不成立，由人核對。",
    "result": "結果裏有要人填的內容，由人辦理。"
  },
  "figures": {
    "title": "近 90 天",
    "none": "近 90 天沒有按這張表決定的辦件。",
    "instant": "當場辦結",
    "median": "從提交到辦結（中位數）",
    "all": "決定數",
    "reasons": "為什麼交給人",
    "versions": "用過的版本",
    "version": "版本",
    "present": "現行",
    "last": "最近一次",
    "count": "{n} 件",
    "underSecond": "不到一秒",
    "seconds": "{n} 秒",
    "minutes": "{n} 分鐘",
    "hours": "{n} 小時"
  },
  "try": {
    "title": "試一試",
    "lead": "填幾個值看結論，什麼都不會保存。不填的按「還不知道」算。",
    "ask": "看結論",
    "region": "填行政區劃代碼，例如 440305。",
    "failed": "沒有算出來，請再試一次。"
  },
  "model": {
    "title": "看一個 DMN 模型",
    "lead": "別的軟件做的 DMN 檔案，交上來看它決定什麼、要什麼，填幾個值試一試。什麼都不會保存。",
    "file": "DMN 檔案",
    "refused": "這個檔案用不了",
    "kinds": {
      "input": "輸入",
      "decision": "決策",
      "knowledge": "業務知識",
      "service": "決策服務"
    },
    "needs": "要看：{names}",
    "ask": "試一試"
  },
  "unchecked": {
    "title": "等着複核的臨時批准",
    "lead": "當場先批准了的，要在期限內核實：屬實就確認，不屬實就收回。",
    "case": "辦件編號",
    "applicant": "申請人",
    "service": "事項",
    "by": "複核期限",
    "late": "{date}，已過期",
    "noCalendar": "日曆未公佈"
  },
  "case": {
    "title": "決策表",
    "table": "看整張表",
    "open": "現行的表和統計",
    "inputs": "看了哪些內容",
    "version": "按版本 {version} 決定。",
    "changed": "現行的表已經改過。",
    "outcome": {
      "approve": "按表當場批准",
      "refuse": "按表當場不予批准",
      "tentative": "按表先批准，還要複核",
      "person": "表交給人決定"
    }
  },
  "source": {
    "applicant": "申請人填寫",
    "registry": "資料源",
    "derived": "推算",
    "profile": "登入資料",
    "result": "前一事項的結果",
    "credential": "電子證照"
  },
  "check": {
    "by": "請在{date}前複核。",
    "noCalendar": "那一年的工作日還沒有公佈，請儘快複核。",
    "opinion": "複核情況",
    "needWords": "先寫複核情況",
    "confirm": "屬實，確認",
    "takeBack": "不屬實，收回",
    "failed": "沒有存上，請再試一次。",
    "confirmed": "{name}於{at}確認：{opinion}",
    "takenBack": "{name}於{at}收回：{opinion}"
  },
  "compare": {
    "title": "決策表改了，會有什麼不同",
    "lead": "拿過去的辦件按改後的表再算一遍。每天夜裏自動算，最多看最近兩千件。",
    "now": "現在就算",
    "failed": "沒有算成，請再試一次。",
    "notYet": "還沒有算過。",
    "nothing": "這張表還沒有決定過辦件，沒有可比的。",
    "looked": "看了 {n} 件，{same} 件結論不變（{at}）。",
    "older": "這是改之前算的，之後表又改過。",
    "pair": "原來 → 改後",
    "count": "件數",
    "fields": "由哪幾列決定",
    "examples": "例子"
  }
} as const
