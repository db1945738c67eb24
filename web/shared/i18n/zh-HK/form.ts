// Made from zh-CN/form.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.
// Run `node tools/zh-hk.ts` after every change.

export default {
  "example": "例如：{example}。",
  "yuan": "元",
  "day": "日期",
  "time": "時間",
  "timeHint": "二十四小時制，例如 06:42",
  "idNumber": {
    "readBack": "{date}出生，{sex}",
    "female": "女",
    "male": "男"
  },
  "region": {
    "elsewhere": "不在這裏面",
    "code": "六位區劃代碼",
    "codeHint": "一般就是身份證號的前六位"
  },
  "masked": {
    "show": "顯示",
    "hide": "隱藏"
  },
  "group": {
    "one": "{name} {n}",
    "add": "添加{name}",
    "remove": "去掉{name} {n}",
    "removed": "已經去掉{name} {n}。",
    "undo": "恢復",
    "fewest": "至少要有 {n} 個。",
    "most": "最多 {n} 個。"
  },
  "problem": {
    "fillIn": "請填寫「{name}」。",
    "choose": "請選擇「{name}」。",
    "number": "「{name}」要填數字。",
    "whole": "「{name}」要填整數。",
    "money": "「{name}」要填金額，最多兩位小數。",
    "tooLong": "「{name}」最多 {max} 個字，請寫短一些。",
    "tooShort": "「{name}」至少 {min} 個字，請寫完整。",
    "between": "「{name}」應在 {low} 到 {high} 之間。",
    "atLeast": "「{name}」不能小於 {low}。",
    "atMost": "「{name}」不能大於 {high}。",
    "betweenDays": "「{name}」應在{low}到{high}之間。",
    "notBefore": "「{name}」不能早於{low}。",
    "notAfter": "「{name}」不能晚於{high}。",
    "future": "「{name}」還沒到，請核對年份和月份。",
    "checkDigit": "「{name}」對不上，可能抄錯了一位，請照着證件核對。",
    "date": "「{name}」沒有這一天，請寫成八位數字，例如 20261116。",
    "time": "「{name}」請寫成二十四小時制，例如 06:42。",
    "idNumber": "身份證號是 18 位，最後一位可能是 X，請照着證件核對。",
    "idNumberDate": "身份證號裏的出生日期不對，請照着證件核對。",
    "uscc": "統一社會信用代碼是 18 位，請照着營業執照核對。",
    "phone": "請填寫能打通的電話，例如手機號 11 位。",
    "bankAccount": "銀行賬號只有數字，請照着銀行卡核對。",
    "region": "區劃代碼是六位數字。",
    "letters": "「{name}」裏有不能用的字符，請改一下。",
    "like": "「{name}」的寫法不對，例如：{example}。",
    "unknown": "「{name}」現在不用填了，請重新整理頁面。"
  }
} as const
