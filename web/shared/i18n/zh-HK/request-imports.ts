// Made from zh-CN/request-imports.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "導入訴求",
  "lead": "別的系統收的訴求，用表格一次交進來。有錯的行説清錯在哪裏，沒錯的陸續登記、派單。",
  "choose": "選一個檔案",
  "columns": "xlsx、csv 或 jsonl。必須有「內容」一列；還可以有：類型、標題、分類、地址、區劃、緯度、經度、姓名、電話、郵箱、匿名、反映時間、來源編號。",
  "reading": "正在讀這個檔案。",
  "unread": "這個檔案讀不了",
  "again": "這個檔案導入過，沒有再登記一遍。",
  "none": "還沒有導入過",
  "noneText": "選一個檔案就開始，不會漏，也不會重。",
  "file": "檔案",
  "state": "進度",
  "states": {
    "running": "登記中",
    "done": "辦完了"
  },
  "rows": {
    "taken": "已登記",
    "ready": "排隊",
    "faulty": "有錯",
    "failed": "沒收下"
  },
  "at": "時間",
  "allGood": "「{file}」沒有錯行。",
  "wrong": "「{file}」裏要改的行",
  "row": "行",
  "rowNumber": "第 {row} 行",
  "text": "內容",
  "why": "哪裏不對",
  "codes": {
    "missing": "沒有填",
    "unknown": "不認識",
    "tooLong": "太長",
    "number": "應該是數字（度）",
    "instant": "不是時間，或者還沒到",
    "outside": "不在服務的區劃裏",
    "phone": "不是電話號碼",
    "yesNo": "應該填是或否",
    "other": "沒有收下"
  }
} as const
