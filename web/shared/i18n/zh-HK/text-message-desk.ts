// Made from zh-CN/text-message-desk.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "短訊",
  "lead": "發給羣眾的短訊，發沒發到在這裏看。號碼打碼，鏈接不顯示，誰也不能替別人評價。",
  "offTitle": "沒有接短訊平台",
  "off": "現在一條也不發。接入辦法見使用説明，或者聯繫平台運維。",
  "views": "看哪些",
  "failed": "沒發出去",
  "all": "全部",
  "words": "要報備的文字",
  "wordsLead": "每種短訊的文字要先在短訊平台報備，拿到模板編號、填進配置才會發。文字一個字也不能改。",
  "limits": "一個號碼一天最多 {number} 條，全部一天最多 {day} 條；多出來的留到第二天。",
  "noneFailed": "沒有發送失敗的短訊",
  "none": "還沒有發過短訊",
  "list": "短訊",
  "phone": "號碼",
  "text": "內容",
  "state": "結果",
  "at": "時間",
  "kind": "什麼時候發",
  "template": "模板編號",
  "notRegistered": "沒有報備，不發",
  "again": "重發",
  "againOk": "已經重新排隊，一會兒就發。",
  "older": "看更早的",
  "failedToDo": "沒有成功，請再試一次。",
  "tries": "試了 {tries} 次",
  "states": {
    "queued": "等着發",
    "calling": "正在發",
    "sent": "已發出，等回執",
    "delivered": "已送達",
    "failed": "沒發出去",
    "dropped": "不發了"
  },
  "kinds": {
    "requestReceived": "收到訴求（有期限）",
    "requestTaken": "收到訴求（期限待定）",
    "requestAnswered": "訴求有答覆",
    "caseSupplement": "要補充材料",
    "caseEnded": "辦件有結果",
    "rateCase": "邀請評價辦件"
  },
  "because": {
    "stopped": "對方回覆 T，不再接收",
    "unwanted": "本人選了不要短訊",
    "expired": "過了時間，不再發",
    "numberLimit": "這個號碼今天的條數滿了，明天再發",
    "dayLimit": "今天的總條數滿了，明天再發",
    "superseded": "有更新的一條，這條不用發了",
    "noTemplate": "文字沒有報備",
    "unreachable": "短訊平台沒有應答",
    "other": "短訊平台的説法：{code}"
  }
} as const
