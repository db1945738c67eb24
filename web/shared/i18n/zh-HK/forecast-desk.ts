// Made from zh-CN/forecast-desk.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "發佈前測算",
  "lead": "按現在寫的條件和金額，在人口快照上算一遍：誰會新享受、誰不再享受、金額怎麼變、預算夠不夠。寫一半也可以算。",
  "ask": "測算",
  "again": "按改後的再算",
  "notReady": "先寫好條件和金額",
  "failed": "沒有算成，請再試一次。",
  "changed": "下面是改之前的結果。",
  "amount": "金額",
  "condition": "第 {n} 條條件",
  "none": "還沒有人口資料",
  "noneText": "接入以後，這裏能按人口快照測算。寫好的政策不受影響。請系統管理員把 POPULATION 指向快照（Parquet、CSV 檔案夾或資料庫）；想先試一試，可以生成一份虛構的：",
  "underWay": {
    "waiting": "在排隊，前面還有別的測算（{n}%）。",
    "running": "正在算，已完成 {n}%。"
  },
  "progress": "測算進度",
  "basis": "按 {day} 的規則，算了 {n} 人（户、家）。",
  "outdated": "算完以後，現行政策或日期有了變化，要用新的結果請再算一次。",
  "failures": {
    "population": "人口資料讀不了",
    "policyChanged": "測算途中現行政策改了",
    "snapshotChanged": "測算途中人口資料換了",
    "died": "測算沒有做完"
  },
  "failureText": "沒有留下半截結果，請再算一次。",
  "populationText": "請把下面這句話轉給系統管理員：{text}",
  "people": "人數",
  "year": "一年",
  "period": "每期",
  "was": "現行 {value}",
  "up": "比現行多 {value}",
  "down": "比現行少 {value}",
  "over": "超出 {year} 年預算：預算 {fen}，要用 {share}。",
  "within": "在 {year} 年預算以內：預算 {fen}，要用 {share}。",
  "changes": "有什麼變化",
  "change": "變化",
  "kinds": {
    "new": "新享受",
    "more": "金額增加",
    "less": "金額減少",
    "same": "不變",
    "lapsing": "不再享受",
    "unknown": "還不清楚",
    "none": "不涉及"
  },
  "nobody": "沒有人受影響",
  "few": "不顯示",
  "roughly": "金額是約數，取三位數字，人少時更粗。不足 10 人的不顯示，能由別的數推出來的也不顯示；一個人佔一成以上的金額不顯示。",
  "missing": "人口資料裏沒有這些內容，用到它們的條件都算「還不清楚」：{facts}。",
  "duplicated": "人口資料裏有 {n} 人重複（含一人兩個號碼），不知道哪一條對，沒有計入。",
  "unknown": "還不清楚的人，缺什麼",
  "unknownPart": "還不清楚的人，缺什麼（抽看了 {n} 人）",
  "fact": "缺的內容",
  "district": "地區",
  "nowhere": "地區不明",
  "byDistrict": "分地區看",
  "hidden": "人太少的地區合在一起。",
  "samples": "各舉一例",
  "samplesLead": "例子不帶姓名、號碼，日期只到年，金額只到約數。不足 10 人的不舉例。",
  "fromTo": "每期約從 {before} 到 {after}",
  "verdicts": {
    "yes": "符合",
    "no": "不符合",
    "unknown": "還不清楚"
  },
  "and": "、"
} as const
