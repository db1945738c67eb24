// Made from zh-CN/transfer-desk.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "異地移交",
  "lead": "替外地收下的材料在這裏移交；外地替我們收下的，在這裏簽收或者退回。",
  "views": {
    "giving": "要移交的",
    "receiving": "要簽收的",
    "both": "全部未完",
    "all": "歷史"
  },
  "list": "移交單",
  "more": "再看一些",
  "empty": "沒有要辦的移交",
  "emptyText": "跨域通辦窗口收下外地的件，就會出現在這裏。",
  "number": "移交單號",
  "matter": "事項",
  "applicant": "申請人",
  "from": "收件窗口",
  "to": "業務屬地部門",
  "due": "期限",
  "state": "狀態",
  "states": {
    "collected": "待移交",
    "underway": "待簽收",
    "received": "已簽收",
    "returned": "已退回",
    "ended": "已終止"
  },
  "urgency": {
    "calm": "{day}前",
    "soon": "今天到期",
    "late": "已超期（{day}）"
  },
  "noDay": "放假安排公佈後確定",
  "back": "返回移交列表",
  "of": "{matter}：{applicant}",
  "work": "現在要做的",
  "nothing": "現在不用您做什麼。",
  "give": {
    "title": "移交材料",
    "text": "只核對身份、材料齊不齊、清不清楚，內容由屬地部門審查。簽名後不能改，有改動對方看得出來。",
    "checked": "已核對申請人身份，材料齊全、清晰，與原件一致",
    "mustCheck": "請先核對並勾選。",
    "post": "有原件要寄給對方",
    "originals": "寄送的原件，一行一份",
    "originalsHint": "例如：購買憑證原件",
    "originalsMissing": "請寫明寄了哪些原件。",
    "by": "怎麼寄",
    "ways": {
      "call": "由平台叫快遞",
      "own": "自己寄，填單號"
    },
    "callHint": "快遞從本大廳取件，送到對方部門；單號和進度自動登記。",
    "carrier": "快遞公司",
    "parcel": "快遞單號",
    "parcelWrong": "請填快遞公司和單號（6 到 30 位字母或數字）。",
    "remark": "附言（可不填）",
    "sign": "簽名並移交",
    "done": "已移交，等對方簽收。"
  },
  "receive": {
    "title": "簽收",
    "text": "簽收以後，辦件歸本部門，審批期限從今天算起。",
    "remark": "附言（可不填）",
    "sign": "簽收",
    "done": "已簽收，辦件已進入收件箱。"
  },
  "return": {
    "title": "退回",
    "reasons": "退回理由",
    "reasonsHint": "寫清缺什麼、錯在哪裏，對方和申請人都會看到。",
    "reasonsMissing": "請寫明退回理由。",
    "send": "退回窗口",
    "done": "已退回對方窗口。"
  },
  "post": {
    "title": "登記快遞進度",
    "note": "到哪裏了",
    "send": "登記",
    "done": "已登記。",
    "missing": "請寫快遞到哪裏了。"
  },
  "clocks": {
    "title": "兩邊的期限",
    "hand": "移交（{place}）",
    "receipt": "簽收（{place}）",
    "law": "審批（{place}）",
    "lawText": "從簽收那天起算，依據行政許可法第三十二條、第四十二條。",
    "notYet": "簽收後開始"
  },
  "signed": {
    "title": "移交單",
    "not": "還沒有移交。",
    "intact": "簽名有效，材料與移交時一致。",
    "broken": "對不上：{faults}。請退回，並聯系對方窗口。",
    "faults": {
      "signature": "移交單與簽名不符",
      "documents": "辦件裏的材料與移交單不一致",
      "bytes": "存放的檔案被改動過"
    },
    "by": "{name}，{at}（第 {n} 次移交）",
    "documents": "材料（{n} 份）",
    "originals": "寄送的原件",
    "noOriginals": "沒有寄送原件，全部用電子材料。",
    "parcel": "{carrier} {number}",
    "digest": "摘要"
  },
  "history": "經過",
  "actions": {
    "collect": "{who}收件",
    "handOver": "{who}簽名移交",
    "receive": "{who}簽收",
    "sendBack": "{who}退回",
    "notePost": "{who}登記快遞進度",
    "remind": "系統提醒：已超期 {n} 個工作日",
    "end": "辦件已結束，不再移交"
  },
  "turns": {
    "booked": "快遞已預約",
    "onTheWay": "快遞已取件，在路上",
    "delivered": "快遞已送到，等簽收",
    "returned": "快遞沒有送到，已退回",
    "lost": "快遞寄丟了",
    "rejected": "快遞不收",
    "cancelled": "快遞取消了"
  },
  "differences": "當地的要求和這裏不一樣",
  "toTransfer": "看移交單"
} as const
