// What every page has to keep, whoever looks at it: no accessibility problem axe can find, nothing wider than the screen,
// targets as large as a finger, type as large as promised. Each check returns sentences; an empty list is good.
import type { Page } from 'playwright-core'
import { axeSource } from './chromium.ts'

type Violation = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What a page must call by a name, which may be missing in one language. */
const names = ['aria-command-name', 'aria-dialog-name', 'aria-input-field-name', 'aria-toggle-field-name', 'button-name', 'document-title', 'empty-heading', 'image-alt', 'input-button-name', 'label', 'link-name', 'select-name', 'summary-name', 'svg-img-alt', 'valid-lang']

/** All rules; or only the contrast, where everything else was checked already in other colours; or only the names, where it was in another language. */
export const axeProblems = async (page: Page, rules: 'all' | 'contrast' | 'names' = 'all'): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axeSource())
  const runOnly = rules === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: rules === 'contrast' ? ['color-contrast'] : names }
  const violations = (await page.evaluate(`axe.run(document, ${JSON.stringify({ runOnly, resultTypes: ['violations'], preload: false })}).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) })))`)) as Violation[]
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `axe ${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`))
}

/** Elements that reach beyond the right edge, when the page can be scrolled sideways. */
export const overflowProblems = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    return [`wider than the screen (${scrollWidth} > ${clientWidth}): ${wide.slice(-3).map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${element.textContent.trim().slice(0, 20)}`).join(' | ')}`]
  })

/**
 * Controls whose target is smaller than `least` pixels in either direction. A target is where a finger reaches the control: with its
 * label, and with what its own pseudo-elements cover. Links within a sentence are excepted, as in WCAG 2.5.8.
 */
export const targetProblems = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((wanted) => {
    const isInSentence = (element: Element): boolean => {
      if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false
      const around = element.closest('p, li, dd, td, small, label, h1, h2, h3')
      return around !== null && around.textContent.trim().length > element.textContent.trim().length
    }
    /** How far from its middle the control is hit, both ways added. */
    const reach = (element: Element, [x, y]: [number, number], [stepX, stepY]: [number, number]): number => {
      const hits = (distance: number): boolean => {
        const hit = document.elementFromPoint(x + stepX * distance, y + stepY * distance)
        return hit !== null && (element.contains(hit) || hit.closest('label')?.contains(element) === true)
      }
      let [before, after] = [0, 0]
      while (before < wanted && hits(-before - 1)) before += 1
      while (after < wanted && hits(after + 1)) after += 1
      return before + after + 1
    }
    const isLarge = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect()
      if (width >= wanted - 0.5 && height >= wanted - 0.5) return true
      element.scrollIntoView({ block: 'center', inline: 'center' })
      const { left, top } = element.getBoundingClientRect()
      const middle: [number, number] = [left + Math.min(width, wanted) / 2, top + height / 2]
      return reach(element, middle, [1, 0]) >= wanted - 2 && reach(element, middle, [0, 1]) >= wanted - 2
    }
    const controls = [...document.querySelectorAll('a[href], button, input:not([type=hidden], [type=file]), select, textarea, summary, [role=button], [role=tab]')].filter((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      // Some wait outside the screen until they are focused.
      return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 1 && height > 1 && left + width > 0 && top + height + scrollY > 0 && !isInSentence(element)
    })
    const small = controls.filter((element) => !isLarge(element)).map((element) => {
      const { width, height } = element.getBoundingClientRect()
      return `target ${Math.round(width)}×${Math.round(height)} < ${wanted}: <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 24)}`
    })
    scrollTo(0, 0)
    return small
  }, least)

/** Running text smaller than `least` pixels. */
export const typeProblems = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((wanted) => {
    const small = new Map<string, string>()
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      const words = node.textContent?.trim() ?? ''
      if (!parent || words === '' || parent.closest('svg, kbd, .tb-hidden, script, style') || !parent.checkVisibility({ visibilityProperty: true })) continue
      const size = Number.parseFloat(getComputedStyle(parent).fontSize)
      if (size < wanted) small.set(`${parent.tagName.toLowerCase()}.${parent.className}`, `type ${size}px < ${wanted}: ${words.slice(0, 20)}`)
    }
    return [...small].map(([where, what]) => `${what} <${where}>`)
  }, least)

/** Title and language of the document, one main heading. */
export const headProblems = async (page: Page, language: string): Promise<string[]> => {
  const [title, lang, headings] = await page.evaluate(() => [document.title, document.documentElement.lang, document.querySelectorAll('h1').length] as const)
  return [
    ...(/^(?!通办|工作台|Tongban|Workbench)\S.* · (?:通办|工作台|Tongban|Workbench)/.test(title) ? [] : [`title “${title}” does not name the page`]),
    ...(lang === language ? [] : [`lang is “${lang}”, not “${language}”`]),
    ...(headings === 1 ? [] : [`${headings} main headings`]),
  ]
}
