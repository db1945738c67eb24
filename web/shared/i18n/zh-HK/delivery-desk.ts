// Made from zh-CN/delivery-desk.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "送達",
  "lead": "辦結後十日內要送到（行政許可法第四十四條）。最急的排在最前面。",
  "views": {
    "toSend": "待寄出",
    "toShelve": "待上架",
    "onTheWay": "寄送中",
    "waiting": "待領取",
    "uncollected": "久未領取"
  },
  "viewHints": {
    "toSend": "選好以後下單，快遞來取；同一次申辦、寄到同一地址的自動合成一個包裹。",
    "toShelve": "東西到了大廳就上架，系統馬上把取件碼發給本人。",
    "onTheWay": "快遞的進展會自動更新。還沒攬收的可以取消。",
    "waiting": "等本人或代領人來領。在「一窗受理」裏輸入取件碼或讀身份證發放。",
    "uncollected": "上架十個工作日還沒有人來領，系統已經提醒過，請打電話問一問。"
  },
  "list": "送達清單",
  "hall": "大廳",
  "anyHall": "全部大廳",
  "count": "{n} 件",
  "more": "再看一些",
  "empty": "沒有要處理的",
  "emptyText": "有新的會出現在這裏。",
  "failed": "沒有成功，請檢查網絡後再試。",
  "column": {
    "name": "結果",
    "number": "辦件編號",
    "person": "申請人",
    "due": "送達期限",
    "address": "寄往",
    "parcel": "快遞",
    "since": "上架",
    "problem": "情況",
    "bundle": "包裹"
  },
  "due": {
    "left": "還剩 {n} 個工作日",
    "today": "今天到期",
    "late": "已超 {n} 個工作日",
    "unknown": "放假安排公佈後才能算"
  },
  "mishap": {
    "lost": "快遞丟失，請重新制作後再寄",
    "rejected": "快遞不收：{because}",
    "cancelled": "已取消下單",
    "returned": "沒有寄到，已退回"
  },
  "bundle": "第 {n} 包",
  "reminded": "已提醒 {n} 次",
  "retrying": "快遞公司沒有回應，正在重試",
  "select": "選擇 {name}",
  "selectAll": "全選",
  "chosen": "已選 {n} 件",
  "book": "下單寄出",
  "shelve": "上架，通知來領",
  "cancelParcel": "取消下單",
  "cancelled": "已取消下單。",
  "labels": "列印面單和交接單",
  "export": "導出表格",
  "fileName": "送達清單.xlsx",
  "exported": "已導出 {n} 件。",
  "outcome": {
    "title": "成功 {done} 件，沒辦成 {failed} 件",
    "done": "好了",
    "not_found": "不在您的大廳",
    "not_allowed_now": "剛剛有了變化，請重新整理",
    "no_address": "沒有收件地址，請聯繫本人"
  },
  "events": {
    "booked": "已下單",
    "collected": "已攬收",
    "passed": "運輸中",
    "outForDelivery": "派送中",
    "delivered": "已簽收",
    "declinedByReceiver": "拒收，退回中",
    "undeliverable": "沒有送到，退回中",
    "returned": "已退回",
    "lost": "已丟失",
    "cancelled": "已取消",
    "rejected": "不收"
  },
  "states": {
    "requested": "正在下單",
    "booked": "已下單",
    "onTheWay": "運輸中",
    "outForDelivery": "派送中",
    "comingBack": "退回中",
    "delivered": "已簽收",
    "returned": "已退回",
    "lost": "已丟失",
    "rejected": "不收",
    "cancelled": "已取消"
  },
  "print": {
    "title": "快遞面單和交接單",
    "button": "列印",
    "back": "回到送達清單",
    "none": "沒有可以列印的包裹",
    "noneText": "先下單。下單後快遞公司給出單號，就能列印。",
    "waiting": "還有 {n} 個包裹沒有拿到單號，稍等一會兒再列印。",
    "from": "寄件",
    "to": "收件",
    "contents": "內件",
    "pays": {
      "sender": "寄付",
      "receiver": "到付"
    },
    "handOver": "交接單",
    "handOverText": "以上 {n} 件已清點，包裝完好。",
    "number": "單號",
    "courier": "快遞員簽字",
    "clerk": "交件人簽字",
    "day": "日期"
  },
  "pickup": {
    "title": "憑碼發放",
    "lead": "光標放進下面的框，掃對方手機上的取件碼，或輸入 8 位數字。",
    "code": "取件碼",
    "find": "查一下",
    "digits": "取件碼是 8 位數字，請再看一遍。",
    "waiting": "{person}有 {n} 件在這裏等着領取",
    "fetcher": "本人寫了請{name}代領。",
    "name": "領取人姓名",
    "nameHint": "誰來領就寫誰，要和對方的證件一致。",
    "sign": "領取人在這裏簽字",
    "signHint": "請對方看清楚領的是什麼，再籤。",
    "clear": "重籤",
    "short": "還沒有簽字。",
    "hand": "發放並列印取件單",
    "elsewhere": "這些東西在{hall}，請對方去那裏領。"
  },
  "slip": {
    "title": "取件單",
    "person": "申請人",
    "received": "領取人",
    "hall": "領取地點",
    "by": "發放人",
    "at": "領取時間",
    "results": "領取的結果",
    "signature": "領取人簽字",
    "print": "列印",
    "back": "回到窗口"
  }
} as const
