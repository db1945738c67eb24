// What must not leave the house: numbers of people, phones, cards, addresses, and what is known of whoever is logged in.
// Pure. Masked for a model outside; nothing is put back afterwards.
const mark = '〔已隐去〕'

/** Numbers as people write them, with blanks or dashes in them: GB 11643, bank cards of 13 to 19 digits, phones, accounts. */
const numbers = /(?<![\dA-Za-z])(?:\d[ \-—]?){5,18}(?:\d|[Xx])(?![\dA-Za-z])/gu
const passports = /(?<![A-Za-z\d])[A-Za-z]{1,2}\d{6,9}(?![A-Za-z\d])/gu
const mails = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu
const plates = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-Z\d]{5,6}/gu
/** From the road or estate to the door. */
const addresses = /[\p{Script=Han}A-Za-z\d]{1,12}?(?:路|街|道|巷|弄|村|小区|花园|苑|新村|大厦|公寓|广场)[\p{Script=Han}A-Za-z\d\-－]{0,14}?\d+\s*(?:号|栋|座|幢|单元|室|房|楼|层)(?:[\p{Script=Han}A-Za-z\d\-－]{0,6}?\d+\s*(?:号|栋|座|幢|单元|室|房|楼|层|门))*/gu
/** 我叫张伟, 姓名：张伟. */
const introduced = /((?:我叫|名叫|叫做|我是|姓名(?:是|为)?[:：\s]?|(?:丈夫|妻子|老公|老婆|父亲|母亲|爸爸|妈妈|儿子|女儿|孩子|朋友|同事|邻居)(?:叫|是)))([\p{Script=Han}]{2,4}?)(?=[，,。；;！!？?\s的]|$|今年|身份|电话|手机)/gu

/** Digits of full width are digits too. */
const plainDigits = (text: string): string => text.normalize('NFKC')

/** @param known of whoever is logged in: name, numbers; each hidden wherever it stands */
export const masked = (text: string, known: readonly string[] = []): string => {
  const own = known.filter((each) => [...each].length > 1).sort((a, b) => b.length - a.length)
  const withoutOwn = own.reduce((left, each) => left.replaceAll(each, mark), plainDigits(text))
  return withoutOwn.replaceAll(mails, mark).replaceAll(addresses, mark).replaceAll(plates, mark).replaceAll(passports, mark).replaceAll(numbers, mark).replaceAll(introduced, `$1${mark}`)
}
