// Numbers as people write them: 62, 4.5, 六十二, 两, 一百二十. Pure.
// Up to 万; what is no number is undefined.

const digits = new Map([...'零一二三四五六七八九'].map((each, value) => [each, value]))
digits.set('〇', 0).set('两', 2)
const powers = new Map([['十', 10], ['百', 100], ['千', 1000], ['万', 10_000]])

/** A regular expression (source) that finds a number in Arabic or Chinese digits. */
export const numeralPattern = '\\d{1,9}(?:\\.\\d{1,4})?|[零〇一二两三四五六七八九十百千万]{1,9}'

/** 六十二 → 62, 两百零五 → 205, 4.5 → 4.5. */
export const readNumeral = (text: string): number | undefined => {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text)
  let [total, last] = [0, undefined as number | undefined]
  for (const each of text) {
    const power = powers.get(each)
    const digit = digits.get(each)
    if (power === 10_000) [total, last] = [(total + (last ?? 0)) * power, undefined]
    else if (power !== undefined) [total, last] = [total + (last ?? 1) * power, undefined]
    else if (digit !== undefined) last = digit
    else return undefined
  }
  return text === '' ? undefined : total + (last ?? 0)
}
