// Made from zh-CN/handling.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "course": {
    "title": "辦理進程",
    "levels": "審批環節",
    "now": "正在這一環節",
    "ahead": "還沒到",
    "passed": "{name} · {time}",
    "correctionUntil": "{date}前可以一次告知補正；過了這一天沒有告知，依法視為受理。",
    "answerBy": "申請人要在{date}前補正；到期沒有補正，視為放棄申請，自動終結。",
    "deemedAccepted": "五個工作日內沒有告知補正，自收到申請之日起視為受理，不能再要求補正。",
    "extended": "期限已延長 {n} 個工作日。",
    "clockStands": "特別程序期間不計入辦理期限。"
  },
  "kinds": {
    "hearing": "聽證",
    "inspection": "檢驗",
    "testing": "檢測",
    "quarantine": "檢疫",
    "appraisal": "鑑定",
    "review": "專家評審"
  },
  "procedures": {
    "title": "特別程序",
    "going": "{from}開始，預計 {n} 個工作日",
    "held": "{date}在{place}舉行",
    "ended": "{date}結束：{outcome}",
    "going_tag": "進行中",
    "ended_tag": "已結束"
  },
  "opinions": {
    "title": "其他部門意見",
    "asked": "{date}徵求",
    "due": "{date}前回復",
    "waiting": "等待回覆",
    "agree": "同意",
    "disagree": "不同意",
    "silent": "到期未答覆",
    "by": "{name} · {date}",
    "decideOn": "有部門不同意，決定時要寫明意見。"
  },
  "result": {
    "title": "辦理結果",
    "valid": "有效",
    "corrected": "已更正",
    "revoked": "已撤銷",
    "cancelled": "已註銷",
    "number": "編號 {number}",
    "edition": "第 {n} 版",
    "deliverBy": "要在{date}前送達",
    "unopened": "申請人還沒有在賬户裏查看。",
    "opened": "申請人已於 {time} 在賬户裏查看。",
    "openedBy": "{name}已於 {time} 替申請人查看。",
    "delivered": "{date}已送達",
    "replaced": "已換新版",
    "expired": "已過期",
    "validUntil": "有效期到{date}",
    "over": {
      "revoked": "這份結果已被撤銷，不能再用。",
      "cancelled": "這份結果已經註銷，不能再用。",
      "expired": "這份結果已過有效期，不能再用。沒有延續的，依照行政許可法第七十條辦理註銷。",
      "replaced": "這一版已被變更或延續後的新版代替，留存備查。"
    }
  },
  "forms": {
    "forward": {
      "lead": "寫明這一環節的審查意見，送下一級。下一級接手後，由他們繼續。",
      "send": "送下一級"
    },
    "sendBack": {
      "lead": "退給上一級原來的經辦人，請寫明要再看什麼。期限照常計算。",
      "send": "退回上一級"
    },
    "beginProcedure": {
      "lead": "依法需要聽證、檢驗、檢測、檢疫、鑑定或專家評審的，所需時間不計入期限，但要告知申請人。",
      "send": "啓動"
    },
    "endProcedure": {
      "lead": "寫明結論。沒有別的特別程序時，期限從今天起繼續計算。",
      "send": "結束"
    },
    "extend": {
      "lead": "同事提請延長一次期限。批准後，理由會告知申請人。",
      "send": "批准延長"
    },
    "terminate": {
      "lead": "同事提請終止辦理。批准後不能撤回，申請人會收到原因。",
      "send": "批准終止"
    },
    "propose": {
      "lead": "延長期限、終止辦理、撤銷或註銷結果，由一位同事提請、另一位負責人決定。提請撤銷的，會先告知持有人，聽取陳述申辯。",
      "send": "提請決定"
    },
    "returnProposal": {
      "lead": "寫明為什麼不同意，提請的同事會看到。",
      "send": "退回"
    },
    "callHearing": {
      "lead": "持有人要求聽證的，至少提前七個工作日通知時間和地點。",
      "send": "通知聽證"
    },
    "recordHearing": {
      "lead": "記下聽證筆錄，決定要以它為根據。",
      "send": "記錄聽證"
    },
    "deliver": {
      "lead": "結果交到申請人手上後，在這裏記一筆。",
      "send": "記錄送達"
    },
    "correctResult": {
      "lead": "只改寫錯的內容。改後成為新的一版，舊的一版留存，申請人會收到通知。",
      "send": "更正"
    },
    "revoke": {
      "lead": "同事提請撤銷這份結果。批准後，持有人會收到理由、依據和救濟途徑，不能恢復。",
      "send": "批准撤銷"
    },
    "cancel": {
      "lead": "同事提請註銷這份結果。批准後不能恢復。",
      "send": "批准註銷"
    },
    "sure": "確定{action}嗎？",
    "sureText": "作出以後不能恢復。申請人會收到通知，理由原樣寫在裏面。"
  },
  "fields": {
    "opinion": "意見",
    "opinionHint": "記入辦理經過，申請人看不到。",
    "reasons": "理由",
    "reasonsHint": "申請人會讀到全文。",
    "kind": "哪一種",
    "days": "工作日",
    "daysHint": "預計要多少個工作日，會告知申請人。",
    "heldOn": "聽證日期",
    "heldOnHint": "至少提前七個工作日通知。",
    "place": "聽證地點",
    "procedure": "哪一項",
    "outcome": "結論",
    "record": "聽證筆錄",
    "recordHint": "決定要以聽證筆錄為根據。",
    "ground": "原因",
    "grounds": {
      "died": "申請人死亡",
      "ceased": "申請單位已經終止",
      "objectGone": "申請的事情已經不存在"
    },
    "how": "怎樣送達",
    "ways": {
      "counter": "窗口領取",
      "post": "郵寄",
      "online": "線上送達"
    },
    "law": "法律依據",
    "lawHint": "寫明法律名稱和條款。",
    "revokeLaw": "行政許可法第六十九條",
    "cancelLaw": "行政許可法第七十條",
    "present": "現在是：{value}",
    "putRight": "更正後應為：{value}。核實無誤就直接提交。",
    "missing": "請填寫這一項。",
    "nothing": "請至少改一項。",
    "tooMany": "最多 {n} 個工作日。",
    "proposes": "提請什麼",
    "word": "負責人意見"
  },
  "proposals": {
    "title": "提請決定",
    "open": "等負責人決定：{action}",
    "by": "提請人",
    "said": "{name}提請的理由：{text}",
    "statement": "持有人的陳述",
    "wantsHearing": "（要求聽證）",
    "heard": "已經聽取持有人的意見，可以決定。",
    "awaits": "要先聽取持有人的意見。",
    "awaitsAnswer": "持有人可以在{date}以前陳述、申辯或者要求聽證，過後才能決定。",
    "awaitsHearing": "持有人要求聽證，開過聽證才能決定。",
    "approved": "已批准",
    "returned": "已退回",
    "dropped": "已收回",
    "names": "{by}提請，{decidedBy}處理"
  },
  "asked": {
    "title": "請回複意見",
    "lead": "{authority}徵求您部門的意見：{question}",
    "due": "請在{date}前回復，到期沒有回覆會如實記錄。",
    "agree": "同意",
    "disagree": "不同意",
    "text": "意見和理由",
    "send": "回覆",
    "sent": "意見已回覆。",
    "choose": "請選同意或不同意。"
  },
  "owed": {
    "title": "待回覆的意見",
    "lead": "其他部門請您部門就正在辦理的事項提出意見。",
    "empty": "沒有等您部門回覆的意見。",
    "service": "事項",
    "asker": "徵求部門",
    "question": "徵求什麼",
    "due": "最晚",
    "late": "已過期",
    "open": "看辦件並回復",
    "failed": "沒有取到列表，請稍後再試。"
  },
  "given": {
    "title": "回覆過的意見",
    "lead": "辦件已交回辦理部門；這裏留着您部門的意見和辦理結果。",
    "answer": "意見",
    "outcome": "辦理結果"
  },
  "deputies": {
    "title": "代行職權",
    "lead": "外出或請假期間，可以請同事以您的名義作決定。辦理經過裏會寫明兩個人的名字；您失去的權限，同事也隨之沒有。",
    "name": "請同事代行",
    "deputy": "同事",
    "from": "從哪天",
    "until": "到哪天",
    "reason": "原因",
    "reasonHint": "如：出差、休假。",
    "send": "確定",
    "list": "近期的代行",
    "none": "還沒有代行安排。",
    "mine": "{deputy}代您行使職權",
    "theirs": "您代{of}行使職權",
    "period": "{from}至{until}",
    "over": "已結束",
    "end": "現在結束",
    "nobody": "您的職權範圍內還沒有可以代行的同事。",
    "clerkOnly": "只有作決定的崗位可以請人代行。",
    "failed": "沒有辦成，請核對日期和同事後再試。",
    "badPeriod": "結束日期不能早於開始日期，最長半年。"
  },
  "merge": {
    "title": "您寫的時候，這一件有了變化",
    "since": "這期間發生了",
    "changed": "內容變化",
    "before": "原來",
    "after": "現在",
    "yours": "您寫的還在下面，請看過再發。"
  }
} as const
