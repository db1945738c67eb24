// Filling in pages by label, the way a person reads them: text, dates, choices, places.
// Whatever the page says is wrong is thrown, so that a journey fails with the product's own words.
import type { Locator, Page } from 'playwright-core'

/** Answers by the words of the label; for a choice the words of the option. */
export type AnswersByLabel = Readonly<Record<string, string>>

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** The label may be followed by a mark such as 选填. */
const labelled = (label: string): RegExp => new RegExp(`^${escaped(label)}( |必填|选填|$)`)

/** The control of a label on this page, whatever its kind; undefined when the page does not ask for it. */
const findControl = async (page: Page, label: string): Promise<{ kind: 'choice' | 'list' | 'text'; control: Locator } | undefined> => {
  const main = page.getByRole('main')
  const name = labelled(label)
  const kinds = [
    { kind: 'choice', control: main.getByRole('radiogroup', { name }) },
    { kind: 'list', control: main.getByRole('combobox', { name }) },
    { kind: 'text', control: main.getByRole('textbox', { name }) },
  ] as const
  for (const each of kinds) if ((await each.control.count()) > 0) return { kind: each.kind, control: each.control.first() }
  return undefined
}

/** Fills one field; says whether the page has it. */
export const fill = async (page: Page, label: string, answer: string): Promise<boolean> => {
  const found = await findControl(page, label)
  if (!found) return false
  const { kind, control } = found
  if (kind === 'choice') await control.getByRole('radio', { name: answer, exact: true }).check()
  else if (kind === 'list') await control.selectOption({ label: answer })
  else {
    await control.fill(answer)
    await control.blur()
  }
  return true
}

/** Fills every field of the page there is an answer for. */
export const fillAll = async (page: Page, answers: AnswersByLabel): Promise<string[]> => {
  const words = (await page.getByRole('main').locator('label, legend').allInnerTexts()).map((text) => text.trim())
  const filled: string[] = []
  for (const [label, answer] of Object.entries(answers)) {
    if (words.some((text) => labelled(label).test(text.replaceAll(/\s+/g, ' '))) && (await fill(page, label, answer))) filled.push(label)
  }
  return filled
}

export const pathOf = (page: Page): string => new URL(page.url()).pathname + new URL(page.url()).search

const heading = (page: Page): Locator => page.getByRole('main').getByRole('heading', { level: 1 })

/** What the page calls itself, once it is drawn. */
export const headingOf = async (page: Page): Promise<string> => (await heading(page).innerText()).trim()

/** Presses what leads on and waits for the next page to be drawn. @throws Error with the page's list of what is wrong */
export const goOn = async (page: Page, button: Locator = page.getByRole('main').getByRole('button', { name: '继续', exact: true })): Promise<void> => {
  const [path, before] = [pathOf(page), await headingOf(page)]
  const wrong = page.getByRole('heading', { name: /处需要改一下/ })
  await button.click()
  await Promise.race([
    page.waitForURL((address) => address.pathname + address.search !== path),
    wrong.waitFor().then(async () => {
      throw new Error(`${path}: ${(await wrong.locator('..').innerText()).replaceAll('\n', ' ')}`)
    }),
  ])
  // The address changes a moment before the page does.
  await heading(page).filter({ hasNotText: before }).waitFor()
}
