// Made from zh-CN/wallet.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "我的證照",
  "lead": "證照在手機裏，出門不用帶原件。別人要核對時亮一下碼，可以只亮用得上的那一項。",
  "cards": "電子證照",
  "results": "在這裏辦下來的",
  "empty": "還沒有電子證照",
  "emptyText": "您辦過的證，大多可以領到這裏：我們按您的同意去登記部門查，查到了就放進來，不用再交材料。",
  "claim": {
    "title": "領取我的電子證照",
    "lead": "勾上要領的，確認後去登記部門查您本人的登記。查過哪些，您在「誰看過我的資料」裏都能看到。",
    "agree": "同意查詢並領取",
    "got": "領到 {n} 張",
    "none": "沒有查到：{names}。可能登記裏沒有，或者您沒有這種證。",
    "which": "要領哪些",
    "separator": "、",
    "failed": "沒有領成，請過一會兒再試。"
  },
  "offlineKept": "沒有網絡。下面是上次打開時存在這部手機裏的，{time}。",
  "offlineNone": "沒有網絡，這部手機裏也還沒有存過證照。連上網打開一次，以後沒網也能亮。",
  "family": {
    "title": "替家人亮證",
    "lead": "您可以替他們亮證。打開後，頁面上方會寫着您在替誰辦。",
    "open": "打開{name}的證照"
  },
  "acting": "這裏是{name}的證照。亮碼時，對方會看到是您代為出示的。",
  "card": {
    "validUntil": "有效期到{date}",
    "forGood": "長期有效",
    "show": "亮碼",
    "showAlso": "亮碼：{name}",
    "details": "詳細內容"
  },
  "status": {
    "valid": "有效",
    "expired": "已過期",
    "revoked": "已撤銷",
    "suspended": "暫停使用",
    "notYetValid": "還沒生效",
    "replaced": "已換新證"
  },
  "details": {
    "all": "證上的內容",
    "masked": "為防旁人看到，先遮住了幾位。",
    "reveal": "顯示全部",
    "hide": "遮起來",
    "issuer": "簽發部門",
    "issued": "簽發日期",
    "validity": "有效期",
    "pdf": "下載 PDF",
    "wrong": "內容不對？申請更正",
    "uses": "誰看過、用過這張證",
    "usesNone": "還沒有人看過或用過。",
    "offline": "沒有網絡，使用記錄暫時看不了。",
    "someone": "掃碼核驗的人",
    "kind": {
      "application": "辦事時用了：{purpose}",
      "shown": "您同意出示：{purpose}",
      "verified": "掃碼核驗：{purpose}"
    },
    "refused": "想看，沒看到：{why}",
    "because": {
      "used": "碼已經用過",
      "late": "碼已經過期",
      "other": "核對沒有通過"
    },
    "saw": "看到的：{names}"
  },
  "show": {
    "title": "亮證",
    "what": "給對方看什麼",
    "whole": "證上的全部內容",
    "chosen": "自己挑",
    "proof": "只證明：{name}",
    "proofHint": "對方只看到「是」，看不到具體日期和號碼。",
    "pick": "勾上要給對方看的",
    "purpose": "用來做什麼",
    "purposes": {
      "window": "到窗口辦事",
      "benefit": "享受優惠、優待",
      "identity": "核對身份",
      "other": "其他"
    },
    "purposeOther": "寫上用途",
    "purposeHint": "對方掃碼後會看到這句話。",
    "purposeShort": "請寫上用途，兩個字以上。",
    "nothing": "至少勾一項。",
    "begin": "亮碼",
    "sees": "對方會看到",
    "sample": "用途：{purpose}",
    "alt": "給對方掃的二維碼",
    "spoken": "掃不了的，把這串碼念給對方",
    "left": "{n} 秒後換新碼",
    "fresh": "換一個新碼",
    "safe": "碼裏沒有您的個人資料，只能看一次，一分鐘失效。",
    "bright": "掃不出來？把屏幕調亮一點，離近一點。",
    "seen": "對方看過了",
    "seenBy": "{name}看過了",
    "seenText": "這個碼已經失效。您隨時可以在這張證的使用記錄裏看到這一次。",
    "again": "再亮一次",
    "change": "換一項給對方看",
    "failed": "沒有拿到碼，請檢查網絡後再試。",
    "offline": "沒有網絡，現在亮的是離線碼",
    "offlineText": "碼裏帶着您選的那幾項，對方不連網也能核對，一分鐘失效。有效狀態以對方上次更新的為準。",
    "offlineAlt": "離線二維碼",
    "notKept": "這張證還沒有存進這部手機，聯網後打開一次就行。",
    "ended": "這張證現在不能亮碼：{why}。"
  },
  "asked": {
    "title": "請您出示證照",
    "from": "{name}",
    "for": "用途：{purpose}",
    "law": "依據：{law}",
    "wants": "想看您的「{type}」裏的這幾項",
    "until": "{time}前回復有效。",
    "agree": "同意出示",
    "decline": "不出示",
    "agreed": "已出示給{name}。",
    "declined": "已告訴對方您不出示。",
    "none": "您沒有有效的「{type}」，所以不能出示。可以先去領取。",
    "ended": "這個請求已經回覆過，或者過了時間。",
    "look": "去看看",
    "which": "用哪一張"
  },
  "devices": {
    "title": "沒網也能亮的手機",
    "lead": "在手機上打開一次「我的證照」，這部手機就能在沒網時亮碼。手機丟了，在這裏停用。",
    "name": "{name}，{date}開始",
    "here": "就是這部",
    "end": "停用",
    "ended": "已停用。那部手機再聯網時，存的證照會被清掉。",
    "none": "還沒有。",
    "kept": "登出時，這台裝置裏存的證照會一起清掉。"
  }
} as const
