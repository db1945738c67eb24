// Made from zh-CN/duties.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "職責清單",
  "lead": "什麼事、在哪裏、什麼時候，由哪個單位負責。改動要另一個人審核發佈以後才生效。",
  "parts": {
    "label": "職責清單的各部分",
    "list": "清單",
    "try": "試派",
    "findings": "檢查",
    "rulings": "裁定",
    "releases": "版本",
    "trees": "對照"
  },
  "region": "地區",
  "list": {
    "search": "搜索分類、單位、地點",
    "clear": "清除",
    "top": "大類",
    "all": "全部",
    "count": "{n} 條",
    "none": {
      "title": "沒有符合的條目",
      "text": "換個詞，或者清除條件。"
    },
    "write": "新寫一條",
    "change": "修改",
    "finer": "寫更具體的",
    "col": {
      "what": "什麼事",
      "where": "在哪裏",
      "unit": "誰負責",
      "since": "依據"
    },
    "comma": "、",
    "more": "，另有 {n} 個",
    "whole": "{name}（整類）",
    "hours": "{from}–{to}",
    "months": "{from}–{to} 月",
    "co": "協辦：{names}",
    "from": "{date} 起",
    "until": "到 {date}",
    "showAll": "再顯示一些"
  },
  "deadline": {
    "life": "2 小時內",
    "utility": "24 小時內",
    "ordinary": "一般時限",
    "complex": "複雜時限"
  },
  "try": {
    "lead": "寫一段訴求，或者選分類和地點，看會派給誰。什麼都不會保存。",
    "text": "訴求內容",
    "textHint": "像來電人那樣説，例如：桃園地鐵站出口旁邊的路燈壞了。",
    "top": "大類",
    "category": "細類",
    "fromText": "由內容判斷",
    "region": "地區",
    "area": "道路、場所或網格",
    "anyArea": "不指定",
    "date": "日期",
    "time": "時間",
    "ask": "看看派給誰",
    "failed": "沒有算出來，請再試一次。",
    "map": "地圖：點一下選地點",
    "pinned": "地圖上選的點：{lat}, {lng}",
    "unpin": "不用地圖上的點",
    "mapShow": "在地圖上選",
    "mapHide": "收起地圖",
    "mapFailed": "地圖沒有打開，可以從列表裏選地點。",
    "zoomIn": "放大",
    "zoomOut": "縮小",
    "unit": "派給",
    "nobody": "要人工確認",
    "noClass": "還看不出是哪類事情，請選一個分類。",
    "read": "讀到的地點：{place}",
    "guessed": "判斷的分類",
    "deadline": "時限",
    "co": "協辦",
    "ladder": "超時或沒解決時往上找",
    "why": "為什麼",
    "others": "其次",
    "knowledge": "辦理提示",
    "fallback": "清單裏沒有寫，區政府兜底"
  },
  "findings": {
    "lead": "發佈以前也會這樣檢查，有問題的發佈不了。",
    "sound": {
      "title": "沒有問題",
      "text": "{classes} 個細類、{duties} 條職責：每個區都有人負責，沒有重複，單位都存在，升級路線不繞圈。"
    },
    "on": "檢查哪一天",
    "ending": "到期的條目",
    "endingNone": "沒有寫了到期日的條目。",
    "kind": {
      "gap": "沒有人負責",
      "overlap": "重複",
      "unit-missing": "沒有這個單位",
      "ladder-cycle": "升級路線繞圈",
      "category-unknown": "沒有這個分類",
      "area-unknown": "沒有這個區域",
      "region-unknown": "沒有這個地區",
      "area-missing": "沒有寫在哪裏"
    },
    "col": {
      "kind": "問題",
      "what": "條目",
      "where": "在哪裏"
    }
  },
  "rulings": {
    "lead": "職責有爭議時仲裁人的裁定。記入清單會寫進一份設計稿，由另一個人審核發佈。",
    "none": {
      "title": "還沒有裁定",
      "text": "仲裁人裁定以後會出現在這裏。"
    },
    "take": "記入清單",
    "drop": "不記入",
    "dropTitle": "不記入清單",
    "dropNote": "原因",
    "dropHint": "別人看得到，至少兩個字。",
    "done": "已處理。",
    "failed": "沒有做成，請再試一次。",
    "stage": {
      "proposed": "待定",
      "taken": "已寫進設計稿",
      "dropped": "不記入"
    },
    "inForce": "第 {n} 版起生效",
    "design": "打開設計稿",
    "by": "{name} 裁定，{date}",
    "request": "訴求 {number}",
    "unit": "歸 {name}"
  },
  "releases": {
    "lead": "每次改動職責清單的發佈，最新的在上面。",
    "none": {
      "title": "還沒有在工作台發佈過",
      "text": "現在用的是業務包裏的清單。"
    },
    "made": "{by} 寫，{reviewer} 審核發佈，{date}",
    "show": "看改了什麼",
    "since": "和哪一版比",
    "before": "業務包裏的清單",
    "number": "第 {n} 版 {title}",
    "noChange": "這兩版之間職責清單沒有變。",
    "change": {
      "added": "新增",
      "removed": "去掉",
      "changed": "改動"
    },
    "was": "原來",
    "is": "現在",
    "nothing": "（沒有）"
  },
  "trees": {
    "lead": "別的系統的訴求分類和我們的對照，由 tongban duties import 導入。對應關係按字面推算，供人核對。",
    "title": "{name}：{n} 類，{matched} 類有對應",
    "theirs": "他們的分類",
    "ours": "我們的分類",
    "alike": "相近",
    "nothing": "沒有對應",
    "none": {
      "title": "還沒有導入別的分類",
      "text": "由運維用命令行導入，一行一類。"
    }
  },
  "form": {
    "write": "寫一條職責",
    "change": "修改職責",
    "top": "大類",
    "category": "適用的分類",
    "whole": "（整類）",
    "where": "在哪裏",
    "region": "地區",
    "area": "道路、場所或網格",
    "whereRegion": "一個地區",
    "whereArea": "更小的範圍",
    "unit": "負責的單位",
    "level": "哪一級",
    "levels": {
      "nearest": "就近的一級",
      "street": "街道",
      "district": "區",
      "city": "市"
    },
    "hours": "只在一天的這段時間",
    "hoursHint": "例如 22:00 到 06:00；不寫就是全天。",
    "to": "到",
    "knowledge": "辦理提示",
    "from": "從哪天起",
    "source": "依據的檔案",
    "article": "條款",
    "reason": "這次改動叫什麼",
    "save": "寫進設計稿",
    "saved": "已寫進設計稿，交給另一個人審核發佈。",
    "open": "打開設計稿",
    "failed": "沒有寫成：{why}",
    "required": "請填寫。",
    "badTime": "寫成 22:00 這樣。",
    "mine": "職責清單改動"
  }
} as const
