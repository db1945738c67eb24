// Made from zh-CN/disputes.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "我提出的更正",
  "lead": "部門登記的資料不對，您可以請它更正。部門核實後答覆您；不認可答覆，還可以提一次異議。",
  "back": "誰看過我的資料",
  "empty": {
    "title": "還沒有提出過更正",
    "text": "填表時看到登記的內容不對，點旁邊的「不對」；或者到「誰看過我的資料」裏，點那一條下面的「登記得不對」。",
    "go": "看誰看過我的資料"
  },
  "states": {
    "open": "部門核實中",
    "corrected": "答覆：已更正",
    "declined": "答覆：不予更正",
    "objected": "異議審查中",
    "upheld": "維持答覆",
    "withdrawn": "已撤回"
  },
  "due": "{day}前答覆",
  "late": "已過答覆期限",
  "dueUnknown": "放假安排公佈後算出答覆日期",
  "new": {
    "title": "請部門更正「{name}」",
    "lead": "這項內容由{authority}登記在「{registry}」裏，通辦不能替它改。我們把您的申請送過去，{days} 個工作日內答覆您。",
    "recorded": "現在登記的是",
    "unknown": "通辦沒有留下當時查到的內容",
    "asOf": "{time}查到的",
    "claimed": "正確的應該是",
    "explanation": "説説哪裏不對、為什麼",
    "explanationHint": "比如什麼時候變的、有什麼能證明。部門的工作人員會看到。",
    "files": "能證明的材料",
    "filesHint": "户口本、證書、判決書的照片或者 PDF，最多 8 份。沒有也可以先提。",
    "send": "送給{authority}",
    "sent": "已送達，有答覆會告訴您",
    "open": "這項內容您已經提出過更正，還沒有答覆。",
    "see": "看進展",
    "same": "和現在登記的一樣，不用更正",
    "short": "請至少寫兩個字",
    "law": "《中華人民共和國個人資料保護法》第四十六條：發現個人資料不準確或者不完整的，有權請求更正、補充。",
    "meanwhile": "正在辦的事不用等：那一項改由您自己填，部門會核對。",
    "filesFailed": "有材料沒有傳上去，可以在這一頁再傳。"
  },
  "one": {
    "title": "更正「{name}」",
    "who": "由誰答覆",
    "register": "登記在",
    "recorded": "提出時登記的",
    "claimed": "您説應該是",
    "corrected": "部門更正為",
    "explanation": "您的説明",
    "files": "材料",
    "history": "經過",
    "by": "{who}：{text}",
    "entry": {
      "waiting": "部門答覆已更正，正在送進登記庫",
      "entered": "新的內容已送進登記庫",
      "byHand": "由部門在自己的系統裏更正"
    },
    "shown": "{time}再查，登記庫裏已經是新的內容。",
    "notShown": "再查時登記庫裏還沒有變。有變化馬上告訴您；過幾天還沒有變，可以提異議。",
    "object": {
      "title": "不認可這個答覆",
      "text": "可以提一次異議，由監督部門審查。寫清楚為什麼。",
      "label": "異議理由",
      "send": "提出異議",
      "done": "異議已送達"
    },
    "withdraw": {
      "action": "撤回申請",
      "title": "撤回更正申請？",
      "text": "撤回後部門不再核實，以後還可以重新提。",
      "done": "已撤回"
    },
    "attach": "再補一份材料",
    "failed": "沒有成功，請再試一次。",
    "follow": "看這件事"
  },
  "actions": {
    "request": "您提出更正",
    "attach": "您補了材料",
    "pass": "轉交給真正負責的部門",
    "correct": "部門答覆：已更正",
    "decline": "部門答覆：不予更正",
    "object": "您提出異議",
    "order": "監督部門要求重新核實",
    "uphold": "監督部門維持答覆",
    "withdraw": "您撤回了申請",
    "enter": "新的內容送往登記庫",
    "show": "登記庫裏已經是新的內容",
    "late": "過了答覆期限，已提醒部門負責人和監督部門"
  }
} as const
