// Made from zh-CN/queue.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "辦件",
  "list": "辦件列表",
  "views": {
    "label": "視圖",
    "mine": "我的",
    "unclaimed": "待領",
    "dueSoon": "快到期",
    "supplement": "補正中",
    "overdue": "超期",
    "all": "全部"
  },
  "showView": "看「{view}」",
  "find": "在列表裏找：編號或姓名",
  "findShort": "編號或姓名",
  "focusFind": "在列表裏查找",
  "matter": "只看哪件事",
  "anyMatter": "所有的事",
  "group": "辦件列表",
  "next": "下一件",
  "previous": "上一件",
  "unclaimed": "待領取",
  "mine": "我在辦",
  "others": "他人在辦",
  "shown": "已顯示 {n} 件",
  "count": "共 {n} 件",
  "failed": "列表沒有更新成功，顯示的是上一次的內容。",
  "empty": {
    "mine": {
      "title": "您手上沒有辦件",
      "text": "到「待領」裏領一件，或者直接打開一件受理。"
    },
    "unclaimed": {
      "title": "沒有待領的辦件",
      "text": "新的申請會自動出現在這裏。"
    },
    "dueSoon": {
      "title": "沒有快到期的辦件",
      "text": "下一個工作日之前要辦結的會列在這裏。"
    },
    "supplement": {
      "title": "沒有等補正的辦件",
      "text": "一次告知以後、申請人補齊以前的辦件會列在這裏。"
    },
    "overdue": {
      "title": "沒有超期的辦件",
      "text": "超過承諾日期還沒辦結的會列在這裏。"
    },
    "all": {
      "title": "沒有在辦的辦件",
      "text": "新的申請會自動出現在這裏。"
    },
    "filtered": {
      "title": "沒有符合條件的辦件",
      "text": "換個編號、姓名，或者放寬條件試試。",
      "clear": "清除條件"
    }
  },
  "start": {
    "title": "今天",
    "lead": "從左邊選一件，或者按 J 打開第一件。",
    "first": "打開第一件",
    "dueToday": "今天到期",
    "overdue": "超期",
    "unclaimed": "待領",
    "supplement": "等申請人補正",
    "keys": "用鍵盤更快",
    "keysText": "J、K 上下走，A 受理，G 准予，S 一次告知，Ctrl K 查找，? 列出全部快捷鍵。"
  },
  "palette": {
    "views": "視圖",
    "page": "這一頁",
    "cases": "辦件"
  },
  "gate": {
    "title": "這裏是工作人員的工作台",
    "text": "您現在用的是居民賬號「{name}」，不能進入工作台。辦自己的事請回門户。",
    "switch": "換工作人員賬號登入",
    "portal": "回門户",
    "going": "正在前往登入…"
  }
} as const
