// Made from zh-CN/visit-desk.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "聯合踏勘",
  "lead": "幾個部門約同一個時間上門，一張意見表。要答覆的、要去的、要複查的都在這裏。",
  "empty": "近期沒有踏勘",
  "emptyText": "辦件受理以後，在辦件頁裏發起。",
  "back": "回到踏勘列表",
  "list": "踏勘列表",
  "of": "踏勘 · {applicant}",
  "columns": {
    "time": "時間",
    "place": "地點",
    "applicant": "申請人",
    "who": "部門",
    "state": "狀態"
  },
  "at": "{day} {half}",
  "halves": {
    "morning": "上午",
    "afternoon": "下午"
  },
  "states": {
    "proposed": "對時間",
    "offered": "等申請人確認",
    "agreed": "時間定了",
    "onSite": "踏勘中",
    "closed": "已完成",
    "missed": "無人在場",
    "cancelled": "已取消"
  },
  "parts": {
    "asked": "待答覆",
    "confirmed": "能去",
    "left": "不參加",
    "absent": "沒有到場",
    "passed": "合格",
    "failed": "不合格",
    "rectifying": "限期整改"
  },
  "facts": {
    "time": "時間",
    "place": "地點",
    "applicant": "申請人",
    "contact": "現場聯繫人",
    "openedBy": "發起人",
    "clock": "停表",
    "clockText": "從 {day} 起停，到本部門簽字為止",
    "noContact": "沒有寫"
  },
  "authorities": "各部門",
  "toCase": "看辦件 {number}",
  "document": "打開編號的意見表（PDF）",
  "do": {
    "title": "處理",
    "confirm": "能去",
    "needsAccept": "先受理辦件，才能停表踏勘。",
    "begin": "人都到了，現在開始",
    "askOther": "去不了，另提時間",
    "leave": "本部門不參加",
    "cancel": "取消踏勘",
    "miss": "到了沒有人",
    "absent": "{authority}沒有到場",
    "recheck": "記錄複查",
    "reasons": "理由",
    "reasonsShort": "請寫明理由。",
    "send": "提交",
    "back": "先不了",
    "done": "已處理。",
    "failed": "沒有成功，請再試一次。寫過的都還在。",
    "conflict": "時間剛剛變了，請看看最新的。",
    "nothing": "現在沒有要您做的。"
  },
  "sheet": {
    "title": "踏勘意見表",
    "lead": "當場用手機填。沒有網絡也能填，寫的都存在這台裝置上，連上網就傳。",
    "early": "到踏勘那天才能填。",
    "others": "其他部門的，簽字以後看得到。",
    "verdict": "結論",
    "verdicts": {
      "pass": "符合",
      "rectify": "需整改",
      "fail": "不符合",
      "na": "不適用"
    },
    "words": "説明",
    "measure": "實測（{unit}）",
    "photos": "現場照片",
    "photo": "照片 {n}",
    "note": "總的意見",
    "basis": "依據：{law}",
    "saving": "正在保存",
    "saved": "已保存",
    "onDevice": "沒有網絡，已存在這台裝置上",
    "clash": "這一份剛剛在別處改過。",
    "mine": "用我這裏寫的",
    "theirs": "用已保存的",
    "outcome": {
      "pass": "合格：辦件的時間接着算。",
      "rectify": "限期整改：複查以前，辦件的時間停着。",
      "fail": "不合格：辦件的時間接着算，決定時説明理由。"
    },
    "rectifyOn": "最遲哪天改好",
    "sign": "簽字",
    "signSure": "簽了不能再改；籤的是您的姓名和時間。",
    "lacks": {
      "verdict": "{item}：還沒有結論",
      "words": "{item}：請説明哪裏不符合",
      "measure": "{item}：請填實測值（數字）",
      "photo": "{item}：請拍一張照片"
    },
    "rectifyShort": "請寫明最遲哪天改好，六十天以內。",
    "signedBy": "{name}簽字 · {time}",
    "rectified": "申請人説改好了：{text}（{time}）",
    "notRectified": "申請人還沒有説改好。",
    "passed": "複查合格",
    "failed": "複查仍不合格",
    "found": "複查看到什麼",
    "comment": "申請人的意見",
    "applicantSigned": "申請人已簽字 · {time}",
    "applicantUntil": "等申請人簽字，到 {day} 為止",
    "applicantNot": "申請人沒有簽字，到期已關閉"
  },
  "days": {
    "title": "本部門去不了的時間",
    "lead": "點一下，標成去不了；再點一下，恢復。已經約了踏勘的改不了。",
    "authority": "部門",
    "day": "日期",
    "free": "能去",
    "blocked": "去不了",
    "taken": "已約踏勘",
    "by": "{name}：{reason}",
    "toggle": "{day} {half}：{state}"
  },
  "history": {
    "title": "經過",
    "system": "系統",
    "actions": {
      "open": "{who}發起",
      "confirm": "{who}確認能去",
      "askOther": "{who}另提時間",
      "leave": "{who}不參加",
      "offer": "各部門都能去，請申請人確認",
      "settle": "各部門確認了申請人選的時間",
      "accept": "{who}確認了時間",
      "presume": "申請人沒有答覆，按這個時間",
      "move": "{who}改了時間",
      "stopClocks": "辦件停表",
      "remind": "已提醒",
      "begin": "開始踏勘，辦件停表",
      "sign": "{who}簽字",
      "markAbsent": "{who}記錄一個部門沒有到場",
      "askSignature": "請申請人簽字",
      "signSheet": "{who}簽字，意見表關閉",
      "close": "意見表到期關閉",
      "reportRectified": "{who}説改好了",
      "recheck": "{who}記錄複查",
      "miss": "{who}記錄沒有人在場",
      "cancel": "{who}取消",
      "abandon": "沒有部門參加，取消"
    }
  },
  "case": {
    "title": "上門踏勘",
    "needed": "這一項決定以前要到現場看。",
    "together": "一起去的：{services}",
    "open": "發起聯合踏勘",
    "because": {
      "accept": "先受理，才能約踏勘。",
      "open": "這件申辦已經有一次踏勘在約。",
      "done": "已經踏勘過。",
      "role": "由經辦的同事發起。"
    },
    "see": "看這次踏勘"
  },
  "correction": {
    "title": "合併補正清單",
    "waits": "已記下 {n} 項，和其他部門的一起告知申請人，最遲 {day} 下午三點發出。",
    "awaits": "還沒有表態的：{names}。",
    "sent": "已和其他部門的一起告知申請人。",
    "lead": "這件事的補正由各部門合成一張清單一次告知：您要求補正後先記下，等其他部門看完一起發出；最遲在第五個工作日下午三點發出。",
    "change": "發出以前再要求補正，會換掉上面記下的。"
  }
} as const
