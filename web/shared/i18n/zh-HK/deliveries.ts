// Made from zh-CN/deliveries.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "結果怎麼給您",
  "failed": "沒有成功，請再試一次。填過的內容都還在。",
  "lead": "下面這些除了在賬户裏看，還可以拿到紙質的或實物的。一起辦好的會一起寄、一起領，沒辦好的不耽誤先辦好的。",
  "ways": {
    "online": "在賬户裏看",
    "counter": "到大廳領取",
    "post": "快遞到家"
  },
  "wayHints": {
    "online": "辦結馬上就有，隨時能看、能出示。",
    "counter": "到了大廳發訊息給您，憑取件碼或身份證領。",
    "post": "快遞送上門，走到哪裏隨時能查。"
  },
  "fee": {
    "sender": "寄送不收費。",
    "receiver": "快遞費到付。"
  },
  "now": "去領取：{names}",
  "change": "改領取方式",
  "save": "就這樣",
  "cancel": "不改了",
  "saved": "已經改好。",
  "wayOf": "{name}怎麼給您",
  "hall": "在哪裏領",
  "receiver": {
    "title": "寄到哪裏",
    "name": "收件人",
    "phone": "手機號",
    "address": "收件地址",
    "addressHint": "請寫到門牌號。這次申辦的結果都寄到這裏，只用填一次。",
    "lacking": "請把收件人、手機號和地址填完整，地址寫到門牌號。"
  },
  "standing": {
    "planned": "辦理中",
    "account": "已送達",
    "unpaid": "等您繳費",
    "none": "沒有結果",
    "ready": "準備中",
    "sent": "寄送中",
    "shelved": "可領取",
    "delivered": "已送達",
    "calledOff": "不再送達"
  },
  "text": {
    "plannedOnline": "辦結後馬上能在賬户裏看到。",
    "plannedCounter": "辦結後送到{hall}，到了發訊息給您。",
    "plannedPost": "辦結後寄到：{address}",
    "account": "{day}辦結，當天已送到您的賬户。",
    "unpaid": "已經批准，繳了費就能看到。",
    "opened": "您已於{time}查看。",
    "readyCounter": "已經辦好，正在送往{hall}。",
    "readyPost": "已經辦好，正在等快遞來取。",
    "sent": "快遞單號 {number}",
    "sentWaiting": "已經下單，等快遞來取。",
    "shelved": "在{hall}等您來領。",
    "returned": "快遞沒有送到您手上，已退回{hall}，在那裏等您來領。",
    "lost": "快遞丟失了，正在重新制作，不收費。",
    "deliveredCounter": "{day}在大廳領取。",
    "deliveredPost": "{day}快遞送達。",
    "deliveredOnline": "{day}送到您的賬户。",
    "calledOff": "結果已經撤銷或者註銷，不再送達。",
    "none": "這一項沒有辦成，沒有要送的東西。"
  },
  "deliverBy": "最遲{day}前送到您手上（行政許可法第四十四條，作出決定之日起十日內）。",
  "code": {
    "title": "取件碼",
    "alt": "取件碼的二維碼",
    "until": "{day}前有效，領一次就失效。把它給誰看，誰就能領，請收好。",
    "over": "取件碼過期了。東西還在，換一個新碼就能領。",
    "renew": "換一個碼",
    "where": "地址",
    "hours": "時間",
    "phone": "電話",
    "also": "帶上您的身份證也能領。"
  },
  "fetcher": {
    "title": "請人代領",
    "named": "{name}（{number}）可以憑自己的身份證代您領取。",
    "name": "代領人姓名",
    "idNumber": "代領人身份證號",
    "save": "請他代領",
    "remove": "不用代領了",
    "wrong": "身份證號不對，請對照證件檢查。",
    "done": "已經寫好，請對方帶上自己的身份證去。"
  },
  "parcel": {
    "title": "快遞走到哪裏了",
    "events": {
      "booked": "已下單",
      "collected": "已攬收",
      "passed": "運輸中",
      "outForDelivery": "派送中",
      "delivered": "已簽收",
      "declinedByReceiver": "拒收，退回中",
      "undeliverable": "沒有送到，退回中",
      "returned": "已退回大廳",
      "lost": "已丟失",
      "cancelled": "已取消",
      "rejected": "快遞公司不收"
    },
    "to": "寄到：{name} {address}"
  }
} as const
