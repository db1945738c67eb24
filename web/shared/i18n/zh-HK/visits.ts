// Made from zh-CN/visits.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "上門踏勘",
  "expected": "辦這件事，部門要到現場看一看。幾個部門會約同一個時間來，您只要安排一次。",
  "halves": {
    "morning": "上午（9:30 起）",
    "afternoon": "下午（14:30 起）"
  },
  "at": "{day} {half}",
  "states": {
    "proposed": "部門在對時間",
    "offered": "等您確認",
    "agreed": "時間定了",
    "onSite": "正在踏勘",
    "closed": "已經完成",
    "missed": "沒有進行",
    "cancelled": "已取消"
  },
  "place": "地點",
  "who": "誰來",
  "when": "時間",
  "contact": "現場聯繫人",
  "noContact": "沒有寫，部門會打您登記的電話",
  "proposedText": "部門選了這個時間，正在互相確認。確認好就請您答覆。",
  "offeredText": "這個時間方便嗎？不方便可以改一次。前一天還沒有答覆的，就按這個時間來。",
  "agreedText": "請留人在場。從 {day} 起到各部門簽完意見，不計入辦理時間。",
  "accept": "可以，就這個時間",
  "move": "改個時間",
  "moveLead": "下面是各部門都有空的時間，只能改一次。改晚了的，中間這幾天不計入辦理時間。",
  "moveTo": "改到",
  "moveSend": "改到這個時間",
  "noDays": "近期各部門沒有別的共同時間了。",
  "cannotMove": {
    "once": "已經改過一次，不能再改；確實來不了的，可以取消。",
    "late": "部門已經出發，不能再改了。"
  },
  "cancel": "取消踏勘",
  "cancelLead": "取消以後，部門會另外和您約時間，辦件本身不受影響。",
  "cancelReasons": "為什麼取消",
  "cancelSend": "確認取消",
  "back": "先不了",
  "wish": {
    "title": "哪些時間方便？",
    "lead": "現在説好，部門約時間時會照顧；約好了還可以改一次。",
    "half": "半天",
    "any": "都可以",
    "notOn": "這幾天不方便",
    "notOnHint": "選一天，加一天。",
    "add": "加上這一天",
    "remove": "去掉 {day}",
    "contact": "到了找誰、打什麼電話",
    "contactHint": "例如：店裏的王師傅，154 開頭的號碼",
    "save": "記下",
    "saved": "已經記下，部門約時間時看得到。"
  },
  "sheet": {
    "title": "踏勘意見表",
    "waiting": "部門正在現場填寫，簽完的在這裏看得到。",
    "verdicts": {
      "pass": "符合",
      "rectify": "需整改",
      "fail": "不符合",
      "na": "不適用"
    },
    "states": {
      "asked": "待答覆",
      "confirmed": "填寫中",
      "left": "沒有參加",
      "absent": "沒有到場",
      "passed": "合格",
      "failed": "不合格",
      "rectifying": "限期整改"
    },
    "measure": "實測 {value} {unit}",
    "photo": "照片 {n}",
    "signedBy": "{name}簽字 · {time}",
    "note": "部門的話：{note}",
    "comment": "有話要説，寫在這裏",
    "commentHint": "同意不同意都可以寫，原樣印在意見表上。",
    "commented": "您的意見：{comment}",
    "pad": "請在這裏簽名",
    "padHint": "用手指、筆或者鼠標。",
    "clear": "重籤",
    "typed": "不方便手寫的，可以輸入姓名代替簽名",
    "short": "請簽上名字。",
    "sign": "簽字確認",
    "signBy": "請在 {day} 前看過並簽字。不籤的，到期照樣生效，辦件不受影響。",
    "signed": "您已於 {time} 簽字。",
    "unsigned": "沒有簽字，到期已生效。",
    "document": "編號的意見表在「文書」裏，可以下載。"
  },
  "rectify": {
    "title": "{authority}：{day}前改好",
    "report": "改好了，請部門來復查",
    "text": "怎麼改的",
    "send": "告訴部門",
    "sent": "已經告訴部門，等複查：{text}",
    "clock": "整改期間不計入辦理時間。"
  },
  "failed": "沒有成功，請再試一次。寫過的都還在。",
  "short": "請寫一兩句話。",
  "now": {
    "offered": "確認踏勘時間",
    "sign": "看踏勘意見並簽字",
    "rectify": "整改：{authority}"
  },
  "corrections": {
    "title": "一次補齊",
    "lead": "{n} 個部門要補的，都在這張清單上。同一份材料只交一次，補好的會同時交給每個部門。",
    "by": "誰要、為什麼",
    "ask": "{authority}（{service}）：{what}",
    "law": "依據：《中華人民共和國行政許可法》第三十二條第一款第四項，需要補正的全部內容一次告知。",
    "clock": "補的時間不計入辦理時間。",
    "free": "説明這一項",
    "note": "還要説明的",
    "send": "交給各部門",
    "done": "已經交給各部門，接着辦。",
    "lacking": "還沒有：{name}",
    "seen": "{name}：部門已經看過的那份不行，請再加一份",
    "partly": "還差 {n} 項。可以先把補齊的部門交過去，剩下的以後再補。",
    "sendPartly": "先交已補齊的",
    "none": "現在沒有要補的。",
    "link": "{n} 個部門要補材料，一次補齊",
    "seeAll": "和其他部門要補的一起，在一張清單上補。"
  },
  "branch": {
    "goesOn": "照常辦：{services}",
    "stopped": "因為「{because}」沒有辦成，停下來的：{services}",
    "title": "這一項沒有辦成，別的怎麼辦",
    "again": "改好以後可以重新申請：{services}。填過的、傳過的都帶過來，已經辦成的和正在辦的不用重辦。",
    "link": "重新申請沒辦成的",
    "waits": "等{services}有了結果再申請",
    "begun": "您已經開始重新申請，還沒有提交。",
    "goOn": "接着填",
    "followed": "您已經重新申請，編號 {number}。",
    "look": "看進度",
    "otherDraft": "您有一份正在填的同一件事，先提交或者刪掉它，再來重新申請。"
  }
} as const
