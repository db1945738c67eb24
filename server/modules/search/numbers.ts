// Numbers written in Chinese and in digits: 一百二十 is 120, 2胎 is 二胎.
// Pure. Only whole numbers below ten thousand, as names of services and questions use them.

const digits = '零一二三四五六七八九'
const scales: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const inChinese = /^[零一二两三四五六七八九十百千]+$/u

/** 一百二十 → 120, 两千 → 2000, 二〇 and the like are not read; undefined when it is no number. */
export const numberOf = (text: string): number | undefined => {
  if (!inChinese.test(text)) return undefined
  let sum = 0
  let digit: number | undefined
  for (const each of text.replaceAll('两', '二')) {
    const scale = scales[each]
    if (scale === undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = digits.indexOf(each)
    } else {
      sum += (digit ?? 1) * scale
      digit = undefined
    }
  }
  return sum + (digit ?? 0)
}

/** 120 → 一百二十; undefined from ten thousand on. */
export const inCharacters = (number: number): string | undefined => {
  if (!Number.isInteger(number) || number < 0 || number >= 10_000) return undefined
  if (number < 10) return digits.charAt(number)
  let text = ''
  let rest = number
  for (const [name, scale] of [['千', 1000], ['百', 100], ['十', 10]] as const) {
    const count = Math.floor(rest / scale)
    if (count > 0) text += (text === '' && scale === 10 && count === 1 ? '' : digits.charAt(count)) + name
    else if (text !== '' && rest > 0 && !text.endsWith('零')) text += '零'
    rest %= scale
  }
  return rest > 0 ? text + digits.charAt(rest) : text.replace(/零$/u, '')
}

const run = /[零一二两三四五六七八九十百千]{1,9}|(?<!\d)\d{1,4}(?!\d)/gu

/** The same text with its numbers written the other way, or undefined when it has none. */
export const otherNumbers = (text: string): string | undefined => {
  const written = text.replaceAll(run, (each) => {
    const number = /^\d/.test(each) ? undefined : numberOf(each)
    return (number === undefined ? inCharacters(Number(each)) : String(number)) ?? each
  })
  return written === text ? undefined : written
}
