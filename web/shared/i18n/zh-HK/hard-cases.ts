// Made from zh-CN/hard-cases.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "説説您的難處",
  "lead": "跑了幾趟沒辦成，或者找不到該辦哪件事，寫在這裏。有專人接手，不用您再去找部門。",
  "steps": {
    "label": "接下來會怎樣",
    "sort": {
      "title": "{days} 個工作日內",
      "text": "協調員看過，告訴您能直接辦、該去哪裏，還是列為疑難事項。"
    },
    "consult": {
      "title": "請部門一起商量",
      "text": "需要哪些部門，由協調員去請，請他們書面答覆。"
    },
    "answer": {
      "title": "{days} 個工作日內答覆",
      "text": "用平常的話告訴您怎麼解決、由誰辦、依據是什麼。沒解決，可以往上一級反映。"
    }
  },
  "mine": {
    "title": "您反映過的"
  },
  "form": {
    "account": "遇到了什麼難處",
    "accountHint": "什麼事、去過哪裏、他們怎麼説、卡在哪裏。想到什麼寫什麼，寫得亂也沒關係。",
    "tooShort": "再多寫幾句，至少十個字，我們才知道怎麼幫您。",
    "tooLong": "寫得太長了，請控制在 {n} 字以內。",
    "wish": "您希望怎麼解決",
    "region": "事情在哪裏",
    "phone": "方便聯繫的電話",
    "phoneHint": "不填就打您登入用的 {phone}。",
    "phoneWrong": "電話號碼只能有數字、空格和短橫線。",
    "files": "有材料就一起傳",
    "filesHint": "證件、通知、聊天記錄的照片都可以。PDF、JPG、PNG，每個不超過 {size}。",
    "send": "交給協調員",
    "signIn": "登入後交給協調員",
    "kept": "寫的內容存在這台裝置上，登入回來還在。",
    "failed": "還沒交上去",
    "problems": "有幾處要看一看"
  },
  "similar": {
    "title": "這些可能就是您要的",
    "lead": "先看一眼，對得上就不用等了。"
  },
  "notOffered": {
    "title": "這裏還沒有疑難事項窗口",
    "text": "請撥打 12345，工作人員會告訴您找誰。",
    "call": "撥打 12345"
  },
  "case": {
    "number": "編號 {number} · {date} 提交",
    "sent": "已收下",
    "by": "協調員：{name}",
    "nobody": "還沒有分到協調員",
    "next": "接下來",
    "waitSort": "協調員會在{date}前告訴您怎麼辦。您不用做什麼。",
    "waitAnswer": "正在和部門商量，{date}前給您答覆。您不用做什麼。",
    "waitUnknown": "那一年的放假安排還沒公佈，日子定了馬上告訴您。",
    "waitWord": "請看答覆，再告訴我們解決了沒有。",
    "risen": "已轉到{place}重新辦。",
    "over": "這件事已經辦完，不用再做什麼。",
    "unsettled": "很抱歉，這一次沒能幫您解決。您可以撥打 12345，也可以依法申請複議或者提起訴訟。",
    "story": "您説的情況",
    "wish": "您希望",
    "files": "材料",
    "asked": "請了哪些部門",
    "given": "已答覆",
    "waiting": "等答覆",
    "history": "辦到哪一步了"
  },
  "state": {
    "received": "等協調員看",
    "consulting": "正在商量",
    "guided": "可以直接辦",
    "redirected": "由別處負責",
    "answered": "有答覆了",
    "settled": "已解決",
    "unsettled": "沒有解決",
    "retracted": "已撤回"
  },
  "answer": {
    "title": "給您的答覆",
    "by": "由誰辦：{names}",
    "laws": "依據：{laws}",
    "from": "{name} · {time}",
    "to": "由 {name} 負責",
    "go": "去辦：{name}",
    "solved": "解決了",
    "unsolved": "還沒解決",
    "ask": "這樣解決了嗎？",
    "askText": "只問一次。沒解決的，{place}",
    "up": "會轉到上一級重新辦。",
    "noUp": "我們會如實記下來。",
    "why": "哪裏沒解決",
    "whyHint": "説清楚，接手的人才知道從哪裏繼續。",
    "whyShort": "請寫一句話。",
    "send": "告訴他們",
    "cancel": "先不説"
  },
  "add": {
    "title": "補充一句",
    "label": "還想説的",
    "send": "補充",
    "done": "已補充",
    "files": "再傳材料"
  },
  "retract": {
    "action": "不用辦了",
    "sure": "確定不用辦了嗎？",
    "text": "撤回以後，協調員就不再辦這件事。以後需要，可以重新説。",
    "yes": "不用辦了"
  },
  "history": {
    "submit": "{who}提交",
    "add": "您補充了情況",
    "claim": "{who}接手協調",
    "accept": "{who}列為疑難事項",
    "guide": "{who}告訴您可以直接辦",
    "redirect": "{who}告訴您由誰負責",
    "ask": "請{authority}書面答覆",
    "giveOpinion": "{authority}已書面答覆",
    "meet": "開了一次協調會",
    "conclude": "{who}答覆了您",
    "settle": "您説解決了",
    "raise": "您説還沒解決，轉到上一級",
    "leave": "您説還沒解決",
    "retract": "您撤回了",
    "you": "您"
  },
  "read": {
    "title": "難處與答案",
    "from": "有人遇到過同樣的難處，這是解決的辦法。",
    "services": "相關的事",
    "law": "依據",
    "mine": "情況不一樣？",
    "tell": "説説您的難處",
    "approved": "{date} 經審核公開"
  }
} as const
