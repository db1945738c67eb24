// Made from zh-CN/credit.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "我的信用",
  "lead": "只看有依據、有記錄的事，不打分。每一條是誰記的、依據什麼、到哪天為止，都寫明白；不對的可以提出異議，改正了可以修復。",
  "grade": {
    "title": "現在是「{name}」",
    "broken": "沒有做到的承諾：{n} 條",
    "late": "過期沒結清的賬單：{n} 筆",
    "nothing": "沒有不好的記錄。",
    "can": "能辦什麼",
    "promises": {
      "yes": "缺材料時可以先承諾、後補",
      "no": "暫時不能用承諾代替材料"
    },
    "payLater": "看病可以先用後付，最多記賬 {amount}",
    "noPayLater": "看病先用後付暫停",
    "repair": "在下面的記錄裏申請修復，同意後當天恢復。",
    "settle": "結清過期的賬單，當天恢復。",
    "all": "有哪幾檔",
    "law": "依據：{title}",
    "example": "額度和天數是示例，由當地規定。"
  },
  "account": {
    "title": "看病先用後付",
    "lead": "開通以後，看病只等醫保結算，自己付的部分先記賬，{days} 個工作日內結清。到期前 {remind} 個工作日提醒；過期 {grace} 個工作日還沒結清，記入信用記錄，結清當天撤下。最多記賬 {amount}。",
    "notNow": "現在還不能開通：先按上面説的恢復信用。",
    "agree": "我看明白了，同意",
    "open": "開通",
    "opened": "已開通",
    "used": "已記賬 {owed}，還能記 {left}",
    "close": "關閉",
    "closed": "已關閉",
    "owed": "還有沒結清的賬單，結清後才能關閉。",
    "changed": "條件剛剛變了，請再看一遍。",
    "agreeFirst": "請先勾選「同意」。",
    "failed": "沒有辦成，請再試一次。",
    "hospital": "哪些醫院能用，以醫院收費處的提示為準。"
  },
  "bills": {
    "title": "記賬的看病費用",
    "none": "還沒有記賬的費用。",
    "visit": "{hospital} · {department}",
    "on": "{day}就診，共 {total}，醫保付了 {insured}",
    "own": "自己付 {amount}",
    "due": "{day}前結清",
    "noDay": "放假安排公佈後算出哪天到期",
    "number": "醫院單號 {number}",
    "howTo": "請到醫院收費處或醫院的線上渠道結清，結清後醫院會通知這裏。",
    "states": {
      "owed": "待結清",
      "late": "已過期",
      "contested": "異議處理中",
      "settled": "已結清",
      "cancelled": "已取消"
    },
    "contest": "這筆賬不對",
    "contestLabel": "哪裏不對",
    "contestHint": "例如沒有去過、金額不對、已經付過。答覆之前不算過期，也不記入信用記錄。一筆賬只能提一次，請把情況寫全。",
    "short": "請寫明哪裏不對。",
    "send": "提交異議",
    "cancel": "先不提",
    "sent": "已提交，等醫保部門答覆",
    "mine": "您説：{text}",
    "answer": "答覆：{text}"
  },
  "companies": {
    "title": "我代辦的企業",
    "entry": "{reason}（{from}記錄，到 {until} 為止）",
    "nothing": "沒有不好的記錄。",
    "repair": "由當初作出承諾的代辦人，在上面自己的記錄裏申請修復或提出異議。",
    "policies": "看企業能申請什麼"
  },
  "desk": {
    "title": "看病記賬的異議",
    "lead": "居民對記賬的看病費用提出的異議，等得久的在前。答覆之前，這筆賬不記入信用記錄。",
    "empty": "沒有等答覆的異議",
    "person": "居民",
    "visit": "就診",
    "amounts": "金額",
    "sums": "共 {total}，醫保付了 {insured}，自己付 {own}",
    "said": "居民説",
    "reasons": "答覆居民",
    "short": "請寫明理由。",
    "uphold": "賬單沒錯",
    "cancel": "取消這筆賬",
    "upheld": "已答覆，按原來的日期結清",
    "cancelled": "已取消，居民不用付",
    "failed": "沒有辦成，請再試一次。"
  }
} as const
