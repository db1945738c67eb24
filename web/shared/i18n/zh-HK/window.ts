// Made from zh-CN/window.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "transfers": {
    "due": "有 {n} 份替外地收下的材料要移交。",
    "open": "去移交"
  },
  "title": "一窗受理",
  "failed": "沒有辦成，請檢查網絡後再試。",
  "at": "{hall} · {counter} 號窗口",
  "seat": {
    "title": "先選窗口，再上崗",
    "lead": "您坐哪個窗口，就選哪個。羣眾的手機上、回執上都會寫這個窗口。",
    "hall": "辦事大廳",
    "counter": "窗口",
    "option": "{number} 號 · {name}",
    "taken": "{who}在崗",
    "take": "上崗",
    "none": {
      "title": "沒有您可以坐的大廳",
      "text": "您的崗位所在地區還沒有錄入辦事大廳。請業務包管理員補上。"
    },
    "choose": "請選一個窗口。"
  },
  "served": "本班已接待 {n} 人",
  "rate": "評價屏",
  "hardCase": "登記疑難事項",
  "handOver": "交接班",
  "shown": {
    "title": "對方出示的：{name}",
    "valid": "{issuer}簽發，已核對，有效。不用再複印。",
    "purpose": "用途",
    "fills": "從這裏開始辦新的事，表裏對得上的會替對方填好。"
  },
  "identify": {
    "title": "請下一位",
    "lead": "讀身份證，或者掃對方手機上的亮碼、電子證照。",
    "reader": "讀卡、掃碼",
    "hint": "光標停在這裏時放上證件或掃碼。也可以手工輸入亮碼的 8 位數字，按回車。",
    "demo": "演示：把「姓名,身份證號」粘貼進來，就當讀了一張卡。",
    "typed": "證件要用讀卡器讀，不能手工輸入號碼。沒帶證件的，請對方打開手機亮碼。",
    "unreadable": "沒有讀懂。請把證件放平再讀一次，或者重新掃碼。",
    "number": "證件號碼沒有讀準（校驗位不對），請再讀一次。",
    "name": "卡上的姓名和這個號碼的主人對不上。請核對證件，不要繼續辦理。",
    "check": "核對身份"
  },
  "person": {
    "title": "正在服務",
    "card": "讀身份證核對",
    "code": "掃亮碼核對",
    "came": "來的人：{name}",
    "standIn": "替{name}辦",
    "ownAgain": "換回辦{name}自己的",
    "number": "身份證號",
    "phone": "手機",
    "noPhone": "沒有留",
    "since": "{time} 開始",
    "left": "{n} 分鐘不操作會自動結束",
    "end": "辦完了，請下一位",
    "ended": "已結束，屏幕上不留對方的資料。"
  },
  "work": {
    "title": "辦事",
    "find": "想辦什麼",
    "findHint": "説法不限：上户口、退休、開飯店",
    "start": "開始辦",
    "goOn": "接着填",
    "none": "沒有找到，換個説法試試。",
    "drafts": "填了一半的",
    "noDrafts": "沒有填了一半的。",
    "running": "正在辦的",
    "noRunning": "沒有正在辦的。",
    "filled": "填了 {n} 項 · {time}",
    "number": "編號 {number}",
    "promise": "最晚 {date} 辦好",
    "waits": "要本人補正",
    "receipt": "列印回執"
  },
  "results": {
    "title": "領結果",
    "lead": "按結果編號或辦件編號查；正在服務的人的結果都列在這裏。",
    "number": "結果編號或辦件編號",
    "find": "查",
    "notFound": "沒有查到這個編號的結果，或者不在這個大廳領。",
    "none": "沒有可以領的結果。",
    "name": "結果",
    "code": "編號",
    "owner": "領取人",
    "issued": "作出日期",
    "do": "領取",
    "hand": "交給本人",
    "ended": {
      "revoked": "已撤銷，不能領",
      "cancelled": "已註銷，不能領",
      "replaced": "已換新版，領新的那份",
      "expired": "已過期，不能領"
    },
    "identifyFirst": "先讀{name}的證件或亮碼",
    "handed": "{time} 已領走，{by}經手",
    "done": "已登記領取：{name}"
  },
  "left": {
    "title": "上一班留下的清單，請接班",
    "by": "{name}於 {time} 簽字",
    "remark": "交代：{remark}",
    "take": "核對無誤，接班簽字",
    "taken": "已接班。"
  },
  "over": {
    "title": "交接班",
    "lead": "下面是本班辦的、沒辦完的、等人來領的。簽字以後這份清單不能再改，下一位在這個窗口上崗時接班簽字。",
    "remark": "要交代的（選填）",
    "remarkHint": "比如：誰回家取材料了，下午會再來。",
    "sign": "簽字交班",
    "signed": "已交班，{n} 人已接待。辛苦了。",
    "changed": "剛剛又有變化，清單已更新，請再看一遍後簽字。",
    "drafts": "填了一半、沒有提交的",
    "handedIn": "已提交的",
    "waiting": "等人來領的結果",
    "handedOut": "已領走的結果",
    "empty": "沒有。",
    "what": "辦什麼",
    "number": "編號",
    "who": "申請人",
    "time": "時間",
    "back": "回到窗口"
  },
  "rateCode": "掃碼評價這次服務",
  "rateScreen": "在評價屏上打開",
  "receipt": {
    "title": "受理回執",
    "print": "列印",
    "back": "回到窗口",
    "number": "受理編號",
    "matter": "辦理事項",
    "applicant": "申請人",
    "submitted": "提交時間",
    "promise": "最晚辦好",
    "cases": "各部門辦件",
    "taken": "已收材料",
    "noneTaken": "沒有收材料，需要的都由部門之間核對。",
    "missing": "還要補的",
    "noneMissing": "沒有，材料齊了。",
    "place": "受理窗口",
    "clerk": "經辦人",
    "scan": "掃碼看進度",
    "keep": "查進度憑受理編號。領結果請帶本人身份證，或者打開手機亮碼。",
    "pickUp": "領取憑條",
    "state": "現在到哪一步"
  }
} as const
