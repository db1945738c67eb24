// Made from zh-CN/notices.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "文書",
  "lead": "各部門就這件事出具的文書，可以打開、下載保存。",
  "open": "打開《{name}》",
  "making": "正在製作，幾秒鐘就好",
  "number": "{number} · {date}",
  "opened": "{time} 首次查看",
  "unopened": "還沒有看過",
  "ask": {
    "title": "沒有單獨發過決定書的事項",
    "action": "出具「{service}」的准予決定書",
    "failed": "沒有出具成功，請再試一次。"
  },
  "staff": {
    "title": "文書和送達",
    "empty": "還沒有出具文書。",
    "receipt": "送達 {delivered}；{opened}",
    "opened": "申請人 {time} 首次查看",
    "unopened": "申請人還沒有查看",
    "undelivered": "正在製作"
  },
  "check": {
    "title": "核對文書",
    "lead": "輸入文書下方的 16 位驗證碼，看它是不是這裏出具的。",
    "code": "驗證碼",
    "hint": "例如 4F7K-92MQ-XA0B-77CD，不分大小寫，橫線可以不輸。",
    "action": "核對",
    "malformed": "驗證碼是 16 位數字和字母，請對照文書再輸一次。",
    "genuine": "這份文書是真的",
    "genuineText": "請對照下面的內容和您手裏的文書是否一致。",
    "ended": "這份文書是真的，但已經失效",
    "endedText": "它准予的結果已由《{name}》（{number}，{date}）撤銷或註銷，不能再用。",
    "unknown": "沒有這份文書",
    "unknownText": "請核對驗證碼是否輸對。如果沒有錯，這份文書不是在這裏出具的，請向出具部門核實。",
    "name": "文書",
    "number": "編號",
    "to": "申請人",
    "authority": "出具部門",
    "date": "日期"
  },
  "signed": {
    "open": "我簽署的申請表",
    "text": "您提交時看到並確認的全部內容，蓋有電子印章，可以保存。"
  },
  "seal": {
    "title": "核對電子印章",
    "lead": "電子文書上的紅章可以驗證：內容有沒有被改過，是哪個部門蓋的。檔案只用來核對，不會保存。",
    "file": "電子文書（PDF）",
    "failed": "沒有核對成功，請再試一次。",
    "verdict": {
      "valid": "印章有效，內容沒有被改過",
      "altered": "蓋章以後內容被改過",
      "unsigned": "這份檔案上沒有電子印章",
      "unknownSigner": "認不出蓋章的部門",
      "expired": "蓋章時印章不在有效期內",
      "suspended": "蓋章時印章已經停用"
    },
    "text": {
      "valid": "它和蓋章時一模一樣。",
      "altered": "不要相信這份檔案。請向出具部門要原件，或用文書下方的驗證碼核對。",
      "unsigned": "圖上的紅章可能只是一張圖。請用文書下方的驗證碼核對，或向出具部門核實。",
      "unknownSigner": "印章不是在這裏登記的。如果文書寫着由這裏出具，請向出具部門核實。",
      "expired": "請向出具部門核實。",
      "suspended": "請向出具部門核實。"
    },
    "authority": "蓋章部門",
    "at": "蓋章時間",
    "time": "時間證明",
    "stamped": "{authority}（時間戳）",
    "unstamped": "沒有時間戳，以系統記錄為準",
    "demonstration": "這是演示系統簽發的印章，沒有法律效力。"
  }
} as const
