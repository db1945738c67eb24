// Made from zh-CN/assistant.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "問一問",
  "lead": "像平時説話那樣問。只説辦事指南里寫着的，每句話都標明出處；指南里沒有的，我説不知道，再告訴您找誰。",
  "privacy": "不用寫姓名、身份證號、電話。問了什麼，不會和您的賬號放在一起；問答只留在這個標籤頁，關掉就沒了。",
  "box": "想問什麼",
  "placeholder": "例如：換身份證要多少錢",
  "send": "問",
  "sending": "正在找……",
  "waiting": "前一個問題還在找，等一等。",
  "offline": "現在沒有網絡，連上以後再問。",
  "examples": "可以這樣問",
  "example": {
    "fee": "換身份證要多少錢？",
    "documents": "結婚登記要帶什麼材料？",
    "days": "生育津貼能領多少天？",
    "hall": "南山區政務服務中心幾點開門？"
  },
  "conversation": "問答",
  "you": "您問",
  "answer": "回答",
  "cite": "出處 {n}：{title}",
  "sources": "出處",
  "about": "説的是",
  "byModel": "由語言模型組織語言，每句話都和出處核對過。",
  "choose": "您問的是哪一件？",
  "more": "還可以問",
  "helpful": {
    "ask": "這個回答有用嗎？",
    "yes": "有用",
    "no": "沒用",
    "thanks": "謝謝，知道了。",
    "noted": "記下了，我們會補上。"
  },
  "unknown": {
    "title": "這個我不知道",
    "empty": "沒有看出您要問什麼。説一説是哪件事，比如「身份證」「結婚登記」。",
    "thing": "辦事指南里沒有找到您説的這件事，不敢亂説。",
    "absent": "辦事指南里沒有寫這一點，不敢亂説。",
    "personal": "您自己的辦理情況和記錄，這裏看不到。",
    "future": "以後會怎麼樣，指南里沒有寫，不能替您猜。",
    "opinion": "這要您自己拿主意，我只能告訴您怎麼辦理。",
    "advice": "這要請懂法律的人看您的具體情況，我不能替您判斷。",
    "people": "具體是哪位工作人員，這裏沒有登記。",
    "figures": "現在有多少人、要排多久，這裏看不到。",
    "elsewhere": "別的地方怎麼辦，這裏沒有，請問當地。",
    "command": "我只回答辦事的問題。"
  },
  "ways": "可以找人問",
  "handOver": {
    "title": "還是沒弄明白？",
    "text": "把這段問答帶過去，不用從頭再説。交之前您可以改。",
    "action": "交給人來辦",
    "call": "撥打 12345"
  },
  "callBack": {
    "label": "留個電話，請人回電",
    "hint": "話務員先看過這段問答再打給您；號碼只用來回這一通電話。",
    "action": "請人回電",
    "need": "請填電話號碼。",
    "done": "好的，話務員會盡快打給您，請留意電話。",
    "front": "已經轉給話務員，馬上打給您。如果正有危險，請直接撥打 110、119 或 120。"
  },
  "transcript": {
    "head": "我在「問一問」裏問過：",
    "you": "問：{text}",
    "answer": "答：{text}",
    "unknown": "答：不知道。"
  },
  "again": "重新開始",
  "failed": {
    "title": "剛才沒有問成",
    "text": "您寫的還在。",
    "retry": "再問一次"
  }
} as const
