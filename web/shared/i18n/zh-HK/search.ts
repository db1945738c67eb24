// Made from zh-CN/search.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "搜尋",
  "titleFor": "{q} · 搜尋",
  "label": "您想辦什麼事",
  "placeholder": "用平常的話説就行",
  "place": "地區",
  "anywhere": "全部地區",
  "audience": "給誰辦",
  "anybody": "個人和企業",
  "audiences": {
    "person": "個人",
    "organisation": "企業、單位"
  },
  "type": "類型",
  "all": "全部",
  "best": "最合適",
  "found": "找到 {n} 條",
  "more": "{type}共 {n} 條，全部列出",
  "keys": "按上下方向鍵選擇，回車打開",
  "meant": "您是不是要找：",
  "unsure": {
    "text": "沒有找到完全符合的，下面這些可能相關。如果都不是，請換個説法，也可以",
    "tell": "説説您的難處"
  },
  "cut": "寫得比較長，這裏只用前 {n} 個字來搜。",
  "guided": {
    "lead": "説了不少情況？",
    "link": "照這句話一步步問我"
  },
  "wish": {
    "which": "您是想",
    "kinds": {
      "do": "辦一件事",
      "ask": "問清楚再辦",
      "complain": "投訴、反映問題",
      "track": "查辦到哪一步",
      "book": "找地方辦、預約",
      "contact": "找人問"
    },
    "ways": {
      "report": "我要反映",
      "call": "撥打 12345",
      "tell": "説説您的難處",
      "progress": "按編號查進度",
      "mine": "我的辦件",
      "before": "去之前看一看",
      "help": "更多求助辦法"
    },
    "ask": {
      "way": "問一問",
      "text": "要帶什麼、多少錢、多久辦好，用一句話問，答案都有出處；不知道的會説不知道，再幫您找人。"
    },
    "complain": {
      "title": "投訴、舉報、提意見，寫下來就行",
      "text": "不用知道歸誰管，我們直接派給負責的單位，進展隨時能看。不想寫，打 12345 也一樣登記。自己的事跑了幾趟辦不成，可以説説您的難處，有專人接手。"
    },
    "track": {
      "title": "想知道辦到哪一步了",
      "text": "登入後在「我的辦件」裏看；不登入，用受理編號加手機號後四位也能查。"
    },
    "book": {
      "title": "想到現場去辦",
      "text": "通辦自己不收預約。哪個大廳能預約，辦事點旁邊就有「去預約」或者預約電話；沒寫的，去之前打電話問一聲。地址、時間和電話搜得到，各個事項的頁面上也有。"
    },
    "contact": {
      "title": "想找真人問一問",
      "text": "12345 的工作人員一步步教您，也可以轉到具體部門。"
    }
  },
  "recent": {
    "title": "最近搜過",
    "clear": "全部清除",
    "remove": "刪除「{q}」",
    "none": "還沒有搜過。",
    "notKept": "沒有登入，不會記下您搜過什麼。",
    "always": "在這台裝置上記住我搜過的（公用的電腦、手機不要勾）"
  },
  "none": {
    "title": "沒有找到「{q}」",
    "text": "換個説法試試，比如只寫事情的名稱：上户口、社保卡。",
    "everywhere": "不限地區和類型再找",
    "call": "撥打 12345 問一問",
    "callHint": "着急可以撥打 12345，工作人員會告訴您該找哪個部門、要辦什麼。",
    "browse": "按部門、地區找",
    "tell": "説説您的難處",
    "tellHint": "哪件事都對不上，就把難處寫下來，有專人接手，替您去找部門。"
  },
  "empty": {
    "try": "可以這樣搜",
    "popular": "大家在搜",
    "browse": "全部辦事指南",
    "browseHint": "按部門、地區、類別查找"
  },
  "failed": {
    "title": "沒能搜索",
    "text": "您寫的話還在，請再試一次，也可以直接撥打 12345。"
  }
} as const
