// People find what they need in their own words: on a phone and at a desk, with slips, in pinyin, in traditional characters and English, by keyboard alone.
// What nobody could find reaches the people who write the catalogue.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { ask } from './harness/api.ts'
import { desk, phone, type Journey } from './harness/journey.ts'
import { axeProblems, overflowProblems, targetProblems, typeProblems } from './harness/page-checks.ts'

/** What is typed → heading of the page it must lead to, by the first or second result. */
const onPhone: readonly (readonly [string, string])[] = [
  ['娃要上户口', '新生儿出生'],
  ['我妈去世了，房子和存款怎么办', '身后事'],
  ['开奶茶店要什么手续', '开办餐饮店'],
  ['开餐馆', '开办餐饮店'],
  ['shebaoka', '社保卡'],
  ['字太小看不清', '字太小看不清，怎么放大'],
]
const atDesk: readonly (readonly [string, string])[] = [
  ['開餐館', '开办餐饮店'],
  ['get married', '结婚'],
  ['想退休', '退休'],
  ['孩子上学', '孩子上学'],
  ['买二手房过户', '买二手房'],
]
const slip = { typed: '身份正丢了', meant: '身份证丢了' }
const unheardOf = '曲速引擎检修'
/** None of its words is known; it only sounds as if somebody complained. */
const halfHeardOf = '平行宇宙中转站'

const box = (page: Page) => page.getByRole('combobox', { name: '您想办什么事' })

const askFor = async (page: Page, words: string): Promise<void> => {
  await box(page).fill(words)
  await box(page).press('Enter')
  await page.waitForURL((url) => url.searchParams.get('q') === words)
  await page.locator('[data-result], .tb-state').first().waitFor()
}

const finds = async (page: Page, words: string, heading: string): Promise<void> => {
  await page.goto('/')
  await askFor(page, words)
  const titles = (await page.locator('[data-result]').allTextContents()).slice(0, 2)
  const at = titles.indexOf(heading)
  assert.ok(at >= 0, `“${words}” gave ${titles.join(', ')}`)
  const told = page.waitForRequest((request) => request.url().endsWith('/search/clicks') && request.method() === 'POST')
  await page.locator('[data-result]').nth(at).click()
  await told
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

export const journey: Journey = {
  name: 'find-by-everyday-words',
  about: '用平常的话找到要办的事 / what is needed, found in everyday words',
  run: async ({ open, step, picture }) => {
    const page = await open({ size: phone })
    for (const [words, heading] of onPhone) await step(`手机上搜“${words}” / on a phone`, () => finds(page, words, heading))
    await step('结果页在手机和长辈版都好用 / the results on a phone', async () => {
      await page.goto(`/search?q=${encodeURIComponent(onPhone[0]?.[0] ?? '')}`)
      await page.locator('[data-result]').first().waitFor()
      assert.deepEqual([...(await axeProblems(page)), ...(await overflowProblems(page)), ...(await targetProblems(page, 44))], [])
      await picture(page, '01-phone', { fullPage: true })
      const elder = await open({ size: phone, settings: { mode: 'elder' }, at: `/search?q=${encodeURIComponent('社保卡')}` })
      await elder.locator('[data-result]').first().waitFor()
      assert.deepEqual([...(await axeProblems(elder)), ...(await overflowProblems(elder)), ...(await targetProblems(elder, 60)), ...(await typeProblems(elder, 22))], [])
      await picture(elder, '02-elder', { fullPage: true })
      await elder.context().close()
    })

    const wide = await open({ size: desk })
    for (const [words, heading] of atDesk) await step(`电脑上搜“${words}” / at a desk`, () => finds(wide, words, heading))

    await step('只用键盘：边打边选，Esc 收起，方向键走到结果 / by keyboard alone', async () => {
      await wide.goto('/')
      await box(wide).focus()
      await wide.keyboard.type('开餐馆')
      await wide.getByRole('listbox').waitFor()
      assert.equal(await box(wide).getAttribute('aria-expanded'), 'true')
      await picture(wide, '03-suggestions')
      await wide.keyboard.press('Escape')
      assert.equal(await wide.getByRole('listbox').count(), 0)
      await wide.keyboard.press('Alt+ArrowDown')
      await wide.getByRole('option', { selected: true }).waitFor()
      await wide.keyboard.press('Enter')
      await wide.getByRole('heading', { level: 1, name: '开办餐饮店' }).waitFor()
      await wide.goto('/search')
      await wide.waitForFunction(() => document.activeElement?.matches('input[type=search]'))
      await wide.keyboard.type('退休')
      await wide.keyboard.press('Enter')
      await wide.locator('[data-result]').first().waitFor()
      await wide.keyboard.press('ArrowDown')
      await wide.keyboard.press('Enter')
      await wide.getByRole('heading', { level: 1, name: '退休' }).waitFor()
    })

    await step('打错了字：问是不是要找 / a slip: did you mean', async () => {
      await wide.goto('/search')
      await askFor(wide, slip.typed)
      await wide.getByRole('link', { name: slip.meant, exact: true }).click()
      await wide.waitForURL((url) => url.searchParams.get('q') === slip.meant)
      await wide.locator('[data-result]').first().waitFor()
      assert.equal(await box(wide).inputValue(), slip.meant)
    })

    await step('选了地区，地址可以发给别人，下次从这里搜起 / the place stands in the address and is remembered', async () => {
      await wide.goto('/search?q=上户口')
      await wide.getByLabel('地区').selectOption({ label: '南山区' })
      await wide.waitForURL((url) => url.searchParams.get('region') === '440305')
      await wide.locator('[data-result]').first().waitFor()
      await picture(wide, '04-place')
      const other = await open({ size: desk, at: new URL(wide.url()).pathname + new URL(wide.url()).search })
      assert.equal(await other.getByLabel('地区').inputValue(), '440305')
      await other.context().close()
      await wide.goto('/')
      await askFor(wide, '社保卡')
      assert.equal(new URL(wide.url()).searchParams.get('region'), '440305')
      // As the form of the first view sends it, before the app is there.
      await wide.goto('/search?q=社保卡&from=here')
      await wide.waitForURL((url) => url.searchParams.get('region') === '440305' && !url.searchParams.has('from'))
      await wide.getByLabel('地区').selectOption({ label: '全部地区' })
    })

    await step('登录的居民没选过地区，从住的区搜起，想改就改，不留在设备上 / who is logged in and never chose a place starts at home', async () => {
      const resident = await open({ as: '罗雨', size: desk })
      await resident.goto('/')
      await askFor(resident, '上户口')
      assert.equal(new URL(resident.url()).searchParams.get('region'), '440305')
      assert.equal(await resident.getByLabel('地区').inputValue(), '440305')
      await resident.goto('/search?q=社保卡&from=here')
      await resident.waitForURL((url) => url.searchParams.get('region') === '440305' && !url.searchParams.has('from'))
      assert.equal(await resident.evaluate(() => localStorage.getItem('tongban.district')), null)
      await resident.getByLabel('地区').selectOption({ label: '全部地区' })
      await resident.waitForURL((url) => !url.searchParams.has('region'))
      await resident.goto('/')
      const told = resident.waitForRequest((request) => request.url().endsWith('/search/clicks') && request.postData()?.includes('"typing":true') === true)
      await box(resident).fill('开餐馆')
      await resident.getByRole('option').first().click()
      assert.equal((await (await told).response())?.status(), 202)
      await resident.goto('/')
      await askFor(resident, '上户口')
      assert.equal(new URL(resident.url()).searchParams.get('region'), null)
      await resident.context().close()
    })

    await step('想投诉的，一点就能写 / to complain: written down at once', async () => {
      await page.goto('/search')
      await askFor(page, '投诉工作人员态度不好')
      await page.locator('main a[href^="/requests/new"]').first().waitFor()
      await picture(page, '05-complain', { fullPage: true })
    })

    await step('没登录不记搜过什么，自己要才记，也能删掉 / searches are kept only when wanted', async () => {
      await page.goto('/search')
      await page.getByText('没有登录，不会记下您搜过什么。').waitFor()
      await page.getByLabel(/在这台设备上记住/).check()
      await askFor(page, '社保卡')
      await page.goto('/search')
      await page.getByRole('link', { name: '社保卡', exact: true }).waitFor()
      assert.deepEqual(await axeProblems(page), [])
      await picture(page, '06-recent', { fullPage: true })
      await page.getByRole('button', { name: '删除“社保卡”' }).click()
      assert.equal(await page.getByRole('link', { name: '社保卡', exact: true }).count(), 0)
    })

    await step('没找到的不是死路 / nothing found is no dead end', async () => {
      await page.goto('/search')
      await askFor(page, unheardOf)
      await page.getByRole('heading', { name: `没有找到“${unheardOf}”` }).waitFor()
      await page.getByRole('link', { name: '说说您的难处' }).waitFor()
      assert.deepEqual([...(await axeProblems(page)), ...(await overflowProblems(page)), ...(await targetProblems(page, 44))], [])
      await picture(page, '07-nothing', { fullPage: true })
    })

    await step('只是沾边的说清楚，也能去说难处 / what only resembles it is said to do so', async () => {
      await page.goto('/search')
      await askFor(page, halfHeardOf)
      await page.getByText('没有找到完全符合的').waitFor()
      await page.getByRole('link', { name: '说说您的难处' }).waitFor()
      assert.deepEqual([...(await axeProblems(page)), ...(await overflowProblems(page)), ...(await targetProblems(page, 44))], [])
      await picture(page, '07-resembling', { fullPage: true })
    })

    await step('设计人员在清单里看到，加进关键词，或者写明不用处理 / a designer sees it, makes it a keyword or sets it aside', async () => {
      const designer = await open({ as: '顾屿宁', at: '/workbench/designs', size: desk })
      await designer.getByRole('link', { name: '大家没搜到的' }).click()
      await designer.getByRole('heading', { level: 1, name: '大家没搜到的' }).waitFor()
      const row = designer.getByRole('row').filter({ hasText: unheardOf })
      await row.waitFor()
      assert.deepEqual([...(await axeProblems(designer)), ...(await overflowProblems(designer))], [])
      await picture(designer, '08-unfound')
      await row.getByRole('button', { name: /处理/ }).click()
      await designer.getByLabel('哪件事').selectOption({ label: '退休' })
      await picture(designer, '09-keyword')
      await designer.getByRole('button', { name: '去加关键词' }).click()
      await designer.getByRole('button', { name: `加上“${unheardOf}”` }).click()
      assert.match(await designer.getByLabel('大家会搜的词').inputValue(), new RegExp(unheardOf))
      await designer.goto('/workbench/unfound')
      await row.getByRole('button', { name: /处理/ }).click()
      await designer.getByRole('radio', { name: '不用处理' }).check()
      await designer.getByLabel('为什么不用处理').fill('不是政务服务')
      await designer.getByRole('button', { name: '不用处理' }).click()
      await row.waitFor({ state: 'detached' })
      await designer.getByRole('link', { name: /^不用处理/ }).click()
      await designer.getByText('不是政务服务').waitFor()
    })

    await step('说没用的答案、说写得不好的指南，设计人员看得到出处，改完记一笔 / answers that did not help and guides rated poorly reach the designer, who deals with them', async () => {
      const resident = await open({ as: '何素筠' })
      await ask(resident, 'rate', { body: { kind: 'guide', id: 'residence-permit', page: 'documents', grade: 'unsatisfied', tags: ['unclear-guide'], words: '没写清楚租房合同要不要备案' } })
      await ask(resident, 'rateAssistantAnswer', { body: { question: '居住证申领要多久', helpful: false } })
      const designer = await open({ as: '顾屿宁', at: '/workbench/unfound', size: desk })
      const answered = designer.getByRole('region', { name: '助手答了，大家说没用' })
      // What is said is written within a second; until then the page is asked again.
      while ((await answered.count()) === 0) await Promise.all([designer.waitForResponse((reply) => reply.url().endsWith('/assistant/unhelpful')), designer.reload()])
      const row = answered.getByRole('row').filter({ hasText: '居住证申领要多久' })
      await row.getByText('个工作日').waitFor()
      assert.match((await row.getByRole('link', { name: /居住证申领/ }).getAttribute('href')) ?? '', /^\/services\/residence-permit#/)
      assert.deepEqual([...(await axeProblems(designer)), ...(await overflowProblems(designer))], [])
      await picture(designer, '10-unhelpful', { fullPage: true })
      await designer.goto('/workbench/improvements')
      await designer.getByRole('row').filter({ hasText: '居住证申领' }).getByRole('link').click()
      await designer.getByText('没写清楚租房合同要不要备案').waitFor()
      assert.deepEqual([...(await axeProblems(designer)), ...(await overflowProblems(designer))], [])
      await picture(designer, '11-improvement', { fullPage: true })
      await designer.getByLabel('改了什么').fill('写明备案过的租房合同也可以')
      await designer.getByRole('button', { name: '保存' }).click()
      await designer.getByText('写明备案过的租房合同也可以').waitFor()
      await designer.goto('/workbench/improvements?state=dealt')
      await designer.getByRole('row').filter({ hasText: '居住证申领' }).getByText('写明备案过的租房合同也可以').waitFor()
    })
  },
}
