// Made from zh-CN/guidance.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "説説您要辦的事",
  "lead": "把情況用一兩句話説出來，我們替您找到要辦的事，説過的就不再問。",
  "say": {
    "label": "您遇到了什麼事",
    "hint": "想到什麼説什麼，比如誰、在哪裏、已經辦了什麼。不用寫姓名和證件號碼。",
    "send": "看看怎麼辦",
    "empty": "先寫一句，再看怎麼辦。",
    "tooLong": "最多寫 {n} 個字，挑要緊的説就行。",
    "examples": "可以這樣説",
    "privacy": "您寫的話只用來找事項，我們不保存。"
  },
  "examples": {
    "first": "我媽去世了，社保和房子怎麼辦",
    "second": "想開個奶茶店，店面在南山，執照還沒辦",
    "third": "孩子要上小學，非深户，現在租房住"
  },
  "said": {
    "title": "您説的",
    "change": "改一改",
    "again": "從頭再説"
  },
  "matters": {
    "which": "您説的是幾件事，先辦哪一件？",
    "guess": "您要辦的是不是這個？",
    "about": "説的是「{words}」",
    "choose": "辦這件",
    "also": "還有一件",
    "switch": "換到這件",
    "none": "都不是？"
  },
  "understood": {
    "title": "我們聽懂的",
    "nothing": "只知道您要辦這件事，下面問您幾句。",
    "hint": "聽錯了可以改，也可以去掉。",
    "from": "您説「{words}」",
    "answered": "您答過的",
    "remove": "去掉",
    "unclear": "「{ask}」您前後説得不一樣，一會兒再問您一次。"
  },
  "question": {
    "title": "再問您一句",
    "left": "還有 {n} 個問題",
    "unknown": "現在不知道",
    "undo": "退回上一步",
    "done": "該問的都問完了",
    "later": "還有 {n} 項等申請時再填，不耽誤開始。",
    "updated": "共 {services} 個事項，要交 {documents} 份材料，最長 {days} 個工作日。"
  },
  "out": {
    "title": "辦下來是這樣",
    "soFar": "照現在説的",
    "services": "一起辦 {n} 個事項",
    "undecided": "還有 {n} 個事項，看您後面的回答。",
    "documents": "要準備的材料",
    "noDocuments": "不用準備材料",
    "figures": "省下了什麼",
    "begin": "開始辦",
    "beginNow": "先開始，剩下的邊辦邊填",
    "filled": "您説過的 {n} 項已經替您填好。",
    "login": "開始前要先登入，説過的都替您留着。",
    "staff": "工作賬號不能替自己申請，請用個人賬號登入。",
    "whole": "看這件事的全部説明"
  },
  "services": {
    "title": "可能用得上的指南"
  },
  "nothing": {
    "title": "沒聽明白您要辦什麼",
    "text": "換個説法試試，或者讓真人來幫您。",
    "search": "搜尋",
    "tell": "説説您的難處",
    "call": "撥打 12345"
  },
  "failed": {
    "title": "沒能看懂，請再試一次",
    "text": "您寫的還在。也可以直接撥打 12345。"
  }
} as const
