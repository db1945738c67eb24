// Made from zh-CN/dispute-desk.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "更正申請",
  "lead": "有人認為本部門登記的資料不對，請在期限內核實、答覆（個人資料保護法第四十六條）。",
  "views": {
    "open": "待答覆",
    "late": "超期",
    "objected": "異議",
    "ended": "已答覆"
  },
  "columns": {
    "concept": "登記的內容",
    "registry": "登記在",
    "authority": "答覆部門",
    "state": "狀態",
    "due": "答覆期限",
    "created": "提出時間"
  },
  "states": {
    "open": "待答覆",
    "corrected": "已更正",
    "declined": "不予更正",
    "objected": "有異議",
    "upheld": "維持答覆",
    "withdrawn": "申請人撤回"
  },
  "empty": {
    "open": "沒有待答覆的更正申請",
    "late": "沒有超期的",
    "objected": "沒有要審查的異議",
    "ended": "還沒有答覆過"
  },
  "noDay": "待定",
  "urgency": {
    "soon": "快到期",
    "late": "已超期"
  },
  "one": {
    "title": "更正「{name}」",
    "back": "更正申請",
    "person": "申請人",
    "idNumber": "證件號碼",
    "recorded": "提出時登記的",
    "unknown": "申請人不知道，請查本部門的登記",
    "claimed": "申請人説應該是",
    "corrected": "更正為",
    "explanation": "説明",
    "files": "證明材料",
    "noFiles": "沒有附材料",
    "history": "經過",
    "entry": {
      "waiting": "正在送進登記庫",
      "entered": "登記庫已收下",
      "byHand": "登記庫不收外部寫入，請在本部門系統裏更正"
    },
    "shown": "{time}再查，登記庫裏已經是新的內容",
    "notShown": "再查時登記庫裏還沒有變",
    "answer": "答覆",
    "passedOn": "已經轉交，不在您的辦理範圍內了"
  },
  "act": {
    "correct": "已更正",
    "decline": "不予更正",
    "pass": "轉給負責的部門",
    "order": "責令重新核實",
    "uphold": "維持答覆",
    "value": "更正為",
    "valueHint": "登記庫支持寫入的，提交後由系統送進去；不支持的，請先在本部門系統裏改好。改好以後系統會再查一次，查到新的內容才告訴申請人。",
    "reasons": "説明（申請人會看到）",
    "to": "轉給哪個部門",
    "choose": "請選擇",
    "passHint": "只能轉一次，期限重新計算。",
    "send": "提交答覆",
    "short": "請至少寫兩個字",
    "missing": "請選擇部門",
    "sent": "已答覆，申請人會收到訊息",
    "failed": "沒有成功，請再試一次。",
    "conflict": "這件剛剛有變化，已經換成最新的內容，請看過再答覆。",
    "because": {
      "state": "現在的狀態不能這樣辦",
      "role": "要由有這個權限的人辦",
      "once": "只能轉交一次"
    }
  },
  "actions": {
    "request": "提出更正",
    "attach": "補充材料",
    "pass": "轉交",
    "correct": "答覆已更正",
    "decline": "答覆不予更正",
    "object": "提出異議",
    "order": "責令重新核實",
    "uphold": "維持答覆",
    "withdraw": "撤回申請",
    "enter": "送往登記庫",
    "show": "登記庫已顯示新的內容",
    "late": "超期，已提醒"
  }
} as const
