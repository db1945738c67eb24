// Made from zh-CN/ratings.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "and": "、",
  "form": {
    "how": "這次辦得怎麼樣？",
    "choose": "請先選一個，再提交。",
    "why": "好在哪裏？",
    "whyBad": "哪裏不好？",
    "words": "想説的話",
    "wordsHint": "不用寫姓名、電話和證件號碼。",
    "send": "提交評價",
    "once": "一件事評一次，提交後不能改。",
    "thanks": "謝謝，評價收到了",
    "failed": "沒有提交成功，請再試一次。填的內容還在。"
  },
  "card": {
    "title": "給服務打分",
    "lead": "辦完了，請説説辦得怎麼樣。差評會有人回訪、整改、答覆，不影響您以後辦事。",
    "rate": "評價"
  },
  "counts": {
    "all": "已計入",
    "unit": "已計入",
    "none": "不計入",
    "held": "核實後計入"
  },
  "states": {
    "open": "待回訪",
    "contacted": "整改中",
    "fixed": "待答覆",
    "replied": "待複核",
    "passed": "已整改",
    "unfounded": "核實不予採納"
  },
  "reply": "{authority}答覆：",
  "again": {
    "how": "整改以後，現在怎麼樣？",
    "given": "整改後再評：{grade}",
    "public": "整改後再評：{grade}"
  },
  "deny": {
    "ask": "不是我評的",
    "text": "這次評價是在窗口或者通過鏈接、以您的名義作的。提交後由監督人員核實，核實屬實就不計入。",
    "send": "確認不是我評的",
    "cancel": "取消",
    "done": "收到，監督人員會核實"
  },
  "own": {
    "title": "我的評價",
    "lead": "您評過的都在這裏。評價不能改；差評整改以後，可以再評一次。",
    "empty": "還沒有評價過",
    "emptyText": "事情辦完以後，在辦件頁面裏就能評價。"
  },
  "guide": {
    "title": "評價這份指南",
    "how": "看得明白嗎，好用嗎？",
    "part": "説的是哪一部分",
    "whole": "整份指南",
    "parts": {
      "conditions": "受理條件",
      "documents": "申請材料",
      "steps": "辦理流程",
      "fees": "收費",
      "form": "填表頁面"
    },
    "thanks": "寫指南的人會看到，用來改進。"
  },
  "board": {
    "ask": "這次辦得怎麼樣？點一下就行",
    "why": "{grade}：哪裏不好？可以不選",
    "send": "提交",
    "change": "重新選",
    "wait": "慢慢選，不要自動提交",
    "left": "{n} 秒後自動提交",
    "thanks": "謝謝您的評價",
    "resets": "{n} 秒後返回",
    "idle": "{n} 秒沒有操作就退出",
    "leave": "退出"
  },
  "link": {
    "title": "評價這次服務",
    "until": "這個鏈接 {date} 前有效，只能用一次。",
    "done": "這一件已經評價過了",
    "given": "評的是「{grade}」。"
  },
  "public": {
    "title": "差評和整改公開",
    "lead": "羣眾給的差評、部門的整改和答覆，經複核、隱去個人資料後公開。",
    "empty": "還沒有公開的差評",
    "emptyText": "差評整改並複核以後，會在這裏公開。",
    "older": "看更早的"
  }
} as const
