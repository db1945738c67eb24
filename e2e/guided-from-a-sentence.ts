// 秦月蘅 says in one sentence that her mother has died: what she said is not asked again, what was misheard is put right, the rest is asked
// one by one, and the application begins with all of it filled in. Somebody at a desk with the keyboard speaks of two things at once.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { ask } from './harness/api.ts'
import { pathOf } from './harness/form.ts'
import { desk, phone, type Journey } from './harness/journey.ts'
import { axeProblems, overflowProblems, targetProblems, typeProblems } from './harness/page-checks.ts'
import { choosePerson } from './harness/people.ts'

const who = '秦月蘅'
const sentence = '我妈上周在医院去世了，死亡证明开好了，她有公积金，没有留遗嘱，房子怎么办'

const card = (page: Page, name: string) => page.getByRole('region', { name })
const entry = (page: Page, text: string) => card(page, '我们听懂的').getByRole('listitem').filter({ hasText: text })

/** Answers whatever is asked with its last choice, once with "I do not know now"; returns how many questions there were. */
const answerAll = async (page: Page): Promise<number> => {
  for (let asked = 0; ; asked += 1) {
    const question = page.locator('.guidance-columns fieldset legend')
    if ((await question.count()) === 0) return asked
    assert.ok(asked < 15, 'the questions come to an end')
    const words = await question.first().innerText()
    const choices = page.locator('.guidance-columns fieldset').getByRole('button')
    await choices.nth(asked === 0 ? -1 : -2).click()
    await page.waitForFunction((before) => document.querySelector<HTMLElement>('.guidance-columns fieldset legend')?.innerText !== before, words)
  }
}

export const journey: Journey = {
  name: 'guided-from-a-sentence',
  about: '说一句话，听懂的不再问，剩下的一个一个问，开始办 / from a sentence to an application already filled in',
  run: async ({ open, step, picture, note }) => {
    const page = await open({ size: phone })

    await step('从首页进来，说一句话 / from the home page, one sentence', async () => {
      await page.goto('/')
      await page.getByRole('link', { name: '说说您的情况' }).click()
      await page.getByRole('heading', { level: 1, name: '说说您要办的事' }).waitFor()
      await page.getByRole('button', { name: '看看怎么办' }).click()
      await page.getByText('先写一句，再看怎么办').waitFor()
      await page.getByLabel('您遇到了什么事').fill(sentence)
      await picture(page, '01-say')
      await page.getByRole('button', { name: '看看怎么办' }).click()
      await card(page, '我们听懂的').waitFor()
    })

    await step('听懂的都摆出来，能改、能去掉、能退回 / what was understood is shown, can be changed, removed and undone', async () => {
      for (const answer of ['子女', '说“有公积金”', '说“死亡证明开好”']) await entry(page, answer).waitFor()
      assert.deepEqual([...(await axeProblems(page)), ...(await overflowProblems(page)), ...(await targetProblems(page, 44))], [])
      await picture(page, '02-understood', { fullPage: true })
      await entry(page, '公积金').getByRole('button', { name: /^去掉/ }).click()
      await entry(page, '公积金').waitFor({ state: 'detached' })
      await page.getByRole('button', { name: '退回上一步' }).click()
      await entry(page, '公积金').waitFor()
      await entry(page, '子女').getByRole('button', { name: /^修改/ }).click()
      await entry(page, '子女').getByRole('button', { name: '兄弟姐妹' }).click()
      await card(page, '您答过的').getByText('兄弟姐妹').waitFor()
      await page.getByRole('button', { name: '退回上一步' }).click()
      await entry(page, '子女').waitFor()
    })

    await step('剩下的一个一个问；刷新也不丢 / the rest one by one; a reload loses nothing', async () => {
      await page.reload()
      await entry(page, '子女').waitFor()
      note(`${await answerAll(page)} 个问题 / questions`)
      await card(page, '该问的都问完了').waitFor()
      await picture(page, '03-answered', { fullPage: true })
    })

    await step('最后有就近的大厅，不能网上预约的写着先打电话 / halls nearby; where none can be booked, the number to call first', async () => {
      const halls = card(page, '想当面办')
      await halls.getByRole('listitem').filter({ hasText: '行政服务大厅' }).getByRole('link', { name: '去之前打 12345 问一声 深圳市行政服务大厅' }).waitFor()
      assert.equal(await halls.getByRole('link', { name: /去预约/ }).count(), 0)
    })

    await step('记着的区不再服务了，就按全市来 / a district remembered and served no more: the city counts', async () => {
      const away = await open({ size: phone })
      await away.goto('/')
      await away.evaluate(() => localStorage.setItem('tongban.district', '440399'))
      await away.goto('/guidance')
      await away.getByLabel('您遇到了什么事').fill(sentence)
      await away.getByRole('button', { name: '看看怎么办' }).click()
      await card(away, '我们听懂的').waitFor()
      await card(away, '想当面办').getByText('深圳市行政服务大厅').waitFor()
    })

    await step('长辈版也看得清 / readable in elder mode, in the dark too', async () => {
      await page.emulateMedia({ colorScheme: 'dark' })
      assert.deepEqual(await axeProblems(page, 'contrast'), [])
      await picture(page, '04-dark')
      await page.emulateMedia({ colorScheme: 'light' })
      const old = await open({ size: phone, settings: { mode: 'elder' } })
      await old.goto('/guidance')
      await old.getByLabel('您遇到了什么事').fill(sentence)
      await old.getByRole('button', { name: '看看怎么办' }).click()
      await card(old, '我们听懂的').waitFor()
      assert.deepEqual([...(await axeProblems(old)), ...(await overflowProblems(old)), ...(await targetProblems(old, 60)), ...(await typeProblems(old, 22))], [])
      await picture(old, '05-elder', { fullPage: true })
    })

    await step('登录后直接开始，说过的都填好了 / logging in begins the application with all of it', async () => {
      await page.getByRole('button', { name: '开始办', exact: true }).click()
      await choosePerson(page, who)
      await page.waitForURL(/\/apply\/[^/]+/)
      await page.getByRole('heading', { level: 1 }).waitFor()
      const draft = await ask(page, 'getDraft', { params: { id: pathOf(page).split('/')[2] ?? '' } })
      assert.deepEqual(
        ['deceased.applicantIs', 'deceased.hasDeathCertificate', 'deceased.hasHousingFund', 'estate.ownsHome'].map((concept) => draft.answers[concept]),
        ['child', true, true, true],
      )
      await picture(page, '06-begun')
    })

    await step('一句话两件事，用键盘选 / two matters in one sentence, by keyboard', async () => {
      const other = await open({ size: desk })
      await other.goto('/guidance')
      await other.getByLabel('您遇到了什么事').fill('刚生了二胎，户口随妈妈，老大今年要上小学，我们租房住')
      await other.getByRole('button', { name: '看看怎么办' }).press('Enter')
      await card(other, '您说的是几件事，先办哪一件？').waitFor()
      await picture(other, '07-two')
      await other.getByRole('button', { name: '办这件：孩子上学' }).press('Enter')
      await entry(other, '租的房子').waitFor()
      await card(other, '还有一件').getByText('新生儿出生').waitFor()
      assert.equal(await entry(other, '随母亲').count(), 0)
      assert.deepEqual([...(await axeProblems(other)), ...(await overflowProblems(other))], [])
      await picture(other, '08-desk', { fullPage: true })
      await other.getByRole('button', { name: '从头再说' }).click()
      await other.getByLabel('您遇到了什么事').fill('量子纠缠体验馆怎么走')
      await other.getByRole('button', { name: '看看怎么办' }).click()
      await other.getByText('没听明白您要办什么').waitFor()
      await picture(other, '09-nothing')
    })

    await step('每一步都退得回去，键盘也行 / every step can be taken back, by keyboard too', async () => {
      const other = await open({ size: phone })
      const back = other.getByRole('button', { name: '退回上一步' })
      const hasFocus = (place: string) => other.waitForFunction((wanted) => [document.activeElement?.id, document.activeElement?.textContent].includes(wanted), place)
      const tell = async (said: string) => {
        await other.getByLabel('您遇到了什么事').fill(said)
        await other.getByRole('button', { name: '看看怎么办' }).press('Enter')
      }
      await other.goto('/guidance')
      await tell('我爸去世了')
      await card(other, '我们听懂的').waitFor()
      assert.equal(await back.count(), 0, 'after the first sentence there is nothing to go back to')

      await other.getByRole('button', { name: '改一改' }).press('Enter')
      await hasFocus('said')
      await back.press('Enter')
      await card(other, '我们听懂的').waitFor()
      await other.getByRole('button', { name: '改一改' }).press('Enter')
      await tell('我爸去世了，另外我自己想退休')
      await card(other, '您说的是几件事，先办哪一件？').waitFor()
      await hasFocus('您说的')
      assert.equal(await back.count(), 1)
      assert.deepEqual([...(await axeProblems(other)), ...(await overflowProblems(other)), ...(await targetProblems(other, 44))], [])
      await picture(other, '10-back-from-two')

      await other.getByRole('button', { name: '改一改' }).press('Enter')
      await tell('量子纠缠体验馆怎么走')
      await other.getByText('没听明白您要办什么').waitFor()
      assert.equal(await back.count(), 1)
      await picture(other, '11-back-from-nothing')

      await other.getByRole('button', { name: '从头再说' }).press('Enter')
      await hasFocus('said')
      await other.reload()
      await back.waitFor()
      assert.deepEqual([...(await axeProblems(other)), ...(await overflowProblems(other)), ...(await targetProblems(other, 44))], [])
      await picture(other, '12-back-from-the-start')

      await back.press('Enter')
      await other.getByText('没听明白您要办什么').waitFor()
      await hasFocus('退回上一步')
      await other.keyboard.press('Enter')
      await card(other, '您说的是几件事，先办哪一件？').waitFor()
      await hasFocus('退回上一步')
      await other.keyboard.press('Enter')
      await card(other, '我们听懂的').waitFor()
      assert.equal(await other.locator('.guidance-said').innerText(), '我爸去世了')
      assert.equal(await back.count(), 0)
      await hasFocus('您说的')
      assert.equal(await other.locator('.guidance-page > [role="status"]').innerText(), '您说的：我爸去世了')
    })
  },
}
