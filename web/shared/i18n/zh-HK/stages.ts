// Made from zh-CN/stages.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "person": "人生每一步",
  "personHint": "按您正在經歷的事來找",
  "organisation": "企業每一步",
  "organisationHint": "從開辦到註銷",
  "state": {
    "count": "{n} 件事",
    "guides": "辦事指南",
    "none": "籌備中",
    "here": "您正在辦"
  },
  "others": "其他階段",
  "matters": "一次辦好的事",
  "none": {
    "title": "這個階段的事還在籌備",
    "text": "能一次辦好的事，準備好一件上線一件。現在可以先看下面的辦事指南，或者撥打 12345。",
    "textOnly": "能一次辦好的事，準備好一件上線一件。現在可以搜尋，或者撥打 12345。"
  },
  "services": "這些事裏的事項",
  "servicesHint": "每一項的條件、材料和時間。",
  "imported": "省政務服務網的辦事指南",
  "importedHint": "從省政務服務網導入，辦理前請到原網頁核對。",
  "theme": "{theme}（{n} 項）",
  "all": "{theme}的全部 {n} 項",
  "failed": "沒能打開這些辦事指南"
} as const
