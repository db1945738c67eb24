// Made from zh-CN/credential-desk.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "電子證照",
  "lead": "本部門簽發的電子證照，新的在前。這裏看不到證上寫的內容。",
  "onlyDecide": "打開看內容、暫停和撤銷，由審批人或部門負責人辦。",
  "columns": {
    "name": "證照",
    "number": "編號",
    "issuer": "簽發部門",
    "standing": "狀態",
    "issued": "簽發日期",
    "until": "有效期到"
  },
  "standings": {
    "valid": "有效",
    "suspended": "暫停使用",
    "expired": "已過期",
    "replaced": "已換新",
    "revoked": "已撤銷"
  },
  "origins": {
    "result": "辦件結果",
    "registry": "持證人從登記庫領取"
  },
  "forGood": "長期有效",
  "all": "全部",
  "numberHint": "要寫全",
  "find": "查找",
  "nothingFound": "沒有符合條件的證照，換個條件再找",
  "empty": "本部門還沒有簽發過電子證照",
  "more": "再看一些",
  "yes": "是",
  "no": "否",
  "separator": "、",
  "failed": "沒有成功，請再試一次。",
  "one": {
    "back": "返回電子證照",
    "because": "説明：{reasons}",
    "says": "證上的內容",
    "reveal": "顯示遮住的內容",
    "hide": "遮起來",
    "masked": "已遮住",
    "edition": "版次",
    "editionNumber": "第 {n} 版",
    "origin": "來源",
    "kept": "誰看過這張證，系統有記錄。"
  },
  "change": {
    "title": "變更狀態",
    "suspend": "暫停使用",
    "resume": "恢復使用",
    "revoke": "撤銷",
    "question": {
      "suspend": "暫停使用「{name}」？",
      "resume": "恢復使用「{name}」？",
      "revoke": "撤銷「{name}」？"
    },
    "means": {
      "suspend": "暫停後，別人核驗時會看到「暫停使用」，辦事也用不了，直到恢復。",
      "resume": "恢復後，馬上又能出示、能用來辦事。",
      "revoke": "撤銷後不能恢復，所有已經出示、保存的副本都會失效。"
    },
    "reasons": "理由",
    "reasonsHint": "持證人會收到這段話。",
    "short": "請寫明理由，至少兩個字",
    "long": "請寫在 500 字以內",
    "cancel": "先不辦",
    "done": {
      "suspend": "已暫停使用，已告訴持證人",
      "resume": "已恢復使用，已告訴持證人",
      "revoke": "已撤銷，已告訴持證人"
    },
    "because": {
      "valid": "沒有暫停，不用恢復",
      "expired": "沒有暫停，不用恢復",
      "suspended": "已經暫停了",
      "revoked": "已經撤銷，不能再變更",
      "replaced": "已換成新的一版，請在新版上辦"
    }
  },
  "ask": {
    "title": "請對方出示",
    "lead": "寫清要看哪幾項、為什麼。對方在手機上看到後可以同意，也可以不同意；您只看得到對方同意出示的。",
    "region": "以哪裏的部門名義",
    "claims": "要看哪幾項",
    "claimsHint": "只選辦這件事用得上的。",
    "always": "總會看到的：{names}。另外只選辦這件事用得上的。",
    "derived": "只看是或否，看不到具體日期和號碼",
    "purpose": "用途",
    "purposeHint": "一句話，對方會看到。例如：辦理老年人優待",
    "legalBasis": "法律依據",
    "legalBasisHint": "法規名稱和條款，對方會看到",
    "whom": "請誰出示",
    "scan": "當面掃碼",
    "scanHint": "對方用手機掃您屏幕上的碼",
    "named": "指定一個人",
    "namedHint": "他會收到訊息，在「我的證照」裏答覆",
    "name": "姓名",
    "idNumber": "證件號碼",
    "noSuchPerson": "沒有找到這個人：姓名和證件號碼對不上，或者他還沒有登記。可以改用當面掃碼。",
    "send": "發出請求",
    "wrong": {
      "type": "請選要看哪種證照",
      "claims": "請至少選一項",
      "purpose": "請寫明用途",
      "legalBasis": "請寫明法律依據",
      "name": "請填姓名",
      "idNumber": "請填證件號碼"
    }
  },
  "asked": {
    "open": "等對方答覆，{time}前有效。這一頁會自己更新。",
    "declined": "對方沒有同意出示。請按其他辦法核對，不能因此不給辦。",
    "ended": "時間過了，對方沒有答覆。需要的話請再發一次。",
    "over": "對方同意過，但已經過了半小時，內容不再顯示。",
    "valid": "對方已出示，核對無誤，現在有效。",
    "notValid": "對方出示了，但這張證現在不在有效狀態，請當面問清楚。",
    "unreached": "暫時連不上，正在重試。",
    "scan": "請對方掃這個碼",
    "scanHint": "用手機掃碼後登入，就能看到您要看什麼、為什麼。指定了人的，只有他本人能答覆。",
    "alt": "給對方掃的二維碼",
    "request": "您請求的",
    "again": "再請人出示",
    "shown": "對方出示的內容",
    "shownBy": "代為出示的人",
    "kept": "只能看半小時。持證人也能看到您看過哪幾項、為了什麼。"
  }
} as const
