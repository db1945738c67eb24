// Made from zh-CN/hard-case-desk.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "疑難事項",
  "lead": "哪件事都對不上的難處，在這裏接手、請部門商量、給出答覆，再把辦法留給下一位。",
  "list": "疑難事項列表",
  "views": {
    "label": "看哪些",
    "toSort": "待研判",
    "mine": "我協調的",
    "open": "辦理中",
    "answered": "待評價",
    "all": "全部",
    "opinions": "請我們出意見",
    "given": "已出意見"
  },
  "empty": {
    "title": "這裏沒有疑難事項",
    "text": "有人反映，或者窗口代收，會出現在這裏。",
    "opinions": "沒有要出的意見",
    "opinionsText": "協調員請你們書面答覆時，會出現在這裏。",
    "pick": "選一件看看",
    "pickText": "左邊按最急的排在前面。"
  },
  "links": {
    "intake": "代人登記",
    "ledger": "台賬",
    "lessons": "轉成辦法",
    "back": "回到列表"
  },
  "late": "已超期",
  "days": {
    "sort": "{date}前研判",
    "answer": "{date}前答覆",
    "opinion": "{date}前出意見"
  },
  "unclaimed": "沒有人接手",
  "mine": "我在協調",
  "state": {
    "received": "待研判",
    "consulting": "會商中",
    "guided": "已引導辦理",
    "redirected": "已轉介",
    "answered": "已答覆",
    "settled": "已解決",
    "unsettled": "未解決",
    "retracted": "已撤回"
  },
  "channel": {
    "portal": "網上反映",
    "window": "窗口代收",
    "hotline": "熱線代收",
    "official": "部門轉來"
  },
  "head": {
    "number": "{number} · {place} · {channel} · {time} 收到",
    "by": "協調員：{name}",
    "risen": "從{place}轉上來：申請人説沒有解決",
    "fromCase": "由辦件 {number} 轉來"
  },
  "story": {
    "title": "申請人説的情況",
    "wish": "希望",
    "files": "材料",
    "contact": "聯繫",
    "noAccount": "沒有賬號，結果請電話告訴"
  },
  "actions": {
    "title": "能做什麼",
    "claim": "接手協調",
    "accept": "列為疑難",
    "guide": "其實能辦",
    "redirect": "由別處負責",
    "ask": "請部門出意見",
    "meet": "記一次協調會",
    "conclude": "答覆申請人",
    "state": "現在這一步做不了",
    "none": "眼下沒有要做的。",
    "role": "由協調員來做",
    "taken": "已經在您手上"
  },
  "form": {
    "cancel": "先放一放",
    "required": "{name}：還沒寫",
    "tooLong": "{name}：請控制在 {n} 字以內",
    "problems": "有幾處要看一看",
    "failed": "沒有辦成",
    "conflict": "剛才有人動過這一件",
    "conflictText": "已經換成最新的內容，您寫的都還在。看一眼，沒問題再點一次。"
  },
  "accept": {
    "lead": "起個別人一看就懂的名字，歸好類。申請人會知道由誰牽頭、哪天前答覆。",
    "title": "名稱",
    "category": "類別",
    "send": "列為疑難"
  },
  "guide": {
    "lead": "對得上已有的事項，告訴申請人怎麼辦。",
    "find": "找事項",
    "pick": "就是它",
    "picked": "選的是",
    "words": "告訴申請人的話",
    "hint": "為什麼是這一項、要注意什麼。",
    "none": "先找到並選好事項",
    "send": "告訴申請人"
  },
  "redirect": {
    "lead": "不歸這些部門管，説清楚歸誰管、為什麼。",
    "to": "誰負責",
    "words": "告訴申請人的話",
    "hint": "寫上地址或者電話，申請人才找得到。",
    "send": "告訴申請人"
  },
  "ask": {
    "lead": "寫清楚要對方回答什麼。對方看不到申請人是誰。",
    "line": "請哪個部門",
    "question": "要回答的問題",
    "hint": "比如：這種情況能不能辦、憑什麼辦、還缺什麼。",
    "dueOn": "請在哪天前答覆",
    "shared": "把申請人説的情況和材料給對方看",
    "sharedHint": "不含姓名和電話。情況裏寫了個人資料的，先看清楚再給。",
    "more": "再請一個部門",
    "remove": "不請這個部門",
    "send": "發出 {n} 份"
  },
  "meet": {
    "lead": "開過的會記在這裏，寫好就不再改。",
    "heldOn": "哪天開的",
    "place": "在哪裏",
    "attendees": "參加的人",
    "attendeesHint": "一行一位：姓名，單位",
    "minutes": "會上説了什麼",
    "decisions": "定下來的事",
    "what": "做什麼",
    "who": "誰來做",
    "byOn": "哪天前",
    "more": "再加一條",
    "remove": "去掉",
    "send": "記下來"
  },
  "conclude": {
    "lead": "兩份話：一份給申請人，用平常的話；一份給同事，寫清辦法。",
    "words": "給申請人的答覆",
    "wordsHint": "先説能不能辦成，再説怎麼辦、找誰、帶什麼。",
    "solution": "怎麼解決的",
    "solutionHint": "留在台賬裏，下次照着辦。",
    "by": "由誰辦",
    "byHint": "部門名稱，多個用頓號隔開",
    "laws": "依據",
    "lawsHint": "一行一條：法規名稱，第幾條",
    "category": "類別",
    "keywords": "關鍵詞",
    "keywordsHint": "兩三個詞，用空格隔開，統計時用",
    "send": "答覆申請人"
  },
  "done": {
    "claim": "已接手",
    "accept": "已列為疑難事項，申請人已收到訊息",
    "guide": "已告訴申請人",
    "redirect": "已告訴申請人",
    "ask": "已發出，到期前會提醒",
    "meet": "已記下",
    "conclude": "已答覆申請人",
    "propose": "已提給設計人員"
  },
  "opinions": {
    "title": "部門意見",
    "none": "還沒有請部門出意見。",
    "due": "{date}前",
    "given": "{name} · {time}",
    "waiting": "等答覆",
    "reminded": "已催辦",
    "late": "超期",
    "stance": {
      "agree": "同意",
      "able": "可以辦",
      "unable": "辦不了"
    }
  },
  "meetings": {
    "title": "協調會",
    "on": "{date} {place}",
    "people": "參加：{names}",
    "decided": "{what}（{who}）",
    "by": "{date}前"
  },
  "answer": {
    "title": "答覆",
    "words": "告訴申請人的",
    "solution": "怎麼解決的",
    "by": "由誰辦",
    "laws": "依據",
    "keywords": "關鍵詞",
    "to": "由誰負責",
    "target": "對應的事項"
  },
  "suggestions": {
    "title": "可能用得上",
    "earlier": "以前辦過的",
    "found": "現成的事項和答案",
    "none": "沒有找到相近的。"
  },
  "history": {
    "title": "經過",
    "submit": "提交",
    "add": "補充了情況",
    "claim": "接手協調",
    "accept": "列為疑難事項",
    "guide": "引導到已有事項",
    "redirect": "轉介到別處",
    "ask": "請{authority}出意見",
    "giveOpinion": "{authority}出具意見",
    "remind": "提醒{authority}",
    "meet": "記錄協調會",
    "conclude": "答覆申請人",
    "passDay": "過了期限",
    "settle": "申請人説解決了",
    "raise": "申請人説沒解決，轉到上一級",
    "leave": "申請人説沒解決",
    "retract": "申請人撤回",
    "system": "系統"
  },
  "lessons": {
    "title": "轉成辦法",
    "lead": "答覆裏有別人也用得上的，變成大家搜得到的答案，或者改進事項。",
    "none": "還沒有提過。",
    "propose": "提給設計人員",
    "kind": "變成什麼",
    "kinds": {
      "question": "常見難處的答案",
      "scenario": "新的情形",
      "catalogue": "改進事項"
    },
    "kindHints": {
      "question": "審核後放進搜索和事項頁面",
      "scenario": "讓系統自己問、自己分",
      "catalogue": "改條件、改材料、加事項"
    },
    "ask": "難處，像別人會説的那樣",
    "answer": "怎麼解決",
    "answerHint": "不要寫申請人是誰。",
    "services": "和哪些事項有關",
    "servicesHint": "事項編號，用空格隔開，可以不填",
    "send": "提上去",
    "stages": {
      "proposed": "待處理",
      "published": "已公開",
      "begun": "設計中",
      "dropped": "不採用"
    },
    "done": "已發佈第 {n} 版",
    "from": "來自 {number} · {name} · {time}",
    "reason": "原因：{text}",
    "publish": "審核並公開",
    "update": "改好再公開",
    "begin": "開始設計",
    "drop": "不採用",
    "dropReason": "為什麼不採用",
    "pack": "改哪個業務包",
    "designTitle": "設計稿名稱",
    "about": "主要改哪一個",
    "aboutHint": "matters/… 或 services/…",
    "open": "看設計稿",
    "see": "看公開的答案",
    "page": {
      "title": "從疑難到辦法",
      "lead": "答覆裏提煉出來、等着變成答案或者新情形的。每一條都跟到發佈為止。",
      "empty": "還沒有要處理的",
      "emptyText": "協調員在答覆之後提上來，會出現在這裏。",
      "filter": "看哪些",
      "all": "全部"
    }
  },
  "opinion": {
    "title": "書面意見",
    "question": "請你們回答",
    "by": "{name} · {time} 請你們在{date}前答覆",
    "late": "已經過了答覆的日子，現在答覆仍然有用，會標明遲了。",
    "account": "申請人説的情況",
    "notShared": "協調員沒有附上申請人的情況，按問題回答即可。",
    "files": "附上的材料",
    "stance": "你們的意見",
    "opinion": "理由和辦法",
    "hint": "能辦的，寫怎麼辦、要什麼；辦不了的，寫為什麼、誰能辦。",
    "laws": "依據",
    "lawsHint": "一行一條：法規名稱，第幾條",
    "ownFiles": "附材料",
    "send": "出具意見",
    "sent": "意見已交給協調員",
    "given": "{name} 已於 {time} 出具",
    "closed": "這一件已經有結論，不用再出意見了。",
    "conflict": "同事剛剛已經出過意見",
    "sure": "出具後不能修改。"
  },
  "intake": {
    "title": "代人登記",
    "lead": "人在窗口、在電話裏，或者辦件退回來對不上任何事項，替他寫下來。",
    "channel": "從哪裏來",
    "channels": {
      "window": "窗口",
      "hotline": "熱線",
      "official": "辦件轉來"
    },
    "applicant": "姓名",
    "idNumber": "身份證號",
    "idHint": "讀卡或者請本人念；填了，本人在網上也能看到進展。",
    "idWrong": "身份證號應為十八位。",
    "phone": "電話",
    "region": "事情在哪裏",
    "account": "遇到了什麼難處",
    "wish": "希望怎麼解決",
    "files": "材料",
    "send": "登記",
    "done": "已登記",
    "doneText": "編號 {number}。請告訴本人：{sort}前會知道怎麼辦，{answer}前答覆。",
    "open": "打開",
    "another": "再登記一件",
    "failedFile": "沒有傳上去：{name}",
    "fromCase": "轉自一個辦件，申請人和區域以辦件為準。",
    "unknownDay": "日子待定"
  },
  "ledger": {
    "title": "疑難事項台賬",
    "search": "找以前的",
    "placeholder": "事情裏的詞",
    "state": "狀態",
    "category": "類別",
    "from": "從",
    "until": "到",
    "any": "不限",
    "export": "導出表格",
    "exportHint": "不含申請人是誰",
    "shown": "{n} 件",
    "none": "沒有符合的",
    "noneText": "換個詞，或者放寬條件。",
    "columns": {
      "title": "事情",
      "category": "類別",
      "place": "區域",
      "state": "狀態",
      "received": "收到",
      "solution": "怎麼解決的"
    },
    "tabs": {
      "list": "台賬",
      "statistics": "哪些總在發生"
    },
    "statistics": {
      "median": "從收到到答覆，一半在 {n} 天以內",
      "medianNone": "還沒有答覆過的",
      "category": "按類別",
      "region": "按區域",
      "line": "按部門",
      "words": "關鍵詞",
      "months": "按月",
      "count": "件數",
      "ended": "已答覆",
      "days": "一般用時（天）",
      "asked": "請過",
      "given": "已答",
      "late": "遲了",
      "received": "收到",
      "none": "還沒有可以統計的",
      "name": "名稱",
      "month": "月份",
      "unsorted": "未歸類"
    }
  }
} as const
