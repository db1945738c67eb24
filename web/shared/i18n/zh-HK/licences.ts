// Made from zh-CN/licences.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "我的證照",
  "lead": "在這裏辦下來的證照和結果。快到期的會提前提醒您。",
  "empty": "還沒有辦下來的證照。",
  "emptyText": "辦好一件事，結果會出現在這裏。",
  "find": "看看能辦什麼",
  "number": "編號 {number}",
  "by": "{authority} · {date}簽發",
  "validUntil": "有效期到{date}",
  "forGood": "長期有效",
  "edition": "第 {n} 版",
  "standing": {
    "valid": "有效",
    "corrected": "有效（更正過）",
    "revoked": "已撤銷",
    "cancelled": "已註銷",
    "replaced": "已換新版",
    "expired": "已過期"
  },
  "soon": "快到期了，還剩 {n} 天",
  "open": "查看和列印",
  "change": "變更",
  "extend": "延續",
  "way": {
    "change": "申請變更",
    "extend": "申請延續"
  },
  "pending": "正在辦理變更或延續",
  "follow": "看進度",
  "because": {
    "standing": "已經失效，不能再變更或延續。",
    "expired": "已過有效期，要重新申請。",
    "early": "{date}起可以申請延續。",
    "late": "申請延續的日子（到{date}）已經過了，到期後要重新申請。",
    "pending": "正在辦理變更或延續，辦完再説。"
  },
  "timely": "{date}以前申請的，到期沒有作出決定就視為準予延續。",
  "draft": "同一件事您還有一份沒交的草稿，先交了或者扔掉，再從這裏開始。",
  "openDraft": "去看那份草稿",
  "failed": "沒有辦成，請稍後再試。",
  "hearing": {
    "title": "這份結果可能會被撤銷，請您説明",
    "task": "「{service}」的結果擬撤銷，去看和説明",
    "lead": "還沒有決定。{date}以前，您可以陳述、申辯，也可以要求聽證，都不收費。",
    "leadNoDay": "還沒有決定。您可以陳述、申辯，也可以要求聽證，都不收費。",
    "reasons": "理由：{text}",
    "law": "依據：{text}",
    "text": "您的説明",
    "textHint": "寫清事實，部門會在決定前考慮。只能提交一次。",
    "ask": "我要求聽證",
    "send": "提交説明",
    "short": "請寫上您的説明。",
    "said": "您在{date}説明：{text}",
    "asked": "您要求聽證，部門會提前七個工作日通知時間和地點。",
    "held": "聽證定於{date}，地點：{place}。",
    "over": "可以説明的日子已經過了，部門會依法作出決定。"
  }
} as const
