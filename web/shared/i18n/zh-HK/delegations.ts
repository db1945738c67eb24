// Made from zh-CN/delegations.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "授權與代辦",
  "lead": "請信得過的人替您辦事，或者替家裏人辦。兩邊都點了同意才算數，隨時可以結束。",
  "offer": "請人替我辦",
  "ask": "我替別人辦",
  "agencies": "找代辦機構",
  "batchAnswers": "等我同意的代辦",
  "myAgency": "我的代辦機構",
  "company": "為哪家公司",
  "waiting": {
    "title": "等您決定",
    "offered": "{name}請您幫忙辦事",
    "asked": "{name}想替您辦事",
    "accept": "同意",
    "refuse": "不同意",
    "acceptNote": "同意以後，對方就能替您填表、提交、看進度，每一步都記着是誰辦的。看不到您的訊息和「誰看過我的資料」。"
  },
  "given": {
    "title": "我請誰替我辦",
    "empty": "您還沒有請誰替您辦事。"
  },
  "held": {
    "title": "我替誰辦",
    "empty": "現在沒有人請您幫忙辦事。"
  },
  "for": "替{name}辦事",
  "by": "由{name}替我辦",
  "start": "開始替{name}辦",
  "end": "結束授權",
  "takeBack": "收回",
  "endAsk": {
    "title": "結束這份授權？",
    "text": "結束後馬上不能再按它辦事。已經提交的照常辦理，填了一半的留在{name}那裏。",
    "confirm": "結束",
    "keep": "先不結束"
  },
  "scope": "能辦什麼",
  "all": "所有的事",
  "period": "有效期",
  "periodOf": "{from}至{to}",
  "uses": "能辦幾件",
  "usesOf": "共 {max} 件，已開始 {n} 件",
  "usesSoFar": "不限，已開始 {n} 件",
  "reason": "説明",
  "id": "身份證號",
  "done": {
    "show": "看辦了什麼",
    "line": "{matter}，{who}辦的"
  },
  "standing": {
    "proposed": "等對方同意",
    "lapsed": "過期未答覆",
    "upcoming": "還沒到日子",
    "inForce": "有效",
    "usedUp": "次數用完",
    "expired": "已到期",
    "refused": "沒有同意",
    "ended": "已結束"
  },
  "usedUpNote": "次數用完了：已經開始的可以接着辦，不能再辦新的。",
  "you": "您",
  "failed": "沒有辦成，請再試一次。",
  "answered": {
    "accept": "已同意，授權生效了。",
    "refuse": "已回覆不同意。",
    "end": "授權已結束。"
  },
  "form": {
    "titleOffer": "請人替我辦",
    "titleAsk": "我替別人辦",
    "leadOffer": "寫上您信得過的人。對方登入後點了同意，就能替您辦下面選的事。",
    "leadAsk": "寫上您要幫的人。對方登入後點了同意，您就能替他辦下面選的事。",
    "whom": "請誰",
    "whomPerson": "家人或朋友",
    "whomOrganisation": "代辦機構",
    "organisation": "請哪家機構",
    "organisationHint": "只列出現在可以代辦的機構；能辦什麼、到哪天為止，看「代辦機構名錄」。",
    "choose": "請選一家",
    "name": "對方的姓名",
    "nameHint": "和身份證上的一樣",
    "idNumber": "對方的身份證號碼",
    "idHint": "只用來找到對方；號碼和姓名對不上，對方就收不到。",
    "scope": "能辦哪些事",
    "scopeAll": "所有的事",
    "scopeSome": "只辦選出來的",
    "matters": "選出要辦的",
    "endsOn": "辦到哪天為止",
    "endsHint": "最長一年，到期自動結束。",
    "uses": "能辦幾件",
    "usesAny": "不限",
    "usesSome": "只能辦幾件",
    "usesNumber": "幾件",
    "reason": "想説明的話",
    "reasonHint": "對方會看到，可以不寫。",
    "law": "依據《中華人民共和國民法典》第一百六十五條、第一百六十九條：授權要寫明替誰辦、辦什麼、到什麼時候；對方不能再轉給別人。",
    "send": "發給對方確認",
    "sent": "已發給{name}，對方同意後生效。",
    "errors": {
      "name": "請寫上對方的名字。",
      "uscc": "請選一家機構。",
      "notHere": "這家機構現在不能替您所在地區的人代辦，請另選一家。",
      "notListed": "這家機構不能辦您選的事，請改選，或者另選一家。",
      "idNumber": "身份證號碼不對，請再看一遍，一共 18 位。",
      "self": "這是您自己的號碼，請寫對方的。",
      "matters": "請至少選一件事。",
      "endsOn": "請寫一年以內的日子，不早於今天。",
      "maxUses": "請寫 1 到 1000 的整數。",
      "reason": "説明請不要超過 200 個字。"
    }
  }
} as const
