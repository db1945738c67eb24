// Whether Chinese can be read: a machine without Chinese fonts draws every letter as the same empty box until the product's own font is there.
// Runs in the page, with the page's fonts and letters.
import type { Page } from 'playwright-core'

/** True when two different letters of the page's own text look different from each other and from a letter no font has. */
const isReadable = (): boolean => {
  const letters = [...new Set(document.body.innerText.match(/\p{Script=Han}/gu) ?? [])]
  if (letters.length < 2) return true
  const family = getComputedStyle(document.body).fontFamily
  const drawn = (letter: string): string => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 32
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) return letter
    context.textBaseline = 'top'
    context.font = `24px ${family}`
    context.fillText(letter, 2, 2)
    return context.getImageData(0, 0, 32, 32).data.join()
  }
  const missing = drawn('\u{10FFFD}')
  const pictures = letters.slice(0, 12).map(drawn)
  return new Set(pictures).size === pictures.length && !pictures.includes(missing)
}

/** Waits until the page's Chinese can be read. @throws TimeoutError when it never can */
export const untilReadable = async (page: Page, timeout = 10_000): Promise<void> => {
  await page.evaluate(() => document.fonts.ready.then(() => {}))
  await page.waitForFunction(isReadable, undefined, { timeout, polling: 100 })
  await page.evaluate(() => document.fonts.ready.then(() => {}))
}
