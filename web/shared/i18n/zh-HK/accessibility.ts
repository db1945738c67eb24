// Made from zh-CN/accessibility.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "無障礙説明",
  "lead": "每個人都應該能自己把事辦成。通辦按國家標準 GB/T 37668—2019 和 WCAG 2.2 AA 級設計。",
  "keyboard": {
    "title": "只用鍵盤",
    "text": "所有功能都能用鍵盤完成。按 Tab 鍵依次移動，第一下會出現「跳到正文」。"
  },
  "screenReader": {
    "title": "螢幕閱讀器",
    "text": "頁面結構、表單和提示都能被讀出來，圖示都有文字説明。"
  },
  "elder": {
    "title": "長輩版",
    "text": "字更大、按鈕更大、顏色對比更強，每一頁都能朗讀、都能找人幫忙。字體大小有三檔，最大一檔約 30 磅。"
  },
  "colour": {
    "title": "顏色和動效",
    "text": "不只靠顏色説明意思。可以換深色；系統裏關掉了動畫，這裏也不動。"
  },
  "time": {
    "title": "時間",
    "text": "填表沒有時間限制，每一步都自動保存。"
  },
  "feedback": {
    "title": "哪裏不好用，請告訴我們",
    "text": "撥打 12345，説明是哪一頁、用的什麼裝置。"
  }
} as const
