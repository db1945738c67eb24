// Made from zh-CN/ui.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "close": "關閉",
  "retry": "再試一次",
  "search": "搜尋",
  "suggestions": "您可能要找",
  "suggested": "有 {n} 條建議，用上下鍵選擇",
  "help": "找人幫忙",
  "loading": "正在打開…",
  "crumbs": "所在位置",
  "field": {
    "required": "必填",
    "optional": "選填"
  },
  "text": {
    "left": "還可以寫 {n} 個字",
    "over": "多了 {n} 個字"
  },
  "date": {
    "hint": "八位數字就行，例如 20261116",
    "readBack": "{date} {weekday}",
    "open": "從日曆裏選"
  },
  "select": {
    "choose": "請選擇"
  },
  "errors": {
    "title": "有 {n} 處需要改一下"
  },
  "error": {
    "title": "這裏出了點問題",
    "text": "不是您的操作造成的，填過的內容都還在。請過一會兒再試。",
    "log": "記錄編號 {id}，求助時報給工作人員就行"
  },
  "forbidden": {
    "title": "這一頁您看不了",
    "text": "它不屬於您，或者不在您的職責範圍內。"
  },
  "file": {
    "choose": "選擇檔案或拍照",
    "more": "再加一份",
    "camera": "拍照",
    "drop": "也可以把檔案拖到這裏",
    "hint": "{kinds}，每份不超過 {max}",
    "image": "照片",
    "separator": "、",
    "uploading": "正在上載",
    "done": "已上載",
    "failed": "沒有傳上來",
    "remove": "刪除",
    "empty": "「{name}」是空的，請換一份。",
    "too-large": "「{name}」超過了 {max}，請壓縮或拍得小一些。",
    "wrong-type": "「{name}」的格式用不了，請用 {kinds}。"
  },
  "pages": {
    "label": "翻頁",
    "previous": "上一頁",
    "next": "下一頁",
    "page": "第 {n} 頁",
    "shown": "已顯示 {shown} 條，共 {total} 條",
    "more": "再看一些"
  },
  "savings": {
    "before": "原來 ",
    "after": "現在 "
  },
  "steps": {
    "label": "辦理步驟",
    "position": "第 {n} 步，共 {total} 步"
  },
  "task": {
    "done": "已完成",
    "current": "正在填",
    "todo": "還沒開始",
    "optional": "選填",
    "blocked": "還不能填",
    "attention": "需要您"
  },
  "lane": {
    "planned": "計劃",
    "waiting": "等待前面的事",
    "active": "辦理中",
    "attention": "需要您",
    "late": "超期",
    "done": "已辦結",
    "refused": "不予辦理",
    "stopped": "不再辦理"
  },
  "read": {
    "start": "朗讀本頁",
    "stop": "停止朗讀"
  },
  "shortcuts": {
    "title": "鍵盤快捷鍵",
    "page": "這一頁",
    "singleKeys": "使用單個字母的快捷鍵",
    "singleKeysHint": "用語音輸入或容易誤按時，可以關掉"
  },
  "palette": {
    "title": "查找和命令",
    "none": "沒有找到",
    "count": "{n} 項"
  }
} as const
