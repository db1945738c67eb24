// Made from zh-CN/apply.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "辦理",
  "crumb": "辦理：{matter}",
  "toTasks": "回到辦理清單",
  "separator": "、",
  "or": "或",
  "failed": "沒有成功，請再試一次。填過的內容都還在。",
  "saving": {
    "now": "正在保存…",
    "saved": "已保存 {time}",
    "offline": "網絡斷開了，還沒存上",
    "busy": "系統正忙，還沒存上",
    "signedOut": "登入已過期，還沒存上",
    "refused": "沒能保存",
    "kept": "您填的都記在這台裝置上，連上以後自動保存。",
    "keptSignedOut": "您填的都記在這台裝置上，登入以後自動保存。",
    "wrong": "標紅的改好就保存",
    "again": "現在保存",
    "look": "看看辦到哪裏了"
  },
  "scenario": {
    "of": "您的情況：{matter}",
    "title": "您的情況",
    "left": "回答完這個，還有 {n} 個問題",
    "last": "最後一個問題",
    "choose": "請選一個。",
    "previous": "上一個問題",
    "matter": "返回"
  },
  "consequences": {
    "sum": "這樣要辦 {services} 件事，{authorities} 個部門同時辦，最長 {days} 個工作日",
    "included": "要辦：{services}。",
    "excluded": "不用辦：{services}。"
  },
  "tasks": {
    "of": "辦理清單：{matter}",
    "lead": "一項一項來，不用一次做完。先用政府已有的資料，能少填很多。",
    "list": "要做的事",
    "progress": "做完 {done} 步，共 {total} 步",
    "next": "接着做：{task}",
    "answerFirst": "先回答 {n} 個問題",
    "anywhere": "填到哪裏存到哪裏，可以換手機、換電腦或者到窗口接着辦。",
    "registries": "用政府已有的資料，不用您填",
    "registriesShort": "查已有的資料",
    "registriesHint": "可以查 {n} 個資料源，要先問您同不同意",
    "registriesFound": "查到 {n} 項",
    "documents": "材料",
    "documentsNone": "{n} 份材料都能用資料代替",
    "documentsSome": "要傳 {n} 份，另外 {spared} 份不用交",
    "documentsAll": "要傳 {n} 份",
    "spared": "已經有了，不用您做的",
    "topicKnown": "{n} 項都知道了",
    "topicOptional": "{n} 項，選填",
    "topicSome": "要填 {n} 項，另外 {known} 項不用填",
    "topicAll": "要填 {n} 項",
    "check": "檢查並提交",
    "checkHint": "看一遍，沒問題就提交",
    "checkBlocked": "還有 {n} 步沒做完"
  },
  "services": {
    "title": "要辦的 {n} 件事",
    "situation": "修改我的情況",
    "sum": "{authorities} 個部門同時辦，最長 {days} 個工作日。",
    "optional": "可以不辦",
    "undecided": "看您的回答",
    "atOnce": "當場辦結",
    "excluded": "按您的情況不用辦：{services}。"
  },
  "unmet": {
    "title": "按現在的情況，可能辦不成",
    "requires": "「{service}」要求：{requirement}。",
    "anyway": "也可以照樣提交，由部門決定。"
  },
  "discard": {
    "open": "不辦了，刪除草稿",
    "title": "刪除「{matter}」的草稿？",
    "text": "填過的內容和傳過的材料都會刪掉，找不回來。以後要辦，可以重新開始。",
    "keep": "先留着",
    "confirm": "刪除",
    "done": "「{matter}」的草稿已刪除。"
  },
  "registries": {
    "of": "用政府已有的資料：{matter}",
    "title": "用政府已有的資料，不用您填",
    "lead": "下面這些內容政府已經有了，您同意，就直接去查，最多少填 {n} 項。不同意也能辦，自己填就行。",
    "keys": "先填 {n} 個號碼，才查得到",
    "keysHint": "只用來找到您家的記錄。",
    "agreeAll": "全部同意，馬上查",
    "agreeAllHint": "也可以在下面逐個選。不同意的，自己填就行。",
    "purpose": "查{whom}的記錄，{n} 項：{what}。用來辦 {services} 件事。",
    "purposeMore": "{what}等",
    "more": "具體查什麼、依據什麼",
    "what": "查什麼",
    "why": "為什麼",
    "whyText": "用來辦{services}",
    "law": "依據",
    "byLaw": "依法查詢",
    "byLawHint": "法律規定可以直接查，不用您同意，在這裏告訴您。查過的，都能在「誰看過我的資料」裏看到。",
    "question": "同意查{registry}嗎？",
    "agree": "同意",
    "decline": "不同意",
    "decide": "請選擇同不同意查{registry}。",
    "askChosen": "按上面選的查",
    "askByLaw": "馬上查",
    "failed": "沒查成",
    "asking": "正在查，請稍等",
    "askingHint": "一般幾秒鐘就好，不用重新整理頁面。",
    "found": "查到 {n} 項，不用您填",
    "foundHint": "請看一看對不對。有不對的，填表時點「不對？」就能改。",
    "foundNothing": "沒有查到",
    "foundNothingHint": "沒關係，自己填也能辦。",
    "silent": "{registries}暫時查不到",
    "silentHint": "請您先自己填寫相關內容。以後每次保存，我們都會再試；查到了，就不用您填。",
    "again": "再查一次",
    "rethink": "修改我的選擇",
    "sources": "查了哪裏",
    "show": "看看查到的 {n} 項",
    "answers": "查到 {n} 項",
    "states": {
      "noRecord": "沒有記錄",
      "unavailable": "暫時查不到",
      "notAsked": "還沒查",
      "declined": "您自己填"
    },
    "means": {
      "answers": "沒有可用的內容。",
      "noRecord": "那裏沒有相關記錄，請您自己填寫。",
      "unavailable": "那邊的系統現在沒有回應，請您自己填寫。",
      "notAsked": "還差查詢用的號碼，填好以後會自動去查。",
      "declined": "您選擇自己填寫，沒有查詢。"
    }
  },
  "topic": {
    "nothing": "這一頁不用填了",
    "nothingHint": "相關內容已經查到，或者您的情況不用填。",
    "allKnown": "這一頁的內容都知道了，請看一看對不對。",
    "saving": "正在保存…",
    "later": "先存着，回到清單",
    "foundMore": "又查到了 {n} 項，不用您填。",
    "couldBeFound": "有 {n} 項可以直接查，不用填",
    "couldBeFoundHint": "先看看同不同意查，再來填這一頁。",
    "toRegistries": "去看看"
  },
  "because": {
    "field": {
      "registryUnavailable": "{registry}暫時查不到，請您先填寫，我們會再試。",
      "noRecord": "{registry}裏沒有查到，請您填寫。",
      "declined": "您選擇了自己填寫。",
      "disputed": "您説記錄不對，請寫正確的內容，工作人員會核對。"
    },
    "document": {
      "registryUnavailable": "{registry}暫時查不到，請您先上載，我們會再試；查到了就不用交。",
      "noRecord": "{registry}裏沒有查到，請您上載。",
      "declined": "您沒有同意查{registry}，請您上載。",
      "disputed": "您説記錄不對，請上載材料，工作人員會核對。"
    }
  },
  "known": {
    "title": "不用填的 {n} 項",
    "wrong": "不對？",
    "later": "辦好「{service}」後自動有",
    "disputeTitle": "「{name}」不對？",
    "disputeText": "這一項會改成由您填寫，工作人員會核對，辦理時間可能長一些。記錄本身的錯誤，可以向保管記錄的部門申請更正。",
    "dispute": "我來填寫"
  },
  "source": {
    "ask": "您填寫的",
    "scenario": "您回答的",
    "derived": "自動算出",
    "profile": "您的賬户",
    "result": "辦理中產生"
  },
  "documents": {
    "of": "材料：{matter}",
    "title": "材料",
    "lead": "要傳 {n} 份，拍照或者選檔案都行，傳上來就存好了。",
    "leadNone": "不用傳任何材料。",
    "lacking": "還缺「{name}」。",
    "oneOf": "{names}，有一份就行",
    "which": "您有哪一份？",
    "usedFor": "用來辦{services}",
    "commitment": "自己寫一份、簽上名字拍照就行，不用蓋章。",
    "there": "已上載",
    "notYet": "還沒有上載",
    "sending": "正在上載…",
    "offline": "網絡斷開了，請連上後再試。",
    "spared": "不用交的 {n} 份材料",
    "byRegistry": "用{registry}的資料代替",
    "byResult": "「{service}」辦好後直接用"
  },
  "check": {
    "of": "檢查：{matter}",
    "title": "檢查一遍",
    "lead": "提交前請看一遍。您填寫的可以隨時改。",
    "missing": "還有 {n} 處沒有完成",
    "question": "還沒有回答「{name}」。",
    "complete": "去補齊",
    "situation": "您的情況",
    "blank": "還沒填",
    "none": "沒有",
    "known": "不用填的 {n} 項，點開看看",
    "toSubmit": "沒問題，去提交"
  },
  "submit": {
    "of": "提交：{matter}",
    "title": "提交",
    "lead": "提交以後，下面的部門同時開始辦。每個部門只看得到它辦事用得着的內容。",
    "recipients": "誰會收到什麼",
    "for": "辦{services}",
    "receives": "收到 {n} 項內容",
    "receivesBoth": "收到 {n} 項內容、{documents} 份材料",
    "documents": "材料：{documents}。",
    "registries": "查了哪裏",
    "decision": {
      "open": "還沒有決定",
      "granted": "您同意查詢",
      "declined": "您不同意，自己填寫",
      "byLaw": "依法查詢"
    },
    "declaration": "承諾",
    "declare": "請先確認內容真實。",
    "truthful": "我填寫的內容和上載的材料都是真實的，知道弄虛作假要承擔法律責任。",
    "submit": "提交",
    "after": "承諾 {days} 個工作日內全部辦完，進展會發訊息告訴您。",
    "failed": "沒有提交成功",
    "offline": "網絡斷開了，連上以後再按一次。",
    "safe": "再按一次不會重複提交，內容都還在。",
    "toCheck": "去看看哪裏沒填好"
  }
} as const
