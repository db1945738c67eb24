// 吴嘉树 comes to window 3 of Futian's hall with his phone, and later with his card: one draft, begun there, filled in at home,
// confirmed with his signature and handed in there, with a receipt. The clerk hands the window over.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { ask } from './harness/api.ts'
import { desk, phone, type Journey } from './harness/journey.ts'
import { axeProblems } from './harness/page-checks.ts'
import { families, prepareDraft } from './harness/prepare.ts'

const name = '吴嘉树'

/** The served person's name is nowhere in the page, not even where nobody looks. */
const nothingOf = async (page: Page, person: string) => assert.ok(!(await page.content()).includes(person), `${person} is still in the page`)

const sign = async (page: Page) => {
  const field = page.getByRole('img', { name: '在这里签字' })
  await field.scrollIntoViewIfNeeded()
  const box = await field.boundingBox()
  if (!box) throw new Error('no field to sign in')
  await page.mouse.move(box.x + 60, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 260, box.y + 160, { steps: 8 })
  await page.mouse.move(box.x + 420, box.y + 70, { steps: 8 })
  await page.mouse.up()
}

export const journey: Journey = {
  name: 'one-window-then-phone',
  about: '吴嘉树在窗口亮码开头、回家用手机填完、再到窗口签字提交 / begun at the window by show-code, filled in on the phone, signed and handed in at the window',
  run: async ({ product, open, step, picture, note }) => {
    const clerk = await open({ as: '舒宁远', at: '/workbench/window', size: desk, expected: [/status of (403|409) /] })
    const resident = await open({ as: name, at: '/show-code', size: phone })
    const reader = clerk.getByRole('textbox', { name: '读卡、扫码' })

    await step('选窗口上岗 / the clerk takes a seat', async () => {
      await clerk.getByRole('radio', { name: /^3 号/ }).check()
      await picture(clerk, '01-seat')
      await clerk.getByRole('button', { name: '上岗' }).click()
      await reader.waitFor()
      assert.deepEqual(await axeProblems(clerk), [])
      await picture(clerk, '02-next-please')
    })

    await step('手机亮码，窗口扫一下就知道是谁 / the phone shows a code, the window reads it', async () => {
      const digits = (await resident.locator('.show-code-digits').innerText()).replaceAll(/\D/g, '')
      await picture(resident, '03-show-code')
      assert.deepEqual(await axeProblems(resident), [])
      await reader.pressSequentially(digits)
      await reader.press('Enter')
      await clerk.getByRole('region', { name: '正在服务' }).getByText(name).waitFor()
      await resident.getByRole('heading', { name: '福田区政务服务中心 3 号窗口正在为您办事' }).waitFor()
      await picture(resident, '04-being-served')
      await picture(clerk, '05-served')
      assert.deepEqual(await axeProblems(clerk), [])
    })

    await step('窗口替他开头，填的是他自己的草稿 / the clerk begins his own draft', async () => {
      await clerk.getByRole('searchbox', { name: '想办什么' }).fill('孩子出生')
      await clerk.keyboard.press('Enter')
      await clerk.getByRole('button', { name: /^开始办 .*新生儿/ }).click()
      await clerk.waitForURL(/\/apply\/[^/]+\/scenario/)
      await clerk.getByRole('region', { name: '代办' }).getByText(`正在替${name}办事`).waitFor()
      await picture(clerk, '06-filling-together')
      await clerk.getByRole('radio', { name: '父亲', exact: true }).check()
      await clerk.getByRole('main').getByRole('button', { name: '继续', exact: true }).click()
      await clerk.getByRole('button', { name: '回到窗口' }).click()
      await clerk.getByRole('button', { name: /^接着填 新生儿/ }).waitFor()
    })

    await step('办完，屏幕上什么也不留 / done, and nothing of him is left on the screen', async () => {
      await clerk.getByRole('button', { name: /^办完了，请下一位/ }).click()
      await reader.waitFor()
      await nothingOf(clerk, name)
      await clerk.goBack()
      await clerk.waitForLoadState()
      await nothingOf(clerk, name)
      await clerk.goto('/workbench/window')
      await reader.waitFor()
    })

    const { draft } = await prepareDraft(product.url, families.wu, { documents: true })

    await step('回家手机上接着填，写着在哪个窗口填到这里 / at home the phone says where it was begun', async () => {
      await resident.goto(`/apply/${draft.id}/tasks`)
      await resident.getByText(/在福田区政务服务中心 3 号窗口填到这里/).waitFor()
      await picture(resident, '07-goes-on-at-home')
      const { applications } = await ask(resident, 'listApplications', { query: { limit: 50 } })
      assert.deepEqual(applications.map(({ id }) => id), [draft.id], 'one draft, the same one')
    })

    await step('再到窗口，读身份证 / at the window again, with the card', async () => {
      await reader.focus()
      await clerk.evaluate((text) => document.execCommand('insertText', false, text), `${name}|男|汉|${families.wu.father}`)
      await reader.press('Enter')
      await clerk.getByRole('button', { name: /^接着填 新生儿/ }).click()
      await clerk.waitForURL(`**/apply/${draft.id}/**`)
      await clerk.goto(`/apply/${draft.id}/submit`)
    })

    await step('本人签字以后才能提交 / handed in only after he has signed', async () => {
      await clerk.getByRole('checkbox', { name: /^我填写的内容和上传的材料都是真实的/ }).check()
      const submit = clerk.getByRole('button', { name: '提交', exact: true })
      await clerk.getByText('先请本人在上面签字，或在手机上确认。').first().waitFor({ state: 'attached' })
      await sign(clerk)
      await picture(clerk, '08-signed', { fullPage: true })
      await clerk.getByRole('button', { name: '本人已签字，确认' }).click()
      await clerk.getByText('本人已签字确认。').waitFor()
      await submit.click()
      await clerk.waitForURL(`**/applications/${draft.id}`)
    })

    await step('打印回执 / the receipt', async () => {
      await clerk.getByRole('link', { name: '打印受理回执' }).click()
      await clerk.getByRole('heading', { level: 1, name: '受理回执' }).waitFor()
      const { number } = await ask(resident, 'getApplication', { params: { id: draft.id } })
      await clerk.getByText(number, { exact: true }).waitFor()
      assert.deepEqual(await axeProblems(clerk), [])
      await picture(clerk, '09-receipt', { fullPage: true })
      note(`编号 / number ${number}`)
    })

    await step('交接班，清单签字 / the list of the shift is signed', async () => {
      await clerk.goto('/workbench/window/hand-over')
      await clerk.getByRole('heading', { name: /^已提交的 · 1/ }).waitFor()
      assert.deepEqual(await axeProblems(clerk), [])
      await picture(clerk, '10-hand-over', { fullPage: true })
      await clerk.getByRole('button', { name: '签字交班' }).click()
      await clerk.getByRole('button', { name: '上岗' }).waitFor()
      await nothingOf(clerk, name)
    })
  },
}
