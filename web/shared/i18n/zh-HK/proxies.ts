// Made from zh-CN/proxies.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "failed": "沒有辦成，請再試一次。",
  "agencies": {
    "title": "代辦機構名錄",
    "lead": "名錄裏的機構才能收費替人辦事。先看清楚能辦什麼、到哪天為止，再請它辦；辦的每一步您都看得到，隨時可以結束。",
    "empty": "現在沒有登記在冊的代辦機構。",
    "region": "服務地區",
    "scope": "能辦什麼",
    "all": "所有的事",
    "licence": "備案編號",
    "period": "有效期",
    "periodOf": "{from}至{to}",
    "phone": "電話",
    "reason": "停辦原因",
    "choose": "請{name}替我辦",
    "complain": "機構亂收費、辦得不好，可以打 12345 投訴。",
    "standing": {
      "working": "可以代辦",
      "upcoming": "還沒到日子",
      "expired": "已到期",
      "suspended": "暫停代辦",
      "struckOff": "已移出名錄"
    }
  },
  "mine": {
    "title": "我的代辦機構",
    "lead": "您所在機構的客户、在辦的事和快到期的授權。",
    "empty": "您沒有登記在任何代辦機構名下。機構要登記人員，請找政務服務部門。",
    "stopped": "機構現在不能代辦：{reason}",
    "clients": "客户",
    "noClients": "還沒有客户。客户在「代辦機構名錄」裏選您的機構，您同意後就能開始辦。",
    "work": "辦過的事",
    "noWork": "還沒有開始辦過。",
    "workLine": "替{client}辦：{matter}，{who}",
    "client": "客户",
    "until": "授權到",
    "soon": "快到期",
    "done": "已辦",
    "act": "操作"
  },
  "powers": {
    "title": "依法可以替誰辦",
    "lead": "父母替未成年的孩子、監護人替被監護人、法定代表人為公司授權，都不用對方同意，但要在登記資料裏查得到。",
    "empty": "還沒有核對過。",
    "guardian": "作為監護人替{name}辦",
    "company": "{name}的法定代表人",
    "other": "{holder}可以替{name}辦",
    "register": "憑什麼",
    "law": "依據",
    "number": "號碼",
    "until": "到哪天",
    "untilLaw": "登記變更前一直有效",
    "state": {
      "proven": "已核對",
      "contested": "有不同意見，先停下",
      "over": "已結束"
    },
    "ended": {
      "holder": "自己結束的",
      "register": "登記資料已經變更",
      "age": "孩子已滿十八週歲",
      "official": "工作人員決定結束：{reason}"
    },
    "start": "開始替{name}辦",
    "end": "不再替{name}辦",
    "endCompany": "不再代表{name}",
    "endAsk": {
      "title": "結束？",
      "text": "結束後馬上不能再辦；以後要辦，可以重新核對。給員工的授權也一起結束。",
      "confirm": "結束",
      "keep": "先不結束"
    },
    "object": "我不同意",
    "objectAsk": {
      "title": "不同意由對方辦？",
      "text": "提出以後先停下，工作人員會聯繫您和對方。填好的內容不會丟。",
      "reason": "為什麼",
      "confirm": "提出",
      "keep": "再想想"
    },
    "waiting": "工作人員正在處理。",
    "add": "核對新的",
    "kind": "核對什麼",
    "kinds": {
      "guardian": "我是孩子的父母，或者是監護人",
      "company": "我是公司的法定代表人"
    },
    "wardNumber": "孩子或被監護人的身份證號碼",
    "uscc": "公司的統一社會信用代碼",
    "numberHint": "只用這個號碼向登記庫核對，姓名以登記為準。",
    "check": "核對",
    "checked": "核對好了：{name}。",
    "errors": {
      "number": "號碼不對，請再看一遍，一共 18 位。",
      "self": "這是您自己的號碼。"
    },
    "staff": {
      "open": "讓員工為公司辦事",
      "title": "讓員工為{company}辦事",
      "lead": "員工登入後點了同意，就能為公司辦下面的事；到期、離職後您結束，或者法定代表人換了，都馬上失效。員工不能再轉給別人。",
      "name": "員工姓名",
      "idNumber": "員工身份證號碼",
      "scope": "能辦哪些事",
      "scopeAll": "公司的所有事",
      "scopeSome": "只辦選出來的",
      "matters": "選出要辦的",
      "endsOn": "辦到哪天為止",
      "endsHint": "最長一年，到期自動結束。",
      "law": "依據《中華人民共和國民法典》第一百七十條：執行工作任務的人員在職權範圍內以公司名義辦的事，對公司有效。",
      "send": "發給員工確認",
      "sent": "已發給{name}，對方同意後生效。",
      "errors": {
        "name": "請寫上員工的姓名。",
        "idNumber": "身份證號碼不對，請再看一遍，一共 18 位。",
        "matters": "請至少選一件事。",
        "endsOn": "請寫一年以內的日子，不早於今天。"
      }
    }
  },
  "helpers": {
    "title": "正在幫您辦的幫辦員",
    "by": "{hall}的{name}，到{until}",
    "end": "不再要幫辦",
    "ended": "已經結束，對方馬上不能再辦。"
  }
} as const
