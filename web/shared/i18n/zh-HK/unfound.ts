// Made from zh-CN/unfound.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "title": "大家沒搜到的",
  "lead": "搜不到、找到了卻沒人點、助手答不上來或者答了沒用的問法，問得多的在前。不記是誰問的，號碼已經遮住。",
  "words": "問的話",
  "times": "次數",
  "source": "從哪裏來",
  "anySource": "不限來源",
  "sources": {
    "search": "沒搜到",
    "clicks": "搜到了沒人點",
    "guidance": "導辦沒聽懂",
    "assistant": "助手沒幫上"
  },
  "first": "最早",
  "last": "最近一次",
  "became": "怎麼處理的",
  "do": "處理",
  "look": "搜尋看",
  "deal": "處理",
  "state": "處理情況",
  "states": {
    "open": "待處理",
    "answered": "已處理",
    "setAside": "不用處理"
  },
  "none": {
    "open": "沒有待處理的",
    "answered": "還沒有處理過的",
    "setAside": "沒有擱置的"
  },
  "noneText": "有人搜不到，過一會兒就會列在這裏。",
  "export": "導出表格",
  "exportFailed": "沒有導出成功，請再試一次。",
  "nothingToExport": "沒有可以導出的。",
  "most": "只列出問得最多的 {n} 條。",
  "dealWith": "處理「{words}」",
  "how": "怎麼處理",
  "ways": {
    "add": "加進一件事的關鍵詞",
    "answer": "已經用別的辦法處理好了",
    "setAside": "不用處理",
    "reopen": "重新打開"
  },
  "addHint": "會為這件事開一份修改，詞已經備好，點一下就加上；審核公開以後就搜得到。公開了再來記為已處理。",
  "matter": "哪件事",
  "needMatter": "請先選一件事。",
  "add": "去加關鍵詞",
  "designTitle": "讓「{words}」搜得到",
  "remedy": "用什麼辦法",
  "remedies": {
    "keyword": "關鍵詞",
    "thesaurus": "近義詞",
    "answer": "疑難解答",
    "service": "新增事項",
    "other": "其他"
  },
  "notes": {
    "answer": "做了什麼",
    "setAside": "為什麼不用處理"
  },
  "needNote": "請寫一句話。",
  "done": {
    "answer": "記為已處理",
    "setAside": "不用處理",
    "reopen": "重新打開"
  },
  "unhelpful": {
    "title": "助手答了，大家説沒用",
    "lead": "按現在的文字，助手是這樣答的；改了出處的文字，答案就跟着變。看過、改好了，記為已處理",
    "answer": "現在怎麼答",
    "sources": "從哪裏説的"
  },
  "popular": {
    "title": "大家在搜",
    "lead": "搜索頁上正給大家看的，近 14 天點得多的在前",
    "hidden": "已經撤下的",
    "place": "地區",
    "visitors": "人次",
    "reason": "為什麼撤下",
    "hide": "撤下",
    "hideWords": "撤下「{words}」",
    "hideHint": "馬上就不給大家看了，這個地區和下面的各區都一樣。以後可以恢復。",
    "show": "恢復"
  },
  "rated": {
    "title": "大家説不好懂的指南",
    "lead": "近 30 天評價裏説看不明白、要得太多、網頁不好用的",
    "guide": "指南",
    "page": "哪一部分",
    "whole": "整份",
    "said": "怎麼説",
    "all": "看改動前後，處理"
  }
} as const
