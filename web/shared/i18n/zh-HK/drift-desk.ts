// Made from zh-CN/drift-desk.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "自動分類",
  "lead": "訴求變了，原來學會的分類就會慢慢不準。每月看一次，每天最多抽 100 件。",
  "none": "還沒有看過。",
  "measure": "現在看看",
  "measured": "看好了",
  "span": "{from}至{to}，看了 {n} 件",
  "standing": {
    "moved": "和上一段比",
    "psi": "和訓練語料比",
    "abstained": "拿不準，交人工",
    "corrected": "自動分的類被改過",
    "nowRight": "改過的，現在能讀對"
  },
  "levels": {
    "steady": "平穩",
    "some": "有變化",
    "much": "變化很大"
  },
  "expected": "預期 {share}",
  "ofRead": "{n} 件",
  "few": "太少，看不出",
  "warnings": {
    "classes": "各類訴求的佔比變化很大",
    "abstained": "拿不準的比預期多得多",
    "corrected": "自動分類被改過的明顯偏多"
  },
  "what": "可以把改過的類別學進去：tongban requests train --corrections。新模型不如現在的，不會換上。",
  "terms": "沒學過的新説法",
  "term": "{term}（{n} 人）",
  "areas": "各大類的佔比",
  "columns": {
    "name": "大類",
    "share": "現在",
    "before": "上一段",
    "moved": "變化值",
    "learnt": "訓練語料",
    "psi": "差異值"
  },
  "scale": "變化值和差異值是羣體穩定性指標（PSI）的分項，全部相加小於 0.1 為平穩，大於 0.25 為變化很大。訓練語料每一類句子數相近，所以差異值本來就不會是零。"
} as const
