// Made from zh-CN/guides.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "指南體檢",
  "lead": "逐條讀了 {n} 份辦事指南，找出説一套做一套、寫得不清的地方。",
  "findings": "問題",
  "filters": "篩選",
  "words": "指南名稱裏的詞",
  "rule": "規則",
  "anyRule": "所有規則",
  "authority": "部門",
  "anyAuthority": "所有部門",
  "severity": "輕重",
  "anySeverity": "輕重不限",
  "source": "來源",
  "anySource": "來源不限",
  "sources": {
    "pack": "本平台辦理",
    "imported": "外部導入"
  },
  "severities": {
    "error": "矛盾",
    "warning": "該改",
    "notice": "可改進"
  },
  "region": "地區",
  "guide": "辦事指南",
  "key": "編碼",
  "field": "欄目",
  "fields": {
    "limits": "辦理時限",
    "visits": "到現場次數",
    "documents": "申請材料",
    "conditions": "受理條件",
    "legalBasis": "法律依據",
    "online": "網上辦理",
    "booking": "網上預約",
    "phone": "電話"
  },
  "what": "問題在哪裏",
  "says": "指南里寫的",
  "against": "對不上的是",
  "remedy": "怎麼改",
  "here": "在這裏",
  "publicPage": "羣眾看到的頁面",
  "others": "這份指南的其他問題",
  "noCertificate": "哪些材料不用羣眾帶",
  "byRule": "按規則看",
  "count": "{n} 處",
  "more": "再看一些",
  "export": "導出表格",
  "exported": "已導出 {n} 處。",
  "exportFailed": "沒有導出成功，請再試一次。",
  "nothingToExport": "沒有可以導出的問題",
  "file": "指南體檢",
  "unstated": "沒有寫",
  "noPlace": "來源平台沒有這一欄",
  "atOnce": "當場辦結",
  "days": {
    "working": "{n} 個工作日",
    "calendar": "{n} 個自然日"
  },
  "statutory": "法定",
  "promised": "承諾",
  "times": "{n} 次",
  "yes": "可以",
  "no": "不可以",
  "none": {
    "title": "沒有這樣的問題",
    "text": "換個條件再看看。"
  },
  "noGuides": {
    "title": "還沒有辦事指南",
    "text": "啓用業務包或導入事項以後，這裏會列出問題。"
  },
  "evidence": {
    "link": "反覆要的材料",
    "title": "反覆要的材料",
    "lead": "同一種材料在不同指南里常有不同叫法。這裏把説的是同一樣東西的歸到一起，算算共享最多能省多少。導入的指南沒有寫明是否已經在核驗。",
    "demands": "要材料的次數",
    "demandsValue": "{guides} 份指南一共要 {demands} 次",
    "documents": "材料種類",
    "documentsValue": "{names} 種寫法，其實是 {documents} 種材料；{several} 種有幾個叫法",
    "recurring": "不止一處要的",
    "saved": "共享最多能省",
    "savedValue": "{n} 次上載（{share}）",
    "list": "材料",
    "name": "材料",
    "services": "幾個事項要",
    "issuer": "誰發的",
    "unknown": "不能確定",
    "saves": "能省幾次",
    "alsoCalled": "別的叫法",
    "none": {
      "title": "沒有反覆要的材料",
      "text": "每種材料都只有一個事項要。"
    }
  }
} as const
