// Made from zh-CN/my-data.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "誰看過我的資料",
  "lead": "您辦事時，通辦會向別的部門查詢需要的資料，省得您再填、再交；家裏人辦事，也可能查到您。每一次查詢，還有工作人員每一次打開辦件，都記在這裏。",
  "count": "最近的 {n} 條",
  "forMatter": "為了辦「{matter}」",
  "forMatterOther": "別人辦「{matter}」時查到您的資料",
  "read": "看了 {n} 次",
  "readFor": "辦理您的「{service}」（{matter}）",
  "readForOther": "辦理別人的「{service}」（{matter}），裏面有您的資料",
  "seen": "能看到 {n} 項",
  "asked": "查了 {n} 項",
  "byLaw": "依據：{law}",
  "follow": "看這件事",
  "outcome": {
    "answers": "查到了，已帶入",
    "noRecord": "沒有查到，請您自己填",
    "unavailable": "當時沒能接通，請您自己填",
    "withheld": "沒有查到，請您自己填"
  },
  "outcomeOther": {
    "answers": "查到了",
    "noRecord": "沒有查到",
    "unavailable": "沒能接通",
    "withheld": "沒有告訴對方"
  },
  "doneForMe": {
    "title": "別人替您辦的",
    "line": "{who}替您辦「{matter}」"
  },
  "withheldHint": "有人填了您的號碼來查，因為核對不出和您有關係，什麼也沒有告訴他。",
  "empty": {
    "title": "還沒有人看過",
    "text": "您辦事時，經您同意或者依照法律查詢過什麼，工作人員看過什麼，會一次不漏地列在這裏。"
  },
  "signIn": {
    "title": "登入後才能看",
    "text": "這裏列的是您自己的資料被誰查過，只有您能看到。"
  },
  "staff": {
    "title": "請用居民賬號登入",
    "text": "這一頁給居民看自己的資料被誰查過，工作人員賬號沒有這樣的記錄。"
  },
  "wrong": {
    "title": "覺得不對勁？",
    "text": "有不是您自己辦的事，或者覺得不該查，請撥打 12345，報上日期和部門就行。",
    "law": "《中華人民共和國個人資料保護法》第四十四條、第四十五條：您有權知道自己的資料怎樣被處理，有權查閲和複製。"
  }
} as const
