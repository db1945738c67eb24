// Made from zh-CN/inbox.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "markAll": "{n} 條全部標為已讀",
  "mark": "標為已讀",
  "new": "未讀",
  "batchAnswers": "去核對、答覆",
  "openConsents": "去看清楚、答覆",
  "openHardCase": "看看進展",
  "openRequest": "看這件訴求",
  "openRating": "看我的評價",
  "openBenefits": "看看屬於我的",
  "openDispute": "看更正進展",
  "notice": "打開《{name}》",
  "open": "去看辦件",
  "older": "看更早的訊息",
  "empty": "沒有訊息",
  "emptyText": "辦件有進展，會在這裏告訴您。",
  "failed": "沒有標上，請再試一次。",
  "choices": {
    "title": "要告訴我哪些",
    "label": "這些訊息要不要",
    "always": "要您補充材料、沒有批准這類必須讓您知道的，始終會告訴您。",
    "saved": "記下了。",
    "texts": "重要的再發一條短訊到 {phone}",
    "textsHint": "要補充材料、有了結果、訴求有答覆，才發。回覆短訊 T 也能停。",
    "kinds": {
      "applicationSubmitted": "提交成功",
      "caseGranted": "有一項辦好了",
      "caseWithdrawn": "撤回了一項",
      "applicationWithdrawn": "整件事撤回了"
    }
  }
} as const
