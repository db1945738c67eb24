// Made from zh-CN/progress.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "查辦理進度",
  "lead": "不用登入。輸入受理編號和申請人手機號的後四位，只能看到辦到哪一步，看不到填了什麼。可以把編號發給家人幫着看。",
  "number": "受理編號",
  "numberHint": "提交後的頁面和訊息裏都有，例如 440305-20261119-00102-3",
  "phone": "手機號後四位",
  "phoneHint": "申請人登入用的手機號",
  "ask": "查進度",
  "again": "再查一件",
  "missing": {
    "title": "請再看一下",
    "number": "請填受理編號。",
    "phone": "請填四位數字。"
  },
  "none": "沒有查到。請核對編號和手機號後四位，兩樣都對上才能看。",
  "tooMany": "這個編號查得太多了，請一小時以後再試。本人可以登入後在「我的辦件」裏看。",
  "failed": "沒能查成，請再試一次。",
  "heading": "{matter}",
  "meta": "編號 {number} · {date}提交",
  "promise": "承諾{date}前全部辦完",
  "before": "{date}前",
  "after": "等{services}辦好就開始",
  "services": "各部門辦到哪裏了",
  "own": "是您自己的事？",
  "ownText": "登入後能看到結果、補交材料。",
  "login": "登入後查看"
} as const
