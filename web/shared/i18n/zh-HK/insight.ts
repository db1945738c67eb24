// Made from zh-CN/insight.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "訴求和評價",
  "lead": "本轄區的數字，每分鐘更新。不滿五個人評價的，不顯示比例，免得認出是誰。",
  "span": "時間",
  "spans": {
    "month": "近 30 天",
    "quarter": "近 90 天",
    "year": "近一年"
  },
  "topic": "看什麼",
  "topics": {
    "all": "訴求和評價",
    "requests": "訴求",
    "ratings": "評價"
  },
  "all": "全部評價",
  "few": "太少，不顯示",
  "asTable": "看錶格",
  "empty": "這段時間沒有數字",
  "emptyText": "換一段時間看看。",
  "figures": "總數",
  "was": "上期 {value}",
  "up": "比上期高 {points} 個百分點",
  "down": "比上期低 {points} 個百分點",
  "trend": "走勢",
  "grains": {
    "day": "日期",
    "month": "月份"
  },
  "grades": "滿意程度",
  "parts": "分開看",
  "facet": "按什麼分",
  "facets": {
    "unit": "部門",
    "category": "訴求類別",
    "street": "街道",
    "kind": "訴求性質",
    "channel": "渠道",
    "service": "事項",
    "subject": "評的是"
  },
  "largest": "最多的 {n} 個",
  "more": "看全部 {n} 個",
  "xlsx": "導出表格",
  "csv": "導出 CSV",
  "bys": {
    "unit": "部門",
    "staff": "工作人員",
    "service": "事項"
  },
  "measures": {
    "received": "收到訴求",
    "handled": "已答覆",
    "late": "超期",
    "returned": "退回",
    "redone": "不滿意重辦",
    "rated": "評價",
    "held": "待核實",
    "onTimeRate": "按時率",
    "solvedRate": "解決率",
    "satisfiedRate": "滿意率"
  },
  "kinds": {
    "consult": "諮詢",
    "complain": "投訴",
    "report": "舉報",
    "suggest": "建議",
    "help": "求助",
    "praise": "表揚"
  },
  "channels": {
    "portal": "網上",
    "hotline": "熱線",
    "email": "郵件",
    "open311": "Open311",
    "batch": "批量導入",
    "kiosk": "自助機",
    "window": "窗口",
    "link": "鏈接或二維碼",
    "call": "電話回訪"
  },
  "subjects": {
    "case": "辦件",
    "request": "訴求辦理",
    "outlet": "辦事大廳",
    "guide": "辦事指南",
    "service": "事項"
  },
  "assessment": {
    "title": "部門考核",
    "score": "得分",
    "formula": "得分 = 滿意率 × {satisfied} + 按時率 × {onTime} + 解決率 × {solved}，滿分 100。三項的權重沒有統一規定，正式使用前由考核部門確定。",
    "rule": "三個比率都先向總體平均靠攏：滿意率另加 {satisfied} 件、按時率另加 {onTime} 件、解決率另加 {solved} 件平均水平的件數再算。不滿 {least} 件的那一項不計，其餘各項按權重摺成滿分。",
    "part": "{adjusted}（{n} 件）"
  },
  "rows": {
    "lead": "{from}至{to}，和圖上的數字一一對應。沒有權限的只列出來，打不開；評價的等級也只給有權看的人。",
    "back": "回到數字",
    "columns": {
      "number": "編號",
      "title": "內容",
      "unit": "部門",
      "at": "收到",
      "given": "評價時間",
      "state": "狀態",
      "grade": "評價",
      "channel": "渠道"
    },
    "shown": "已列出 {n} 條",
    "more": "再看一些",
    "none": "這一項沒有明細",
    "all": "明細"
  },
  "league": {
    "title": "比較",
    "by": "比誰",
    "aim": "比什麼",
    "rank": "名次",
    "unranked": "不排",
    "adjusted": "折算後",
    "rate": "實際",
    "n": "件數",
    "rule": "樣本少的向總體平均靠攏：每一家都另加 {strength} 件平均水平（{mean}）的件數再算；不滿 {least} 件的不排名次。"
  }
} as const
