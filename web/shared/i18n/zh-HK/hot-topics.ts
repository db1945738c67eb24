// Made from zh-CN/hot-topics.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "熱點訴求",
  "lead": "同一個地方、同一件事，很多人在説。每分鐘更新；治理了，就看看後來少了多少。",
  "refresh": "現在更新",
  "bursts": "突然多起來了",
  "burst": "{place}：{category}，一小時 {n} 件，平時大約 {expected} 件",
  "columns": {
    "name": "説的什麼",
    "place": "哪裏",
    "category": "類別",
    "week": "近 7 天",
    "before": "再前 7 天",
    "all": "總共",
    "heat": "熱度",
    "state": "治理"
  },
  "inHand": "治理中",
  "free": "還沒人管",
  "empty": "近兩週沒有熱點",
  "emptyText": "兩件以上相像的訴求會聚到一起，顯示在這裏。",
  "back": "回到熱點訴求",
  "sum": "共 {all} 件，近 7 天 {week} 件，再前 7 天 {before} 件",
  "trend": "每天多少件",
  "day": "日期",
  "requests": "訴求",
  "newest": "大家怎麼説",
  "callers": {
    "title": "反覆來反映的人",
    "lead": "四周內來過三次以上。多半是一直沒解決，先看看原來的答覆。不顯示電話號碼。",
    "newest": "最近反映的",
    "requests": "次數",
    "last": "最近一次"
  },
  "task": {
    "states": {
      "open": "治理任務：進行中",
      "done": "治理任務：已完成",
      "dropped": "治理任務：不再做"
    },
    "unit": "負責部門",
    "measures": "做什麼",
    "dueOn": "期限",
    "overdue": "已過期限",
    "before": "立項前四周",
    "after": "完成以後",
    "note": "結果",
    "count": "{n} 件",
    "fewer": "摺合四周 {n} 件，少了 {share}%",
    "more": "摺合四周 {n} 件，多了 {share}%",
    "notYet": "完成以後再看",
    "tooEarly": "滿一週再看"
  },
  "tasks": {
    "title": "治理任務",
    "lead": "很多人反映同一件事，交給一家單位從根上解決。做完寫明做了什麼，四周後看少了多少。",
    "empty": "沒有治理任務",
    "emptyText": "熱點訴求立項以後，會出現在負責的單位這裏。",
    "topic": "看這個熱點"
  },
  "form": {
    "title": "立為治理任務",
    "make": "交給這個部門",
    "made": "已經立項",
    "failed": "沒有成功，請再試一次",
    "needUnit": "請選負責部門",
    "needMeasures": "寫明做什麼，至少五個字",
    "needDay": "期限要在今天以後",
    "needNote": "寫明做了什麼，至少五個字",
    "end": "結束這個任務",
    "note": "做了什麼，或者為什麼不做了",
    "finish": "已經完成",
    "drop": "不再做",
    "ended": "已經記下"
  }
} as const
