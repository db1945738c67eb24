// Made from zh-CN/payments.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "繳費",
  "mine": "我的繳費",
  "lead": "要繳的、繳過的、退回的都在這裏，收據可以隨時打開。",
  "empty": "還沒有要繳的費用。",
  "signIn": "登入後查看您的繳費",
  "signInText": "這裏只顯示您自己的繳費和收據。",
  "staff": "這一頁是給辦事人看的",
  "staffText": "辦件的收費在工作台裏看。",
  "toApplication": "看這件事",
  "sum": "一共要繳",
  "pay": "去繳費",
  "goOn": "接着付",
  "again": "再付一次",
  "check": "我付過了，查一下",
  "checking": "正在向支付平台核對……",
  "atWindow": "也可以到政務服務大廳的窗口繳，現金、刷卡都行。",
  "onlyWindow": "這裏還不能網上繳費，請到政務服務大廳的窗口繳，現金、刷卡都行。",
  "handling": "繳了費才開始審批。",
  "result": "繳了費就能拿到結果。",
  "unknown": "金額要等部門核定，核定後會告訴您。",
  "failed": "沒有成功，請再試一次。沒有扣款的不會重複收。",
  "receipt": "打開收據",
  "paidOn": "{date}繳",
  "payee": "收款：{authority}",
  "free": "不收費",
  "states": {
    "due": "待繳",
    "paying": "付款中",
    "paid": "已繳",
    "failed": "沒付成",
    "expired": "已超時",
    "refunding": "退款中",
    "refunded": "已退回",
    "waived": "已免繳",
    "void": "不用繳了"
  },
  "about": {
    "paying": "已經為您打開付款頁面，付完會自動更新。",
    "failed": "上次沒有付成，沒有收您的錢，可以再付一次。",
    "expired": "上次的付款頁面超過三十分鐘沒有用，已經關了，可以再付一次。",
    "refunding": "錢正按原來的付款方式退回。",
    "refunded": "錢已經按原路退回。",
    "waived": "部門免收了這筆費用。",
    "void": "這一項不再辦理，費用不用繳了。"
  },
  "methods": {
    "online": "網上支付",
    "cash": "窗口現金",
    "card": "窗口刷卡"
  },
  "lines": {
    "each": "{amount} × {n}",
    "pays": "{name}，只收 {n}%",
    "none": "{name}，免收",
    "open": "要看填寫的內容"
  },
  "plan": {
    "title": "收費",
    "lead": "按您填的內容算出來的，交了申請以後照這個收。",
    "total": "合計",
    "free": "這件事不收費。",
    "open": "還要看這幾項怎麼填：{names}。",
    "bearer": "由{who}出，不用您繳",
    "handling": "審批前繳",
    "result": "領結果前繳",
    "basis": "依據"
  },
  "order": {
    "title": "付款結果",
    "open": "還沒有收到付款",
    "openText": "付過的話，稍等幾秒會自動更新；沒有付的，可以接着付。",
    "paid": "付款成功",
    "paidText": "已經收到 {amount}，收據會發到您的訊息裏。",
    "failed": "沒有付成",
    "failedText": "支付平台沒有收到錢，不會扣款。可以回到這件事再付一次。",
    "expired": "付款頁面已過期",
    "closed": "沒有付款",
    "back": "回到這件事"
  }
} as const
