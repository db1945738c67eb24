// Made from zh-CN/cross-region.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "跨域通辦",
  "lead": "人在一個城市，事在另一個城市？看看能不能不跑，那邊和這邊有什麼不一樣。",
  "where": {
    "title": "您在哪裏，辦哪裏的什麼事",
    "here": "我在",
    "there": "辦理地",
    "matter": "辦什麼事",
    "choose": "請選擇",
    "show": "看看怎麼辦",
    "pick": "選好地方和事，下面就會告訴您怎麼辦、有什麼不一樣。"
  },
  "ways": {
    "online": "網上就能全程辦完，您不用去{there}。部門是{there}的，期限按{there}的工作日算。",
    "agency": "可以到{here}的「跨域通辦」窗口交材料，由窗口轉交{there}，您不用去{there}。",
    "travel": "這一項目前要到{there}去一次。",
    "start": "現在就辦"
  },
  "same": "和{here}的要求一樣。",
  "differs": "和{here}不一樣的地方",
  "kinds": {
    "name": "叫法",
    "promised": "承諾多久辦好",
    "statutory": "法定期限",
    "fee": "收費",
    "visits": "要去幾次",
    "condition": "條件",
    "document": "材料",
    "depth": "網上能辦到哪一步",
    "ways": "異地怎麼辦"
  },
  "columns": {
    "what": "項目",
    "here": "{place}",
    "there": "{place}"
  },
  "none": "不要求",
  "noFee": "不收費",
  "days": "{n} 個工作日",
  "atOnce": "當場辦結",
  "visits": "{n} 次",
  "depths": {
    "consult": "只能查詢",
    "preview": "可以預審",
    "accept": "網上受理，還要到場",
    "full": "全程網辦"
  },
  "way": {
    "online": "全程網辦",
    "agency": "異地代收代辦",
    "joint": "多地聯辦"
  },
  "chain": {
    "title": "現在在誰手上",
    "of": "{name}：誰在辦",
    "holder": {
      "hall": "窗口",
      "authority": "部門",
      "applicant": "申請人"
    },
    "duty": {
      "collect": "{name}已收件，等待移交",
      "underway": "{name}已移交，等待對方簽收",
      "mend": "材料退回{name}，等待補好再移交",
      "check": "{name}核對材料",
      "examine": "{name}審查",
      "supplement": "等申請人補充材料",
      "procedure": "{name}進行聽證、檢驗等程序",
      "wait": "等前面的事項辦好，再由{name}辦理",
      "done": "{name}已辦結",
      "closed": "已終止，不再辦理"
    },
    "by": "經辦：{name}",
    "dueOn": "承諾{day}前",
    "lawfulOn": "法定{day}前",
    "handOn": "最遲{day}",
    "now": "現在"
  },
  "own": {
    "title": "兩地怎麼接着辦",
    "notTravel": "您不用去外地，由部門之間移交。",
    "cities": "這件事由 {places} 的部門辦理，各辦各的一段，您只申請這一次。",
    "elsewhere": "您在{here}，這件事由{there}的部門辦理。網上全程辦完，不用跑過去；辦理期限按{there}的工作日算。",
    "collected": "{hall}已經收下材料，最遲{day}移交給{authority}。",
    "collectedNoDay": "{hall}已經收下材料，會盡快移交給{authority}。",
    "underway": "材料已經交給{authority}，對方最遲{day}簽收。",
    "underwayNoDay": "材料已經交給{authority}，等對方簽收。",
    "returned": "{authority}把材料退回了{hall}：{reasons}",
    "received": "{authority}{day}簽收，審批期限從這天算起。",
    "ended": "這一項已經結束，不再移交。",
    "clock": "審批期限從審批部門收齊材料那天算起（行政許可法第三十二條、第四十二條）；窗口收件、移交的時間另外限定，不佔用它。",
    "parcel": "原件用{carrier}寄送，單號 {number}。",
    "electronic": "全部用電子材料，沒有寄送原件。"
  },
  "elsewhere": {
    "title": "這份草稿是在別的地方開始的",
    "text": "您在{place}開始填過這件事，裏面的內容還在，所以接着按{place}辦。要在{wanted}辦，請先放棄這份草稿，再重新開始。"
  },
  "identity": {
    "title": "有的事項不接受您登入用的證件",
    "kind": "「{service}」接受：{documents}。",
    "assurance": "「{service}」要求更可靠的身份認證，您現在的認證級別不夠。請在認證機構當面核驗身份以後再登入。",
    "kindHelp": "沒有這些證件的，可以到窗口諮詢，或者請有授權的親友代辦。",
    "kept": "填過的內容都存着。"
  },
  "documents": {
    "resident-id": "居民身份證",
    "hk-id": "香港身份證",
    "macao-id": "澳門身份證",
    "home-return-permit": "港澳居民來往內地通行證",
    "taiwan-permit": "台灣居民來往大陸通行證",
    "passport": "護照"
  },
  "foreign": {
    "title": "香港居民辦事",
    "text": "用香港的數碼身份登入，就能辦接受香港身份證的事項，例如申領社會保障卡。",
    "login": "用香港數碼身份登入"
  }
} as const
