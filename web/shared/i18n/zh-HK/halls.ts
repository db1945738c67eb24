// Made from zh-CN/halls.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "想當面辦",
  "hint": "到窗口説一聲也行，工作人員會幫您填。",
  "book": "去預約",
  "bookByPhone": "打電話預約 {phone}",
  "ask": "去之前打 {phone} 問一聲",
  "call": "打電話 {phone}"
} as const
