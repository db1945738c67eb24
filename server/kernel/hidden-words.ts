// What leads to a person in a text people typed, hidden before the text is kept or leaves: mail addresses, plates, numbers of papers, cards,
// accounts and phones however they are written, street addresses, and names somebody introduces. Pure.
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳'
/** A digit, also in Chinese, and what people put between digits. */
const [digit, between] = ['[\\d零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]', '[ \\-—–_.,，、·/]{0,2}']
const building = '(?:号楼|号|栋|幢|座|单元|室|房|楼|层|门)'

const patterns: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  // From the road or estate to the door.
  new RegExp(`[\\p{Script=Han}A-Za-z\\d]{1,12}?(?:路|街|道|巷|弄|村|小区|花园|苑|新村|大厦|公寓|广场)[\\p{Script=Han}A-Za-z\\d\\-－]{0,14}?\\d+\\s*${building}(?:[\\p{Script=Han}A-Za-z\\d\\-－]{0,6}?\\d+\\s*${building})*`, 'gu'),
  new RegExp(`[${provinces}][a-z][ ·-]?(?=[a-z]*\\d)[a-z\\d]{5,6}`, 'giu'),
  // Passports, credit codes, ID numbers and phones with letters before them: letters and at least four digits, without a gap.
  /(?<![a-z\d])(?=\d*[a-z])(?=[a-z\d]*\d[a-z\d]*\d[a-z\d]*\d[a-z\d]*\d)[a-z\d]{6,}/giu,
  // Six digits and more, whatever stands between them; seven where they are Chinese.
  new RegExp(`\\d(?:${between}\\d){5,}x?`, 'giu'),
  new RegExp(`${digit}(?:${between}${digit}){6,}x?`, 'giu'),
]

const relative = '(?:丈夫|妻子|老公|老婆|父亲|母亲|爸爸|妈妈|儿子|女儿|孩子|朋友|同事|邻居)'
/** 我叫张伟, 姓名：张伟; the words before stay. */
const introduced: readonly RegExp[] = [
  new RegExp(`((?:我叫|名叫|叫做|我是|姓名(?:是|为)?[:：\\s]?|${relative}(?:叫|是)))([\\p{Script=Han}]{2,4}?)(?=[，,。；;！!？?\\s的]|$|今年|身份|电话|手机)`, 'gu'),
  /((?:我|本人|名字|他|她)叫|姓名(?:是|为)?[:： ]?)\p{Script=Han}{2,3}/gu,
]

/** @param mark stands for what was hidden @returns the text with digits and letters of normal width */
export const hidePersonal = (text: string, mark: string): string => {
  const plain = patterns.reduce((left, pattern) => left.replaceAll(pattern, mark), text.normalize('NFKC'))
  return introduced.reduce((left, pattern) => left.replaceAll(pattern, `$1${mark}`), plain)
}
