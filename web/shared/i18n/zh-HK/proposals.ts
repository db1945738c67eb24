// Made from zh-CN/proposals.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "待批和到期",
  "lead": "延長期限、終止辦理、撤銷和註銷，由同事提請、負責人決定；到期沒有延續的結果，在這裏提請註銷。",
  "waiting": "等負責人決定（{n}）",
  "none": "沒有等待決定的提請。",
  "case": "辦件",
  "action": "提請",
  "reasons": "理由",
  "by": "提請人",
  "since": "提請時間",
  "open": "看辦件並決定",
  "mine": "您提請的",
  "unheard": "要先聽取持有人意見",
  "until": "{date}前可陳述",
  "ended": "已過有效期（{n}）",
  "noneEnded": "沒有到期未處理的結果。",
  "result": "結果",
  "number": "編號",
  "endedOn": "到期日",
  "cancel": "看辦件，提請註銷",
  "law": "有效期屆滿未延續的，應當依法辦理註銷手續（行政許可法第七十條第一項）。"
} as const
