// A photo promised for later: owed on tracking, sent back, handed in; then doubted, explained, found broken and put on record.
// The next application asks for the document and says why, until the record is repaired. Two officials of one authority do their part.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { ask } from './harness/api.ts'
import { prepareFirstCard } from './harness/first-card.ts'
import { desk, phone, type Journey } from './harness/journey.ts'

const applicant = '邓云舟'
/** One white dot, as small as a picture can be. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='

const choosePhoto = async (page: Page, name: string): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '选择文件或拍照' }).click()])
  await chooser.setFiles({ name, mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') })
  await page.getByRole('link', { name: new RegExp(name) }).waitFor()
}

const act = async (page: Page, button: string, reasons?: string): Promise<void> => {
  await page.getByRole('complementary').getByRole('button', { name: button, exact: true }).click()
  const form = page.getByRole('form', { name: button })
  await form.waitFor()
  if (reasons) await form.getByRole('textbox', { name: /^理由/ }).fill(reasons)
  await form.getByRole('button', { name: '提交' }).click()
  await page.getByText('已处理，申请人会收到通知。').first().waitFor()
}

export const journey: Journey = {
  name: 'tolerance-and-breach',
  about: '相片以后补：补交、退回、听取说明、认定违诺、下次直接要材料、修复 / a photo for later, breach, record and repair',
  run: async ({ product, step, open, picture }) => {
    const id = await prepareFirstCard(product.url, 'deng-yunzhou')

    const page = await step('邓云舟没带相片，选择以后补，照样提交 / the photo is promised for later, the rest is handed in', async () => {
      const own = await open({ as: applicant, at: `/apply/${id}/documents`, size: phone, expected: [/status of 422 /] })
      await own.getByRole('button', { name: '现在没有，以后补' }).click()
      await own.getByText(/我承诺：提交申请后5个工作日内补交/).waitFor()
      await picture(own, '01-offer')
      await own.getByRole('button', { name: '我答应，以后补' }).click()
      await own.getByText('以后补', { exact: true }).waitFor()
      await picture(own, '02-promised')
      await own.goto(`/apply/${id}/submit`)
      await own.getByRole('checkbox', { name: /^我填写的内容和上传的材料都是真实的/ }).check()
      await own.getByRole('button', { name: '提交', exact: true }).click()
      await own.waitForURL(/\/applications\/[^/]+$/)
      await own.getByRole('heading', { name: /^还欠一份材料/ }).waitFor()
      await picture(own, '03-owed', { fullPage: true })
      return own
    })

    const clerk = await step('窗口看到还欠的材料；受理可以，决定要等 / the clerk sees what is owed; the decision waits', async () => {
      const official = await open({ as: '孔令舒', at: '/workbench/undertakings?view=owed', size: desk })
      await picture(official, '04-owed-list')
      const { undertakings } = await ask(official, 'listUndertakings', { query: { view: 'owed', limit: 50 } })
      const owed = undertakings.find(({ applicationId }) => applicationId === id)
      assert.ok(owed, 'the photo is owed')
      const { revision } = await ask(official, 'getCase', { params: { id: owed.caseId } })
      await ask(official, 'acceptCase', { params: { id: owed.caseId }, body: { revision } })
      const approver = await open({ as: '白予墨', at: `/workbench/cases/${owed.caseId}`, size: desk })
      const { actions } = await ask(approver, 'getCase', { params: { id: owed.caseId } })
      assert.equal(actions.find(({ action }) => action === 'grant')?.because, 'owed')
      await picture(approver, '05-case-waits')
      await official.getByRole('link', { name: '本人证件照' }).first().waitFor()
      await official.goto(`/workbench/undertakings/${owed.id}`)
      return official
    })

    await step('补交一张，被退回，看得到为什么 / handed in, sent back with reasons', async () => {
      await choosePhoto(page, '相片一.png')
      await page.getByRole('button', { name: '交给部门' }).click()
      await page.getByText(/^已经交给.+看过就告诉您。$/).first().waitFor()
      await clerk.reload()
      await clerk.getByRole('link', { name: '相片一.png' }).waitFor()
      await picture(clerk, '06-handed-in')
      await act(clerk, '退回重交', '戴了帽子，请交免冠的')
      await page.reload()
      await page.getByText('上次交的不能用：戴了帽子，请交免冠的').waitFor()
      await picture(page, '07-sent-back')
    })

    await step('部门提出疑问，先听申请人说 / it is questioned, and the applicant is heard first', async () => {
      await act(clerk, '提出疑问', '一直没有补上合格的相片')
      await page.reload()
      await page.getByRole('textbox', { name: '说明情况' }).fill('在外地出差，相片还没拍。')
      await page.getByRole('button', { name: '提交说明' }).click()
      await page.getByText('您的说明已经交给部门，等答复。').waitFor()
      await picture(page, '08-explained', { fullPage: true })
    })

    const approver = await step('审批人认定违诺，记一年 / the approver decides, on record for a year', async () => {
      const official = await open({ as: '白予墨', at: new URL(clerk.url()).pathname, size: desk })
      await picture(official, '09-decide')
      await act(official, '认定违诺', '多次提醒仍未补交')
      await official.getByText(/^有效，记到/).waitFor()
      await picture(official, '10-broken')
      return official
    })

    await step('我的数据里看得到；下一次直接要材料，写明为什么 / on record; the next application asks for the document and says why', async () => {
      await page.goto('/my-data')
      await page.getByRole('heading', { name: '没有做到的承诺' }).waitFor()
      await picture(page, '11-my-data', { fullPage: true })
      await ask(page, 'withdrawApplication', { params: { id }, body: { reason: '' } })
      const next = await prepareFirstCard(product.url, 'deng-yunzhou')
      await page.goto(`/apply/${next}/documents`)
      await page.getByText(/^以前有一次承诺没有做到/).waitFor()
      assert.equal(await page.getByRole('button', { name: '现在没有，以后补' }).count(), 0)
      await picture(page, '12-asked')
    })

    await step('补上以后申请修复，部门同意，又可以以后补 / repaired: it may follow again', async () => {
      await page.goto('/my-data')
      await page.getByRole('button', { name: '申请修复' }).click()
      await page.getByRole('textbox', { name: '申请修复' }).fill('相片已经在窗口补交。')
      await page.getByRole('button', { name: '提交', exact: true }).click()
      await page.getByText('修复处理中').waitFor()
      await approver.reload()
      await approver.getByRole('textbox', { name: '答复申请人' }).fill('已补交，予以修复。')
      await approver.getByRole('button', { name: '同意修复' }).click()
      await approver.getByText('已结束').waitFor()
      const next = await prepareFirstCard(product.url, 'deng-yunzhou')
      await page.goto(`/apply/${next}/documents`)
      await page.getByRole('button', { name: '现在没有，以后补' }).waitFor()
    })

    await step('督办看统计 / the supervisor sees the figures', async () => {
      const supervisor = await open({ as: '向明诚', at: '/workbench/undertakings/statistics', size: desk })
      await supervisor.getByRole('heading', { level: 1, name: '承诺和补交的统计' }).waitFor()
      const { tallies } = await ask(supervisor, 'tallyUndertakings', { query: {} })
      assert.ok(tallies.some(({ service, kind, breached }) => service === 'social-security-card-issue' && kind === 'later' && breached >= 1))
      await picture(supervisor, '13-statistics')
    })
  },
}
