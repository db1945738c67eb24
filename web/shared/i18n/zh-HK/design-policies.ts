// Made from zh-CN/design-policies.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "begin": {
    "new": "新的一項政策",
    "audience": "發給誰",
    "nameHint": "老百姓怎麼叫就怎麼寫，例如：一孩育兒補貼。",
    "idHint": "小寫英文字母和連字符，定了就不再改，例如 first-child-grant。",
    "none": "還沒有政策。",
    "show": "看政策（{n}）",
    "policy": "政策",
    "summary": "發什麼"
  },
  "parts": {
    "policy": "政策",
    "tests": "樣例",
    "effect": "影響"
  },
  "audiences": {
    "person": "個人",
    "company": "企業"
  },
  "themes": {
    "elders": "養老",
    "family": "生育和家庭",
    "disability": "助殘",
    "assistance": "救助",
    "employment": "就業",
    "education": "教育",
    "housing": "住房",
    "health": "醫療",
    "veterans": "退役軍人",
    "innovation": "創新",
    "growth": "發展壯大",
    "hiring": "招人用人",
    "culture": "文旅"
  },
  "periods": {
    "once": "一次性",
    "month": "每月",
    "quarter": "每季度",
    "year": "每年"
  },
  "ways": {
    "automatic": "自動發放",
    "confirm": "本人確認",
    "apply": "本人申請"
  },
  "wayHints": {
    "automatic": "有賬户的直接發，不用操作。",
    "confirm": "告訴本人，確認後發。",
    "apply": "告訴本人條件已經符合，一步申請。"
  },
  "levels": {
    "street": "街道",
    "district": "區縣",
    "city": "市",
    "province": "省"
  },
  "verdicts": {
    "yes": "符合",
    "no": "不符合",
    "unknown": "還不清楚",
    "none": "沒有生效"
  },
  "texts": {
    "title": "文字和依據",
    "name": "名稱",
    "summary": "一句話：發什麼",
    "explains": "誰能領、為什麼、怎麼領",
    "for": "發給誰",
    "theme": "放在哪一類",
    "date": "檔案日期",
    "url": "原文網址",
    "from": "從哪天起",
    "until": "到哪天止",
    "untilHint": "不填，就一直有效。"
  },
  "conditions": {
    "title": "{n} 條條件，都要符合",
    "add": "加一條",
    "condition": "第 {n} 條條件",
    "name": "用一句話説",
    "rule": "怎麼判斷",
    "ruleHint": "寫事實的名稱就能選，例如輸入「出生」。",
    "lack": "不符合的人可以怎麼辦",
    "remove": "刪掉第 {n} 條",
    "facts": "這項政策要看：{names}",
    "noFacts": "還沒有用到任何事實。"
  },
  "amount": {
    "title": "發多少",
    "line": "第 {n} 行金額",
    "rule": "一期多少錢（分）",
    "ruleHint": "按分寫：300 元寫 30000。可以分檔。",
    "example": "這是示例金額",
    "exampleHint": "頁面上會註明，等公佈的標準換上。",
    "add": "標準變了，加一行",
    "remove": "刪掉第 {n} 行金額",
    "period": "多久發一次",
    "cap": "一年最多發",
    "budget": "年度預算",
    "year": "預算年度"
  },
  "terms": {
    "title": "誰來發，怎麼發",
    "line": "由哪個部門發",
    "level": "哪一級",
    "way": "怎麼發",
    "days": "名單公示幾天",
    "daysHint": "0 就是不公示。",
    "excludes": "領了這項就不再發",
    "excludesHint": "兩項都符合的，發這一項。",
    "requires": "先要符合",
    "add": "選一項政策",
    "remove": "去掉",
    "matter": "在哪件事裏申請",
    "matterHint": "寫那件事的代號；沒有就不填。"
  },
  "tests": {
    "title": "樣例",
    "count": "{n} 個樣例",
    "lead": "邊改邊算：每一行是一個人（一家企業）的情況，和應當得到的結論。空着是不知道，寫「無」是確定沒有。樣例和政策一起發佈。",
    "none": "還沒有樣例。至少要兩個：一個符合，一個不符合。",
    "name": "誰，結果怎樣",
    "on": "哪天",
    "expected": "應當",
    "fen": "應當發（元）",
    "actual": "現在算出來",
    "passed": "一致",
    "failed": "不一樣",
    "broken": "規則還沒寫對",
    "addFact": "加一列事實",
    "list": "{n} 項，在源檔案裏改",
    "add": "加一個樣例",
    "accept": "就按現在的結果",
    "remove": "刪掉",
    "try": "試一個情況",
    "tryLead": "填幾項看看結論，合適就存成樣例。",
    "keep": "存成樣例",
    "needName": "先寫清楚是誰、結果怎樣",
    "newName": "第 {n} 個樣例",
    "nothing": "無",
    "row": "樣例「{name}」",
    "missing": "還要知道：{names}",
    "yuan": "{amount}",
    "waiting": "正在準備……",
    "go": "到「樣例」裏改"
  },
  "effect": {
    "title": "發佈前看影響",
    "lead": "用手裏的人口和企業資料算：多少人會新領到，多少人會領不到，金額變多少。"
  }
} as const
