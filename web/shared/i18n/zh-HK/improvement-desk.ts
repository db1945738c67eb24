// Made from zh-CN/improvement-desk.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "大家説寫得不好的",
  "lead": "評價裏説看不明白、要得太多、網頁不好用的指南和填表頁面，從上次改動算起，説得多的在前。不顯示是誰説的，號碼和姓名已經遮住。",
  "guide": "指南",
  "page": "哪一部分",
  "whole": "整份",
  "parts": {
    "conditions": "受理條件",
    "documents": "申請材料",
    "steps": "辦理流程",
    "fees": "收費",
    "form": "填表頁面"
  },
  "said": "怎麼説",
  "since": "改動以後",
  "earlier": "改動以前",
  "ofRated": "{rated} 條評價裏 {poor} 條",
  "tagTimes": "{tag} {n} 次",
  "days": "{n} 天",
  "share": "佔 {share}",
  "few": "評價不足 {n} 條，不算比例",
  "turn": {
    "edition": "第 {n} 版公開以後（{day}）",
    "decision": "{day} 改動以後",
    "none": "近一年，還沒有改動過"
  },
  "recurs": "處理過，又有人説",
  "state": "處理情況",
  "states": {
    "open": "待處理",
    "dealt": "已處理",
    "setAside": "不用處理"
  },
  "none": {
    "open": "沒有待處理的",
    "dealt": "還沒有處理過的",
    "setAside": "沒有擱置的"
  },
  "noEarlier": "沒有改動過，無從比較",
  "noneText": "有人在評價裏説指南或者網頁不好懂，就會列在這裏。",
  "became": "做了什麼",
  "back": "返回清單",
  "change": "去改這份指南",
  "compare": "改動前後",
  "words": "大家怎麼説",
  "noWords": "沒有寫字，只選了上面的原因。",
  "seen": "看的是第 {n} 版",
  "more": "再看一些",
  "noRatings": "還沒有人説不好。",
  "history": "處理記錄",
  "steps": {
    "deal": "記為已處理",
    "setAside": "不用處理",
    "reopen": "重新打開"
  },
  "inEdition": "第 {n} 版",
  "form": {
    "title": "怎麼處理",
    "step": "怎麼處理",
    "notes": {
      "deal": "改了什麼",
      "setAside": "為什麼不用處理",
      "reopen": "為什麼重新打開"
    },
    "edition": "改動在哪一版",
    "noEdition": "沒有改指南（比如改了系統或者説明），從現在算起",
    "hint": "改動前後從這一版公開時算起。",
    "editionOption": "第 {n} 版：{title}（{day}）",
    "needNote": "請寫一句話。",
    "save": "保存",
    "saved": "已保存",
    "failed": "沒有保存成功，請再試一次。填的內容還在。"
  }
} as const
