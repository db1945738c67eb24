// Filling in a matter from its pack's example: each question and field is found by its concept, as a person finds it by its words.
// For matters of dozens of fields, where a journey tells only what is different from the example.
import type { Locator, Page } from 'playwright-core'
import { sampleDocument } from '../../server/commands/demo-document.ts'
import { systemClock, plainDate } from '../../server/kernel/clock.ts'
import { readConfig } from '../../server/config.ts'
import type { Catalogue } from '../../server/modules/catalogue/index.ts'
import { resolveDate, type Answer } from '../../server/modules/planning/index.ts'
import { openPacks } from '../../server/start/open-packs.ts'
import { goOn, headingOf, pathOf } from './form.ts'

export type Example = { matter: string; catalogue: Catalogue; answers: Readonly<Record<string, Answer>> }

/** An example of the packs with its days counted from today. */
export const readExample = (id: string, changes: Readonly<Record<string, Answer>> = {}): Example => {
  const packs = openPacks(readConfig({}).packs, systemClock)
  const example = packs.examples.find((each) => each.id === id)
  if (!example) throw new Error(`no example ${id}`)
  const today = plainDate(systemClock.now())
  const dated = (value: Answer): Answer => (typeof value === 'string' && /^today([+-]\d+)?$/.test(value) ? resolveDate(value, today) : value)
  return { matter: example.matter, catalogue: packs.catalogueFor(example.region), answers: { ...Object.fromEntries(Object.entries(example.answers).map(([concept, value]) => [concept, dated(value)])), ...changes } }
}

const isScenario = (page: Page): boolean => pathOf(page).includes('/scenario')

/** Answers one question after the other until none is left; returns the questions as they were put. */
export const answerScenario = async (page: Page, { matter, catalogue, answers }: Example, look: (question: number) => Promise<void>): Promise<string[]> => {
  const put: string[] = []
  await page.waitForURL(/\/(scenario|tasks)/)
  while (isScenario(page)) {
    await page.getByRole('radiogroup').waitFor()
    const words = await headingOf(page)
    const question = catalogue.matters[matter]?.scenario.find(({ ask }) => ask['zh-CN'] === words)
    const answer = question && answers[question.concept]
    if (answer === undefined) throw new Error(`no answer to “${words}”`)
    put.push(words)
    await page.locator(`input[type=radio][value="${String(answer)}"]`).check()
    await look(put.length)
    await goOn(page)
  }
  return put
}

/** Money is typed in yuan, days in digits. */
const typed = (catalogue: Catalogue, concept: string, value: Answer): string => {
  const type = catalogue.concepts[concept]?.type
  if (type === 'money') return String(Number(value) / 100)
  return type === 'date' ? String(value).replaceAll('-', '') : String(value)
}

const isEmpty = async (field: Locator): Promise<boolean> => (await field.evaluate((element) => (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? element.value : ''))) === ''

const fillOne = async (page: Page, concept: string, { catalogue, answers }: Example): Promise<boolean> => {
  const value = answers[concept]
  if (value === undefined || value === null) return false
  const place = page.locator(`[id="field-${concept}"]`)
  const radios = place.locator('input[type=radio]')
  if ((await radios.count()) > 0) {
    if ((await place.locator('input[type=radio]:checked').count()) > 0) return false
    await radios.and(page.locator(`[value="${String(value)}"]`)).check()
    return true
  }
  const own = (await place.evaluate((element) => element.matches('input, select, textarea'))) ? place : place.locator('input, select, textarea').first()
  if (!(await isEmpty(own))) return false
  if (await own.evaluate((element) => element.tagName === 'SELECT')) await own.selectOption(String(value))
  else {
    await own.fill(typed(catalogue, concept, value))
    await own.blur()
  }
  return true
}

/** Once it is said how many there are, each of them has fields of its own. */
const untilThere = async (page: Page, concept: string, { answers }: Example): Promise<void> => {
  const group = /^(\w+)\.count$/.exec(concept)?.[1]
  const count = Number(answers[concept])
  if (group && count > 0) await page.locator(`[id^="field-${group}.${count}."]`).first().waitFor()
}

/** Fills every empty field of the page the example has an answer for. */
const fillPage = async (page: Page, example: Example): Promise<string[]> => {
  const ids = await page.locator('main [id^="field-"]').evaluateAll((elements) => elements.map(({ id }) => id))
  const concepts = [...new Set(ids.map((id) => id.slice('field-'.length)))].filter((concept) => Object.hasOwn(example.catalogue.concepts, concept))
  const filled: string[] = []
  for (const concept of concepts) {
    if (!(await fillOne(page, concept, example))) continue
    filled.push(concept)
    await untilThere(page, concept, example)
  }
  return filled.some((concept) => concept.endsWith('.count')) ? [...filled, ...(await fillPage(page, example))] : filled
}

const mostTries = 4

/** Every topic that is left, one page each: an answer may bring further fields, which the page names when one wants to go on. */
export const fillTopicsFrom = async (page: Page, example: Example, look: (topic: number) => Promise<void>): Promise<string[]> => {
  const filled: string[] = []
  for (let topic = 1; pathOf(page).includes('/topics/'); topic += 1) {
    for (let left = mostTries; ; left -= 1) {
      filled.push(...(await fillPage(page, example)))
      if (left === mostTries) await look(topic)
      // What is saved may take fields away, and the button moves.
      await page.getByText(/已保存/).first().waitFor()
      const went = await goOn(page).then(() => true, (error: unknown) => {
        if (left === 1) throw error
        return false
      })
      if (went) break
    }
  }
  return filled
}

/** On the page of documents: gives a PDF for each that is wanted and signs each commitment; how many of both. */
export const bringDocuments = async (page: Page, look: () => Promise<void>): Promise<{ documents: number; commitments: number }> => {
  if (!pathOf(page).includes('/documents')) return { documents: 0, commitments: 0 }
  const buttons = page.getByRole('button', { name: '选择文件或拍照' })
  const documents = await buttons.count()
  for (let left = documents; left > 0; left -= 1) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), buttons.first().click()])
    await chooser.setFiles({ name: '材料.pdf', mimeType: 'application/pdf', buffer: Buffer.from(sampleDocument(`document ${left}`)) })
    await page.waitForFunction(([button, count]) => [...document.querySelectorAll('button')].filter((each) => each.textContent.trim() === button).length < Number(count), ['选择文件或拍照', left])
  }
  const boxes = page.getByRole('main').getByRole('checkbox')
  const commitments = await boxes.count()
  for (let at = 0; at < commitments; at += 1) {
    await boxes.nth(at).check()
    await page.getByText('已承诺', { exact: true }).nth(at).waitFor()
  }
  await look()
  await goOn(page)
  return { documents, commitments }
}
