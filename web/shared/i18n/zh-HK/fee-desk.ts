// Made from zh-CN/fee-desk.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "case": {
    "title": "收費",
    "state": {
      "due": "待繳",
      "paying": "付款中",
      "paid": "已繳",
      "failed": "沒付成",
      "expired": "已超時",
      "refunding": "退款中",
      "refunded": "已退回",
      "waived": "已免收",
      "void": "已作廢"
    },
    "amount": "金額",
    "unknown": "待核定",
    "due": {
      "handling": "繳了費再受理、審批",
      "result": "繳了費再交結果"
    },
    "method": {
      "online": "網上支付",
      "cash": "窗口現金",
      "card": "窗口刷卡"
    },
    "paid": "{date}繳，{method}",
    "slip": "小票號 {slip}",
    "history": "收費經過",
    "line": "{name}：{amount}",
    "reduced": "{name}，收 {n}%",
    "waive": "免收",
    "assess": "核定金額",
    "refund": "退費",
    "reasons": "理由（會告訴申請人）",
    "law": "依據（法律法規名稱和條款）",
    "fen": "金額（元）",
    "amountWrong": "填大於零的金額，最多兩位小數。",
    "missing": "這一項要填。",
    "confirm": "確定",
    "cancel": "不改了",
    "failed": "沒有成功，請看最新情況再試。",
    "steps": {
      "charge": "應收",
      "assess": "核定金額",
      "begin": "去付款",
      "pay": "收到",
      "fail": "沒付成",
      "expire": "超時",
      "waive": "免收",
      "void": "作廢",
      "refund": "退費",
      "refunded": "退款到賬"
    }
  },
  "window": {
    "title": "收費",
    "lead": "收了現金或者刷了卡，填上小票號，收據馬上開出來。",
    "none": "沒有要收的費用。",
    "slip": "小票號",
    "slipMissing": "先填收銀或者 POS 小票上的號碼。",
    "cash": "收到現金",
    "card": "已經刷卡",
    "done": "已收{amount}，收據已開出。",
    "receipt": "列印收據",
    "making": "收據正在開。",
    "failed": "沒有成功，請看最新情況再試。"
  },
  "books": {
    "title": "收費對賬",
    "lead": "每天凌晨把前一天的賬和支付平台對一遍，對不上的列在這裏，逐條説明或者補記。",
    "none": "還沒有對過賬。",
    "notConfigured": "沒有接支付平台，費用只在窗口收。",
    "day": "日期",
    "lines": "筆數",
    "paid": "收款",
    "refunded": "退款",
    "differences": "差異",
    "openDifferences": "{n} 條未處理",
    "allSettled": "都對得上",
    "settledAll": "{n} 條，已處理",
    "look": "看這一天",
    "all": "所有未處理的差異",
    "ofDay": "{date}的差異",
    "noDifferences": "沒有差異。",
    "what": {
      "payment": "收款",
      "refund": "退款"
    },
    "kind": {
      "notHere": "平台有，我們沒有",
      "notThere": "我們有，平台沒有",
      "amount": "金額不一樣",
      "unknownOrder": "不是我們的訂單"
    },
    "reference": "流水號",
    "here": "我們",
    "there": "平台",
    "book": "補記這筆收款",
    "note": "寫明情況",
    "noteLabel": "説明",
    "noteMissing": "寫一兩句怎麼回事。",
    "settled": "{by}：{note}",
    "compare": "對賬",
    "compareDay": "對哪一天",
    "compared": "對完了，{n} 條差異。",
    "table": "下載表格",
    "failed": "沒有成功，請稍後再試。"
  }
} as const
