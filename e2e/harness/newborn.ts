// A newborn's matter as its parents do it: the questions, the consents, the topics, the documents, handing in.
// Journeys tell what is different about their family; the rest is here.
import type { Page } from 'playwright-core'
import { fillAll, goOn, headingOf, pathOf, type AnswersByLabel } from './form.ts'

/** As people write dates: eight digits. `days` from today, in Shanghai. */
export const day = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + days * 86_400_000).replaceAll('-', '')

/** Words of the answers to the questions of the matter. */
export type Situation = Readonly<Record<string, string>>

export const marriedInNanshan: Situation = {
  '您是孩子的母亲还是父亲？': '母亲',
  '孩子的父母登记结婚了吗？': '是',
  '孩子在哪里出生？': '本市',
  '孩子的户口随谁？': '随父亲',
  '母亲所在单位给她交生育保险吗？': '是',
}

/** What no registry knows and every family is asked. */
export const usualAnswers = (child: string): AnswersByLabel => ({
  孩子姓名: child,
  '这是母亲的第几个孩子': '1',
  孩子是户主的: '子女',
  籍贯: '广东深圳',
  社保卡的服务银行: '工商银行',
  母亲的用人单位: '深圳示例晨光科技有限公司',
  分娩情况: '顺产',
  产假开始日期: day(-6),
  收件地址: '广东省深圳市南山区粤海街道示例路18号3栋1204',
})

/** A PDF as small as they come. */
export const samplePdf = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
/** From the matter's page to the first page of the form; whoever is not logged in is asked to. */
export const begin = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(开始办理|继续办理|再办一次)$/ }).click()
}

/** Answers one question after the other until none is left. */
export const answerQuestions = async (page: Page, situation: Situation): Promise<number> => {
  let answered = 0
  await page.waitForURL(/\/(scenario|tasks)/)
  if (pathOf(page).includes('/scenario')) await page.getByRole('radiogroup').waitFor()
  for (; pathOf(page).includes('/scenario'); answered += 1) {
    const question = await headingOf(page)
    const answer = situation[question]
    if (answer === undefined) throw new Error(`no answer to “${question}”`)
    await page.getByRole('radio', { name: answer, exact: true }).check()
    await goOn(page)
  }
  return answered
}

/** Goes on from the list of tasks. */
export const nextTask = async (page: Page): Promise<void> => {
  await goOn(page, page.getByRole('link', { name: /^接着做：/ }))
}

/** On the page of registries: fills in the numbers they need and agrees to all; of several children the matter is for the youngest. */
export const agreeToAll = async (page: Page, numbers: AnswersByLabel): Promise<void> => {
  await fillAll(page, numbers)
  await page.getByRole('button', { name: '全部同意，马上查' }).click()
  const found = page.getByRole('heading', { level: 1, name: /^查到 \d+ 项，不用您填$/ })
  const several = page.getByRole('heading', { level: 1, name: '查到了不止一条，请选一条' })
  await found.or(several).waitFor()
  if (!(await several.isVisible())) return
  // The newest comes first: of two children the newborn.
  await page.getByRole('radiogroup', { name: '这次给哪个孩子办？' }).getByRole('radio').first().check()
  await page.getByRole('button', { name: '就是这个' }).click()
  await found.waitFor()
}

/** From what the registries answered to the first page that is left to fill in. */
export const leaveRegistries = (page: Page): Promise<void> => goOn(page, page.getByRole('link', { name: '继续', exact: true }))

/** Every topic that is left, one page each; returns the labels filled in. */
export const fillTopics = async (page: Page, answers: AnswersByLabel, look?: (topic: string) => Promise<void>): Promise<string[]> => {
  const filled: string[] = []
  while (pathOf(page).includes('/topics/')) {
    filled.push(...(await fillAll(page, answers)))
    await look?.(await headingOf(page))
    await goOn(page)
  }
  return filled
}

/** Uploads a file for every document asked for, if there are any. */
export const uploadDocuments = async (page: Page): Promise<number> => {
  if (!pathOf(page).includes('/documents')) return 0
  const buttons = page.getByRole('button', { name: '选择文件或拍照' })
  const wanted = await buttons.count()
  for (let left = wanted; left > 0; left -= 1) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), buttons.first().click()])
    await chooser.setFiles({ name: '材料.pdf', mimeType: 'application/pdf', buffer: Buffer.from(samplePdf) })
    await page.waitForFunction(([button, count]) => [...document.querySelectorAll('button')].filter((each) => each.textContent.trim() === button).length < Number(count), ['选择文件或拍照', left])
  }
  await goOn(page)
  return wanted
}

/** From checking the answers to the map of what was handed in. */
export const handIn = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: '没问题，去提交' }).click()
  await page.getByRole('checkbox', { name: /^我填写的内容和上传的材料都是真实的/ }).check()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.waitForURL(/\/applications\/[^/]+$/)
}
