// What money a question is about: a fee for handling, an amount somebody receives, or one paid in (taxes, premiums, capital).
// Pure; works on normalised text. How much something costs to handle says nothing about the other two.

export type Money = 'fee' | 'amount' | 'paidIn'

/** Something that is paid to somebody, at the end of a name or before the asking. */
const received = '(?:津贴|补贴|补助金?|奖励金?|奖金|资助|救助金?|补偿金?|抚恤金|优待金|助学金|慰问金|丧葬费|丧葬金|养老金|养老钱|退休金|退休工资|失业金|保险金|低保金?|最低生活保障|生活保障|生活费|护理费|保障金|扶助金?|扶助|供养|返还|待遇|长寿金|敬老金|生果金|工资|奖学金|年金)'
/** Something one pays, but not for handling. */
const paid = '(?:税|税费|税款|保费|保险费?|社保|社保费|医保|医保费|公积金|资本|资金|本金|押金|保证金|首付款?|定金|利息|利率|贷款|罚款|罚金|滞纳金|房租|租金|学费|伙食费|餐费|餐|水费|电费|气费|话费|物业费|律师费|加盟费|彩礼|违约金|抚养费|赡养费|年费|会费|骨灰盒|墓地)'
const handling = '(?:申领|申请|办理|代办|办|登记|停发|补领|换领|领取|认定|核准|备案|变更|注销|转移|转入|证|证明|卡|许可)'

/** What is received, with whom or what it is for after it: 育儿补贴二胎多少钱. */
const receivedBefore = new RegExp(`${received}(?!证|卡)[^ ]{0,6}$`, 'u')

const endsIn = (words: string) => new RegExp(`${words}$`, 'u')
const [endsReceived, endsPaid, endsHandling] = [endsIn(received), endsIn(paid), endsIn(handling)]
/** How often, or what only asks. */
const fillers = /(?: |每个?月|一个月|每个?季度?|一季度?|每年|一年|每人|每个?人|每次|一次性?|大概|一般|大约|最低|最少|最多|最高|现在|目前|到底|需要|要|可以|能|会|得|的|是|有|交|缴|付|扣|给|出|花|总共|一共)+$/u

/** Says outright that it asks for a fee. */
export const saysFee = /收费|费用|手续费|工本费|登记费|办证费|服务费|办理费|免费|计费|要钱|花钱|收钱|交钱|要费|\b(?:fees?|costs?|charged?|free)\b/u

const englishReceived = /\b(?:allowances?|subsid(?:y|ies)|grants?|pensions?|benefits?|relief|assistance|support|salary|wages?)\b/u
const englishPaid = /\b(?:tax(?:es)?|premiums?|contributions?|capital|rent|deposit|interest|fines?|tuition)\b/u

/** @param before what stands before the asking @param asking the words that ask, such as 多少钱 @param whole the question */
export const moneyAsked = (before: string, asking: string, whole: string): Money => {
  if (saysFee.test(asking)) return 'fee'
  if (englishPaid.test(whole)) return 'paidIn'
  if (englishReceived.test(whole) && !saysFee.test(whole)) return 'amount'
  const head = before.replace(fillers, '')
  if (endsHandling.test(head)) return 'fee'
  if (endsReceived.test(head)) return 'amount'
  if (endsPaid.test(head)) return 'paidIn'
  return receivedBefore.test(head) ? 'amount' : 'fee'
}

const isOfMoney = new RegExp(received, 'u')
/** Whether a thing of this name gives money, so that 多少钱 alone asks for what it gives. @param name Chinese */
export const givesMoney = (name: string): boolean => isOfMoney.test(name) || /救助/u.test(name)
