// Made from zh-CN/inbox.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "markAll": "{n} 條全部標為已讀",
  "mark": "標為已讀",
  "new": "未讀",
  "open": "去看辦件",
  "older": "看更早的訊息",
  "empty": "沒有訊息",
  "emptyText": "辦件有進展，會在這裏告訴您。",
  "failed": "沒有標上，請再試一次。"
} as const
