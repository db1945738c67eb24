// Made from zh-CN/batches.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "批量辦",
  "lead": "同一件事要辦很多件，用一張表格一次交。每一行先檢查，有錯指到格子裏；沒錯的您確認後再提交，一行就是您的一件申請。",
  "steps": "先下載模板，照「填寫説明」填好，再傳上來。",
  "most": "一張表最多 {n} 行",
  "template": "下載模板",
  "upload": "上載填好的表格",
  "uploadHint": ".xlsx 檔案，最大 50 MB",
  "uploading": "正在上載，讀表格要一會兒",
  "mine": "傳過的表格",
  "none": "還沒有傳過表格。",
  "noMatters": {
    "title": "現在沒有可以批量辦的事",
    "text": "能批量辦的事會列在這裏。"
  },
  "rows": "{n} 行",
  "state": {
    "checking": "正在檢查",
    "checked": "檢查好了",
    "running": "正在提交",
    "paused": "已暫停",
    "done": "辦完了",
    "cancelled": "已停止"
  },
  "checking": "正在檢查，已看 {n} 行，共 {total} 行",
  "running": "已提交 {n} 行，共 {total} 行",
  "counts": {
    "ready": "沒有問題",
    "faulty": "要改",
    "asked": "等申請人同意",
    "handedIn": "已提交",
    "failed": "沒辦成",
    "declined": "申請人不同意",
    "expired": "申請人沒有答覆",
    "unchecked": "還沒檢查"
  },
  "waitingNote": "有的行在等申請人本人同意：請他們登入後打開「等我同意的代辦」。十四天沒有答覆，那一行就不交。",
  "findings": "整張表的問題",
  "findingAt": "第 {row} 行",
  "mend": {
    "title": "要改的地方",
    "text": "照着改好，重新傳一次；也可以下載帶説明的表，在裏面改。",
    "download": "下載要改的表",
    "caption": "要改的格子",
    "row": "行",
    "column": "列",
    "value": "現在填的",
    "message": "怎麼改",
    "whole": "整行",
    "more": "只列出前 {n} 行，全部的在下載的表裏。"
  },
  "start": {
    "title": "提交沒有問題的 {n} 行",
    "skip": "還有 {n} 行要改，這次不交。",
    "own": "這張表每一行寫的是各自的申請人：提交後先請他們本人同意，同意一行交一行。",
    "consents": "提交時會替您向這些部門查詢，省得每一行都填：",
    "agree": "我同意向上面的部門查詢",
    "truthful": "我填的內容都是真實的，願意承擔法律責任",
    "submit": "提交 {n} 行",
    "declare": "請先確認內容真實。",
    "nothing": "沒有可以提交的行。",
    "findings": "先把整張表的問題改好，重新上載。"
  },
  "act": {
    "pause": "暫停",
    "resume": "接着提交",
    "cancel": "停止"
  },
  "cancelNote": "停止以後，還沒提交的行不再提交；已經提交的照常辦理。",
  "results": {
    "title": "結果",
    "text": "每一行的受理編號都在結果表裏，憑編號可以查進度。",
    "download": "下載結果表"
  },
  "answers": {
    "title": "等我同意的代辦",
    "lead": "單位或別人用表格替您辦的事，您同意了才會提交。請先核對下面填的內容。",
    "none": "現在沒有等您同意的。",
    "asks": "{by}想替您辦：{matter}",
    "until": "請在 {time} 前答覆，到時沒有答覆就不會替您辦。",
    "agree": "內容沒錯，同意提交",
    "decline": "不同意",
    "agreed": "已同意，很快會替您提交，辦到哪一步在「我的辦件」裏看。",
    "declined": "已回覆不同意，不會提交。"
  },
  "failed": "沒有辦成，請再試一次。",
  "fault": {
    "oldExcel": "這是舊的 .xls 檔案。請在表格軟件裏「另存為」 .xlsx，再傳上來。",
    "notExcel": "這不是 Excel 表格。請用下載的模板填，存成 .xlsx。",
    "damaged": "檔案壞了，打不開。請重新保存一次再傳。",
    "encrypted": "檔案加了密碼。請去掉密碼再傳。",
    "noSheet": "沒有找到要填的表。表頭應該有：{headers}。請用下載的模板填。",
    "empty": "表格是空的。",
    "tooMuch": "檔案太大太複雜，讀不完。請只留下要填的表，分成幾個再傳。"
  }
} as const
