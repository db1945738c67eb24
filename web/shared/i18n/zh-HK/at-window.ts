// Made from zh-CN/at-window.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "code": {
    "title": "亮碼辦事",
    "lead": "到辦事大廳窗口，把這個碼給工作人員掃一下，就能接着辦您的事，不用再報號碼。",
    "alt": "給窗口掃的二維碼",
    "digits": "掃不了的，請把這 8 個數字念給窗口",
    "left": "{n} 秒後換新碼",
    "fresh": "換一個新碼",
    "safe": "碼只能用一次，一分鐘就失效。只給窗口的工作人員看，不要發給別人。",
    "failed": "沒有拿到碼，請檢查網絡後再試。",
    "served": "{hall} {counter} 號窗口正在為您辦事",
    "servedBy": "經辦人：{name}。辦的每一步都記在您的名下，您在「我的辦件」裏都看得到。",
    "again": "再亮一次碼",
    "asked": "窗口請您確認",
    "askedText": "「{matter}」已經替您填好。請看一遍，沒問題就確認。"
  },
  "confirm": {
    "look": "看一遍填了什麼",
    "agree": "我看過了，內容屬實，同意提交",
    "agreed": "已確認，窗口可以替您提交了。",
    "changed": "窗口剛剛又改了內容，請再看一遍。",
    "first": "先請本人在上面簽字，或在手機上確認。",
    "title": "請本人確認",
    "text": "替別人填的，要本人看過、確認過才能提交。請把屏幕轉給對方看上面的內容。",
    "sign": "在這裏簽字",
    "signHint": "請本人用手寫筆、手指或鼠標寫上姓名。",
    "clear": "重寫",
    "keep": "本人已簽字，確認",
    "short": "簽得太短，請寫上姓名。",
    "phone": "請對方在手機上確認",
    "waiting": "已發到對方手機，等對方在「亮碼辦事」裏確認。",
    "signed": "本人已簽字確認。",
    "phoned": "本人已在手機上確認。",
    "failed": "沒有存上，請再試一次。"
  },
  "place": "{time} 在{hall} {counter} 號窗口填到這裏，接着填就行。",
  "receipt": "列印受理回執",
  "camera": {
    "open": "用窗口的攝像頭拍",
    "title": "拍材料",
    "none": "打不開攝像頭。請檢查攝像頭是否接好、瀏覽器是否允許使用，也可以改用掃描件上載。",
    "shoot": "拍",
    "again": "重拍",
    "use": "用這一張",
    "crop": "拖動四邊，框住材料",
    "top": "上邊",
    "bottom": "下邊",
    "left": "左邊",
    "right": "右邊",
    "file": "拍的材料.jpg",
    "shot": "拍下的材料"
  }
} as const
