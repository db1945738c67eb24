// Made from zh-CN/my-data.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "誰看過我的資料",
  "lead": "您辦事時，通辦會向別的部門查詢需要的資料，省得您再填、再交；家裏人辦事，也可能查到您。每一次查詢、每一次工作人員打開辦件，都記在這裏。",
  "more": {
    "title": "還可以",
    "consents": "我的授權與同意",
    "consentsHint": "同意過查哪些資料，可以隨時撤回",
    "disputes": "我提出的更正",
    "disputesHint": "登記錯了的，部門查到哪一步了",
    "credit": "我的信用",
    "creditHint": "有沒有不好的記錄，怎麼修復，看病先用後付",
    "erasure": "刪除我的資料",
    "erasureHint": "哪些能刪，哪些依法要留，為什麼"
  },
  "filter": {
    "title": "篩選",
    "kind": "哪一類",
    "anyKind": "全部",
    "line": "哪個部門",
    "anyLine": "全部",
    "from": "從哪天",
    "until": "到哪天",
    "clear": "清除篩選"
  },
  "kinds": {
    "lookUp": "查詢登記資料",
    "opened": "工作人員打開辦件",
    "licence": "使用電子證照"
  },
  "file": {
    "title": "帶走一份",
    "hint": "按上面篩選的結果，最多兩千條。",
    "pdf": "下載 PDF",
    "xlsx": "下載表格",
    "csv": "下載 CSV",
    "json": "下載 JSON"
  },
  "older": "看更早的",
  "forMatter": "為了辦「{matter}」",
  "forMatterOther": "別人辦「{matter}」時查到您的資料",
  "forPurpose": "用途：{purpose}",
  "bySystem": "由「{system}」查詢",
  "batch": "這一次同時取了許多人的記錄",
  "keeper": "{authority}登記的資料",
  "seenBy": "看的人：{who}",
  "read": "看了 {n} 次",
  "readFor": "辦理您的「{service}」（{matter}）",
  "readForOther": "辦理別人的「{service}」（{matter}），裏面有您的資料",
  "unmasked": "看了完整內容：{names}",
  "seen": "能看到 {n} 項",
  "asked": "查了 {n} 項",
  "byLaw": "依據：{law}",
  "byConsent": "您在{time}同意過",
  "follow": "看這件事",
  "wrongItem": "登記得不對",
  "outcome": {
    "answers": "查到了，已帶入",
    "noRecord": "沒有查到",
    "unavailable": "當時沒能接通",
    "withheld": "沒有查到",
    "refused": "沒有授權或者您的同意，已拒絕",
    "opened": "打開過",
    "used": "辦事時用了",
    "shown": "您出示過",
    "verified": "被核驗"
  },
  "outcomeOther": {
    "answers": "查到了",
    "noRecord": "沒有查到",
    "unavailable": "沒能接通",
    "withheld": "沒有告訴對方",
    "refused": "沒有授權或者您的同意，已拒絕",
    "opened": "打開過",
    "used": "辦事時用了",
    "shown": "您出示過",
    "verified": "被核驗"
  },
  "doneForMe": {
    "title": "別人替您辦的",
    "line": "{who}替您辦「{matter}」"
  },
  "withheldHint": "有人填了您的號碼來查，因為核對不出和您有關係，什麼也沒有告訴他。",
  "empty": {
    "title": "還沒有人看過",
    "text": "您辦事時，經您同意或者依照法律查詢過什麼，工作人員看過什麼，會一次不漏地列在這裏。",
    "filtered": "這樣篩選，沒有記錄",
    "filteredText": "換個部門或者日期再看看。"
  },
  "signIn": {
    "title": "登入後才能看",
    "text": "這裏列的是您自己的資料，只有您能看到。"
  },
  "staff": {
    "title": "請用居民賬號登入",
    "text": "這一頁給居民看自己的資料，工作人員賬號沒有這樣的記錄。"
  },
  "wrong": {
    "title": "覺得不對勁？",
    "text": "有不是您自己辦的事，或者看不懂為什麼要查，請撥打 12345，報上日期和部門就行。內容登記錯了的，點那一條下面的「登記得不對」，請部門更正。",
    "law": "《中華人民共和國個人資料保護法》第四十四條、第四十五條、第四十六條：您有權知道自己的資料怎樣被處理，有權查閲、複製，有權請求更正。"
  },
  "consents": {
    "title": "我的授權與同意",
    "lead": "辦事時，您同意過通辦替您向這些部門查詢。同意只對那一件事有效，辦完就不再查；隨時可以撤回。部門為別的事要查您的資料，也在這裏請您同意。",
    "back": "誰看過我的資料",
    "for": "用於：{matter}",
    "byLaw": "依據：{law}",
    "given": "{time}同意（{channel}）",
    "channels": {
      "web": "網上",
      "window": "窗口",
      "kiosk": "自助機",
      "batch": "批量辦",
      "api": "合作渠道"
    },
    "until": {
      "draft": "到您提交或者刪掉這份申請為止",
      "submitted": "只用來核對您承諾過的內容，辦完為止",
      "discarded": "申請已經刪掉，不再查詢"
    },
    "withdrawn": "{time}撤回",
    "withdraw": "撤回同意",
    "confirm": {
      "title": "撤回後會怎樣",
      "draft": "馬上不再查「{registry}」。沒提交的申請裏，從那裏查來的內容會清掉，要您自己填、自己交材料。",
      "submitted": "馬上不再查「{registry}」。已經交給部門的內容不會退回，這件事照常辦；您承諾過的內容，部門會改用別的辦法核對。",
      "done": "已撤回，以後不會再查"
    },
    "standing": "辦事時同意的",
    "ended": "辦事時同意過、已經撤回或者結束的",
    "empty": {
      "title": "還沒有同意過",
      "text": "辦事時每次請您同意查詢，都會記在這裏。"
    },
    "emptyStanding": "為辦事同意的，現在沒有有效的。",
    "law": "《中華人民共和國個人資料保護法》第十五條：您有權撤回同意；撤回以前已經做的處理，效力不受影響。依照法律不用同意就能查的，不在這裏，都在「誰看過我的資料」裏。",
    "failed": "沒有撤回成功，請再試一次。"
  },
  "departments": {
    "asked": "部門請您同意查詢",
    "lead": "同意不同意都由您，不同意不會影響您在通辦辦別的事。請先看清楚誰要查、查什麼、做什麼用、查到哪天。",
    "notByYou": "部門要不要查，只能由本人答覆，孩子和被監護人由監護人答覆。您現在替{name}辦事，這些請求您看不到，也不能代為答覆。",
    "given": "您同意部門查詢的",
    "ended": "部門徵求過、已經結束的",
    "what": "查「{registry}」裏的：{items}",
    "company": "查的是「{company}」的登記",
    "caseNumber": "只用於對方的辦件 {number}",
    "until": "最晚查到{day}，之後自動失效",
    "openUntil": "{day}前沒有答覆，就當沒有同意",
    "answered": "{time}答覆",
    "agree": "同意",
    "decline": "不同意",
    "agreed": "已同意，隨時可以撤回",
    "declined": "已答覆：不同意",
    "confirm": "{authority}馬上不能再查您的「{registry}」。撤回以前查過的，仍然有效；每一次都記在「誰看過我的資料」裏。",
    "failed": "沒有答覆成功，請再試一次。",
    "state": {
      "given": "有效",
      "declined": "沒有同意",
      "lapsed": "沒有答覆，已過期",
      "withdrawn": "已撤回",
      "over": "已到期"
    }
  },
  "erasure": {
    "title": "刪除我的資料",
    "lead": "用不着的可以現在就刪。已經交給部門辦的，法律要求留存，這裏寫明留什麼、為什麼。",
    "can": {
      "title": "現在就能刪的",
      "nothing": "沒有可以刪的：沒有草稿，也沒有改過提醒設置。",
      "count": "{n} 份",
      "set": "改過 {n} 項",
      "what": {
        "drafts": "裏面填寫的內容、上載的材料一併刪除，恢復不了。",
        "preferences": "刪掉以後按預設的方式提醒您。"
      }
    },
    "kept": {
      "title": "依法要留的",
      "text": "不是不給刪，是法律還要求留着。",
      "law": "依據：{law}",
      "count": "{n} 件"
    },
    "held": "有訴訟、調查或者爭議要用到這些資料，結束以前什麼都不能刪。",
    "erase": "全部刪除",
    "confirm": {
      "title": "確定刪除？",
      "text": "要刪的是：{what}。刪了就恢復不了，已經提交的申請不受影響。",
      "item": "{name}（{n}）"
    },
    "done": "已刪除：{what}。",
    "doneNothing": "沒有要刪的了。",
    "law": "《中華人民共和國個人資料保護法》第四十七條：處理目的已經實現、無法實現或者不再必要的，應當刪除個人資料；法律、行政法規規定的保存期限沒有屆滿的，停止除存儲和安全保護以外的處理。",
    "failed": "沒有刪成，請再試一次。"
  }
} as const
