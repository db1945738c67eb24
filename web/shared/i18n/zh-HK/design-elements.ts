// Made from zh-CN/design-elements.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "between": "填 {min} 到 {max} 之間的整數",
  "ruleHint": "規則（FEEL），例如 applicant.role = \"mother\"。",
  "needLaw": "寫明依據的法律法規",
  "inheritedStays": "上級已經規定，本級可以改，不能去掉",
  "listing": {
    "title": "結果怎麼給，在哪裏能辦",
    "delivery": "結果怎麼給",
    "deliveryHint": "申請人能選的方式。都不選，就是在線查看。",
    "deliveryWay": {
      "online": "在線查看",
      "counter": "窗口領取",
      "post": "郵寄"
    },
    "scope": "在多大範圍內都能辦",
    "scopeHint": "不選，就只在管轄的部門辦。",
    "scopeNone": "只在管轄的部門辦",
    "scopes": {
      "district": "全區通辦",
      "city": "全市通辦",
      "province": "全省通辦",
      "nation": "跨省通辦"
    },
    "ways": "異地怎麼辦",
    "waysHint": "可以選幾種。",
    "way": {
      "online": "全程網辦",
      "agency": "代收代辦",
      "joint": "多地聯辦"
    },
    "wayHint": {
      "online": "在網上申請，由原部門辦。",
      "agency": "當地窗口收下材料，轉給原部門辦。",
      "joint": "當地受理，兩地一起辦。"
    },
    "basis": "哪份清單規定的"
  },
  "fee": {
    "title": "收費",
    "kind": "收不收費",
    "kinds": {
      "free": "不收費",
      "amount": "一個金額",
      "items": "分項收費"
    },
    "tooMuch": "已經分項、有公式或減免，不能只寫一個金額",
    "line": "第 {n} 行金額",
    "amount": "金額",
    "yuan": "元",
    "notMoney": "填不小於零的金額，最多兩位小數",
    "addLine": "金額變了，加一行",
    "due": "什麼時候交",
    "dues": {
      "handling": "受理前交",
      "result": "領結果前交"
    },
    "refund": "沒辦成退不退",
    "refundUsual": "沒作決定就退",
    "refunds": {
      "notGranted": "沒批准也退",
      "never": "不退"
    },
    "bearer": "由誰承擔",
    "bearerHint": "不是申請人承擔時才寫，例如抵押權人（銀行）。寫了就不向申請人收。",
    "addItem": "加一項收費",
    "removeItem": "刪掉這項收費",
    "itemName": "收費項目",
    "quantity": "數量怎麼算",
    "quantityHint": "公式（FEEL），例如 company.seats。不寫就是一份。",
    "when": "什麼情形才收",
    "addReduction": "加一條減免",
    "reduction": "減免 {id}",
    "reductionName": "減免名稱",
    "reductionWhen": "符合什麼條件",
    "needWhen": "寫明符合什麼條件才減免",
    "pays": "還要交",
    "paysHint": "原價的百分之幾；0 是全免。"
  },
  "tolerable": {
    "label": "能不能後補",
    "hint": "容缺受理：先受理，材料後補。",
    "kinds": {
      "usual": "按這份材料的告知承諾",
      "ten": "可以，十個工作日內補",
      "own": "可以，另定期限",
      "never": "不可以"
    },
    "dueDays": "幾個工作日內補齊",
    "decideFirst": "可以先作決定",
    "decideFirstHint": "不勾，就等材料補齊再決定。"
  },
  "handling": {
    "title": "部門怎麼辦",
    "lead": "沒寫的，按法律規定的一般程序辦。",
    "precheck": "受理前先預審",
    "precheckHint": "正式受理前先看一遍材料。",
    "joint": "幾個部門一起辦",
    "jointHint": "期限可以延長十五個工作日，一般只能延長十個。",
    "paper": "結果還有紙質件或實物",
    "paperHint": "決定以後十個工作日內送達。",
    "levels": "審批層級",
    "oneLevel": "沒寫：由審批人員一級決定。",
    "level": "第 {n} 級",
    "role": "由誰辦",
    "roles": {
      "clerk": "經辦",
      "approver": "審批",
      "head": "負責人"
    },
    "levelName": "這一級做什麼",
    "clerkLast": "最後一級要作決定，請選審批或負責人",
    "addLevel": "加一級",
    "mostLevels": "最多九級",
    "coSigners": "徵求其他部門意見",
    "noCoSigners": "不徵求其他部門意見。",
    "coSigner": "第 {n} 個部門",
    "line": "哪個部門",
    "needLine": "選一個部門",
    "lineLevel": "哪一級",
    "sameLevel": "和辦理部門同級",
    "lineLevels": {
      "street": "街道",
      "district": "區縣",
      "city": "市",
      "province": "省"
    },
    "answerDays": "幾個工作日內答覆",
    "asks": "徵求什麼意見",
    "addCoSigner": "加一個部門",
    "procedures": "不計時限的程序",
    "proceduresHint": "這些程序用的時間，不算在辦理期限裏。",
    "procedure": "第 {n} 項程序",
    "procedureKind": "程序",
    "kinds": {
      "hearing": "聽證",
      "inspection": "檢驗",
      "testing": "檢測",
      "quarantine": "檢疫",
      "appraisal": "鑑定",
      "review": "專家評審"
    },
    "visitNeeds": "要踏勘，就要有檢驗這項程序",
    "addProcedure": "加一項程序"
  },
  "visit": {
    "title": "現場踏勘",
    "on": "作決定前要到現場看",
    "onHint": "同一份申請裏幾個部門都要看的，一起去。",
    "place": "到哪裏看",
    "placeHint": "表單裏寫地址的那一項。",
    "needPlace": "選表單裏寫地址的一項",
    "when": "什麼情形才去",
    "items": "要看的，按順序",
    "add": "加一條",
    "text": "看什麼",
    "textHint": "寫成合格時的樣子，例如：隔油池已經裝好，能正常用。",
    "needs": "要留下什麼",
    "need": {
      "photo": "照片",
      "measure": "實測值"
    },
    "unit": "實測值的單位"
  },
  "result": {
    "title": "結果管多久，變更和延續",
    "ends": "結果有有效期",
    "endsHint": "不勾，就長期有效。",
    "term": "有效期",
    "unit": "單位",
    "years": "年",
    "months": "個月",
    "amends": "這個事項變更或延續別的證照",
    "amendsHint": "持有人從「我的證照」裏來辦。",
    "amended": "哪個事項發的證照",
    "needAmended": "選一個事項",
    "way": "做什麼",
    "ways": {
      "change": "變更內容",
      "extend": "延續有效期"
    },
    "matter": "在哪一件事裏辦",
    "matterHint": "寫那件事的代號，例如 open-a-restaurant。",
    "opens": "到期前幾天起可以申請",
    "opensHint": "不填，隨時可以。",
    "closes": "到期前幾天截止",
    "closesHint": "不填，就是到期前 30 天。",
    "late": "截止後、到期前還能申請",
    "lateHint": "這時沒有按時作出決定的，不視為準予延續。"
  },
  "table": {
    "title": "秒批決策表",
    "none": "沒有決策表：受理條件都符合，就自動辦結。",
    "begin": "寫一張決策表",
    "lead": "每行一種情況，右邊選這時怎麼決定。沒有一行管到的，交給人辦。",
    "hit": "幾行都成立時",
    "hits": {
      "UNIQUE": "不會有幾行同時成立",
      "ANY": "幾行説的要一樣",
      "FIRST": "按最上面的一行",
      "PRIORITY": "按最慎重的一行",
      "COLLECT": "都算，按最慎重的決定",
      "RULE ORDER": "都算，按行的順序列出",
      "OUTPUT ORDER": "都算，按結果的順序列出"
    },
    "inputs": "看什麼",
    "inputName": "這一列叫什麼",
    "inputRule": "怎麼得出",
    "inputRuleHint": "規則（FEEL），例如 applicant.birthDate，或 applicant.income。",
    "needRule": "寫明從哪一項得出",
    "addInput": "加一列",
    "rows": "各種情況",
    "cellHint": "一格里寫條件，例如 >= 60、\"a\", \"b\"、[1..5]；不寫就是不限。",
    "number": "行",
    "decision": "決定",
    "decides": "第 {n} 行怎麼決定",
    "outcomes": {
      "approve": "當場辦結",
      "refuse": "不予辦理",
      "tentative": "先辦後查",
      "person": "交給人辦"
    },
    "reasons": "理由和依據",
    "order": "各行，按順序",
    "row": "第 {n} 行",
    "reason": "告訴申請人的理由",
    "reasonHint": "一句話。",
    "needReason": "還沒寫理由",
    "noDiscretion": "法律沒有留裁量餘地",
    "noDiscretionHint": "勾上，才會當場不予辦理；不勾，由人決定。",
    "checkDays": "幾個工作日內複核",
    "value": "{name}怎麼算",
    "valueHint": "公式（FEEL）。"
  },
  "repeats": {
    "on": "{name}可能不止一個",
    "onHint": "例如雙胞胎：各有各的才分開填，其餘只填一次。",
    "count": "由哪一項説有幾個",
    "countHint": "沒有回答時按一個算。",
    "needCount": "選説明有幾個的那一項",
    "max": "最多幾個",
    "own": "各有各的",
    "ownHint": "勾上的，每一個分開填。",
    "needOwn": "至少選一項"
  },
  "each": {
    "label": "每人各辦一份",
    "hint": "選了誰，就給其中每一個單獨辦一份。",
    "once": "合起來辦一份"
  },
  "told": {
    "title": "補正",
    "label": "缺什麼，各部門合在一起一次告知",
    "hint": "等各部門都看過，或者到了最後期限，合成一張清單告訴申請人。"
  }
} as const
