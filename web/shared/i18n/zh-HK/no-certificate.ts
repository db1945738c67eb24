// Made from zh-CN/no-certificate.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "免證辦事",
  "lead": "事項要的材料裏，哪些可以由電子證照、資料共享或告知承諾代替，不用羣眾帶來。按現行事項目錄算出；一份材料有幾種辦法時，合計只算一次，各列都算。",
  "saved": "不用帶的材料",
  "savedValue": "{n} 份，佔 {asked} 份的 {share}",
  "services": "涉及事項",
  "byCredential": "用電子證照",
  "bySharing": "靠資料共享",
  "byCommitment": "憑告知承諾",
  "asked": "要求的材料",
  "byAuthority": "各部門",
  "authority": "部門",
  "allAuthorities": "所有部門",
  "list": "材料清單",
  "listOf": "{authority}的材料清單",
  "document": "材料",
  "service": "事項",
  "ways": "怎麼代替",
  "way": {
    "credential": "電子證照",
    "registry": "資料共享",
    "commitment": "告知承諾"
  },
  "export": "導出清單",
  "exportFailed": "沒有導出成功，請再試一次。",
  "none": {
    "title": "還沒有可以免交的材料",
    "text": "給材料寫上能代替它的登記庫、電子證照或承諾，這裏就有了。"
  }
} as const
