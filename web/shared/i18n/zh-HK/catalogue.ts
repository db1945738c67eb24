// Made from zh-CN/catalogue.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "事項目錄",
  "lead": "業務包裏的事項，只能查看。要改動，請改業務包檔案後重新發布。",
  "list": "一件事和事項",
  "region": "在哪裏適用",
  "regionHint": "市、區可以在省的基礎上補充或改動。",
  "imports": "導入的事項",
  "importsCount": "{n} 個",
  "matter": "一件事",
  "service": "事項",
  "services": "{n} 個事項",
  "version": "版本 {version}",
  "on": "{date} 適用",
  "audience": {
    "person": "個人",
    "organisation": "企業"
  },
  "savings": {
    "title": "省了多少",
    "short": "填寫項 {before} → {after}",
    "measure": "算什麼",
    "applications": "申請",
    "fields": "填寫項",
    "evidence": "材料",
    "trips": "跑動",
    "workingDays": "工作日",
    "before": "原來",
    "after": "現在",
    "situation": "按「{name}」計算",
    "everybody": "按人人都有的事項計算",
    "undecided": "另有 {n} 個事項看情況，沒有算在內"
  },
  "schedule": {
    "title": "辦理順序",
    "after": "等{names}",
    "atOnce": "提交後立即開始",
    "conditional": "看情況",
    "optional": "自願",
    "always": "必辦"
  },
  "table": {
    "service": "事項",
    "promised": "承諾",
    "statutory": "法定",
    "decision": "怎麼辦",
    "when": "什麼時候辦"
  },
  "decision": {
    "automatic": "規則齊備就自動辦",
    "manual": "由人審查"
  },
  "days": "{n} 個工作日",
  "atOnce": "當場",
  "questions": "情形問題",
  "law": "依據",
  "limits": "時限",
  "fields": "填寫項",
  "fieldCount": "{n} 項",
  "required": "必填",
  "optional": "選填",
  "conditional": "看情況",
  "derived": "算出",
  "sensitive": "敏感",
  "conceptId": "資料元",
  "need": "怎麼來",
  "protection": "保護",
  "requirements": "受理條件",
  "noRequirements": "沒有可以自動判斷的條件。",
  "evidence": "申請材料",
  "noEvidence": "不用交材料。",
  "anyOf": "任一：{names}",
  "result": "結果",
  "depends": "依賴",
  "noDepends": "不等別的事項",
  "openGuide": "看羣眾看到的指南",
  "openMatter": "看羣眾看到的頁面",
  "fee": "費用",
  "free": "不收費",
  "trips": "跑動次數",
  "tripsText": "單獨辦 {before} 次，一起辦 {after} 次",
  "findings": {
    "title": "導入時發現的問題",
    "lead": "導入的事項都能查、能看；下面是讀入時修過的和前後對不上的地方。",
    "services": "導入的事項",
    "warned": "有問題的",
    "changed": "最近變化",
    "never": "還沒有導入過",
    "warning": "發現了什麼",
    "count": "事項數",
    "examples": "例如",
    "rejections": "沒有采用的行",
    "reason": "原因",
    "lines": "行數",
    "none": {
      "title": "還沒有導入事項",
      "text": "用命令 import gdzwfw 導入後，這裏會列出讀入時發現的問題。"
    },
    "clean": "沒有發現問題。",
    "noRejections": "每一行都讀進來了。"
  }
} as const
