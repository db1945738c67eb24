// Made from zh-CN/rating-desk.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "好差評",
  "lead": "差評一件一辦：先回訪核實，再整改、答覆、複核。被評的人不經辦自己的差評。",
  "and": "、",
  "me": "本人",
  "late": "已超期",
  "failed": "沒有提交成功，請再試一次。寫的內容還在。",
  "views": {
    "open": "待整改",
    "questions": "待核實",
    "ended": "已了結",
    "all": "全部",
    "mine": "評我的"
  },
  "empty": {
    "open": "沒有待整改的差評",
    "questions": "沒有待核實的評價",
    "ended": "還沒有了結的差評",
    "all": "還沒有評價",
    "mine": "還沒有評到您的評價"
  },
  "columns": {
    "name": "評的是",
    "grade": "評價",
    "authority": "部門",
    "official": "經辦人",
    "state": "進展",
    "due": "期限",
    "at": "評價時間"
  },
  "states": {
    "open": "待回訪",
    "contacted": "整改中",
    "fixed": "待答覆",
    "replied": "待複核",
    "passed": "已整改",
    "unfounded": "不予採納"
  },
  "counts": {
    "none": "不計入",
    "unit": "不計入個人"
  },
  "questions": {
    "hold": "有疑點",
    "denied": "本人否認",
    "appeal": "申訴"
  },
  "why": {
    "burst": "同一窗口幾分鐘內評價太多。",
    "device": "同一裝置或者網絡一小時內評價太多。",
    "hasty": "剛開始接待就評了。",
    "self": "評價人與經辦人同名，或者由工作人員通過鏈接作出。",
    "unfounded": "回訪核實，屬於誤評或者惡意差評。",
    "denied": "本人説這次評價不是自己作的。"
  },
  "verdicts": {
    "counted": "計入",
    "excluded": "不計入"
  },
  "channels": {
    "portal": "網上",
    "window": "窗口",
    "kiosk": "自助機",
    "link": "鏈接或二維碼",
    "call": "電話回訪"
  },
  "actions": {
    "begin": "收到差評",
    "contact": "回訪",
    "fix": "整改",
    "reply": "答覆",
    "sendBack": "退回整改",
    "pass": "複核通過",
    "dismiss": "不予採納",
    "void": "不計入，停止整改",
    "remind": "超期提醒",
    "rerate": "再次評價"
  },
  "one": {
    "title": "評價：{name}",
    "back": "好差評",
    "due": "{date}前完成這一步",
    "number": "編號",
    "page": "哪一頁",
    "tags": "選的標籤",
    "words": "説的話",
    "nothing": "沒有填",
    "person": "評價人",
    "call": "看號碼，打電話回訪",
    "channel": "怎麼評的",
    "again": "整改後再評",
    "files": "申訴證據",
    "history": "經過"
  },
  "act": {
    "title": "辦理",
    "contact": "登記回訪",
    "fix": "登記整改",
    "reply": "答覆",
    "sendBack": "退回整改",
    "pass": "複核通過",
    "dismiss": "不予採納",
    "texts": {
      "contact": "回訪瞭解到的情況",
      "fix": "採取了什麼措施",
      "reply": "給羣眾的答覆",
      "sendBack": "退回的理由",
      "pass": "公開的答覆",
      "dismiss": "不予採納的理由（羣眾會看到）"
    },
    "reached": "聯繫上了本人",
    "publish": "對外公開這次差評和整改",
    "publishHint": "公開前請逐字看一遍，去掉姓名、住址等個人資料。",
    "publicWords": "公開的評價內容",
    "own": "評的是您本人，由別的同事辦理",
    "short": "請寫清楚，至少兩個字。",
    "conflict": "剛剛有人處理過，請看最新的進展再辦。寫的內容還在。",
    "send": "提交",
    "sent": "已提交"
  },
  "appeal": {
    "title": "申訴",
    "lead": "認為這次評價不該算在您身上的，可以申訴一次。成立的不計入您個人，評價本身不刪除。",
    "grounds": "理由",
    "short": "請寫清理由，至少五個字。",
    "files": "證據",
    "send": "提交申訴",
    "sent": "申訴已提交",
    "missing": "申訴已提交，這些檔案沒傳上去：{files}"
  },
  "ruling": {
    "title": "核實：{about}",
    "ask": "這次評價計不計入？",
    "choose": "請先選一個。",
    "appealHint": "只從經辦人個人的統計裏去掉，部門照算",
    "reasons": "理由",
    "send": "作出決定"
  },
  "tablet": {
    "title": "請您評價",
    "at": "{hall} {counter} 號窗口",
    "back": "返回窗口",
    "idle": "辦完業務後，請在這裏評價",
    "rated": "這次服務已經評價過了，謝謝",
    "again": "返回"
  }
} as const
