// Which words of an answer say something: greetings, thanks and the phrases a pack lists as hollow are taken away first. Pure.
const courtesies = /(?:尊敬的)?(?:市民|网友|先生|女士|群众)|您好|你好|您反映的|问题(?:已)?收悉|现(?:将有关情况)?(?:回复|答复)如下|特此(?:回复|答复)|(?:衷心)?感谢您的?[^。！，]{0,20}|祝您生活愉快|我(?:局|街道|区|单位|办|委)/gu

/** Letters and digits only. */
export const lettersOf = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{Letter}\p{Number}]+/gu, '')

const fewest = 12

/** Whether next to nothing is left without courtesies and hollow phrases. */
export const isHollow = (text: string, hollow: readonly string[]): boolean => {
  const rest = hollow.reduce((left, phrase) => left.replaceAll(phrase, ''), text.normalize('NFKC')).replaceAll(courtesies, '')
  return [...lettersOf(rest)].length < fewest
}
