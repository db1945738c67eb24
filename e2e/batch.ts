// 费叔明, administrator of an insolvent company, applies by a table: the product's template, mistakes shown at their cells, the rest
// handed in, and the numbers as a spreadsheet. Then a table for somebody of his staff, who is asked first.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { desk, phone, type Journey } from './harness/journey.ts'
import { cellsOf, fillTemplate } from './harness/table.ts'

/** Four companies of one group, all in the hands of the same administrator. */
const companies = ['91440101MA9990006W', '91440300MA9990115C', '91440300MA99901237', '91440300MA99901312']
const right = (company: string) => ({ 您就是管理人负责人: '是', 企业有或者有过员工: '否', 做进出口: '否', 统一社会信用代码: company, 从哪天查起: '2025-12-01', 结果发到哪个邮箱: 'office@example.com' })

/** Somebody of his staff. */
const worker = { 申请人姓名: '程以楠', 申请人身份证号: '440305198302279999' }

const download = async (page: Page, name: string): Promise<Buffer> => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()])
  return readFile(await file.path())
}

export const journey: Journey = {
  name: 'batch',
  about: '用表格批量办：模板、指到格子的错误、提交、结果表 / applying by a table: template, mistakes at their cells, handing in, results',
  run: async ({ open, step, picture, note }) => {
    const page = await open({ as: '费叔明', at: '/batches', size: desk })
    const template = await step('下载模板 / the template', () => download(page, '下载模板'))
    note((cellsOf(template, '填写')[0] ?? []).join(' | '))
    const rows = [...companies.map(right), right('91440101MA9990006X'), { ...right('91440101MA9990006W'), 从哪天查起: '去年' }]
    await step('上传后每一格的错都指出来 / every mistake is shown at its cell', async () => {
      await page.locator('input[type=file]').first().setInputFiles({ name: '核查清单.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: fillTemplate(template, rows) })
      await page.getByRole('heading', { level: 1, name: '核查清单.xlsx' }).waitFor()
      await page.getByText('检查好了').waitFor()
      await page.getByText('第 6 行', { exact: true }).waitFor()
      await page.getByText('第 7 行', { exact: true }).waitFor()
      await picture(page, '01-checked', { fullPage: true })
      const mend = cellsOf(await download(page, '下载要改的表'), '要改的清单')
      assert.deepEqual(mend.slice(1).map(([, row, column]) => [row, column]), [['6', '统一社会信用代码'], ['7', '从哪天查起']])
    })
    await step('没问题的 4 行提交，一行一件 / four rows are handed in, one application each', async () => {
      await page.getByRole('checkbox', { name: '我同意向上面的部门查询' }).check()
      await page.getByRole('checkbox', { name: /^我填的内容都是真实的/ }).check()
      await page.getByRole('button', { name: '提交 4 行' }).click()
      await page.getByText('办完了').waitFor()
      await picture(page, '02-done', { fullPage: true })
    })
    await step('结果表里每一行都有编号 / the results give every row its number', async () => {
      const [headings = [], ...lines] = cellsOf(await download(page, '下载结果表'), '办理结果')
      const numbers = lines.map((line) => line[headings.indexOf('受理编号')] ?? '').filter((number) => number !== '')
      assert.equal(new Set(numbers).size, 4)
      await page.goto('/inbox')
      await page.getByRole('heading', { name: '批量办完成：企业破产信息核查' }).waitFor()
    })
    const clerk = { ...worker, 社保卡要办什么: '卡没问题，改资料或开通新功能', '手机号或住址变了，要改到社保卡上': '否', 要在手机上领电子社保卡: '是', '在领养老金、失业金或补贴，想改发到社保卡': '否', 开通图书馆借书: '否', 开通坐公交地铁: '否' }
    await step('替员工办的一行，先等员工本人同意 / a row for somebody else waits for their word', async () => {
      await page.goto('/batches')
      const card = page.locator('.tb-card', { has: page.getByRole('heading', { name: '社保卡' }) })
      const [file] = await Promise.all([page.waitForEvent('download'), card.getByRole('link', { name: '下载模板' }).click()])
      await card.locator('input[type=file]').setInputFiles({ name: '员工.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: fillTemplate(await readFile(await file.path()), [clerk]) })
      await page.getByText('检查好了').waitFor()
      await page.getByRole('checkbox', { name: /^我填的内容都是真实的/ }).check()
      await page.getByRole('button', { name: '提交 1 行' }).click()
      await page.getByText('等申请人同意').waitFor()
      await picture(page, '03-waiting', { fullPage: true })
    })
    await step('员工在手机上核对后同意，办的就是员工自己的事 / she agrees on her phone, and it is hers', async () => {
      const phoned = await open({ as: worker.申请人姓名, at: '/batch-answers', size: phone })
      await phoned.getByRole('heading', { name: '费叔明想替您办：社保卡' }).waitFor()
      await picture(phoned, '04-asked', { fullPage: true })
      await phoned.getByRole('checkbox', { name: '我同意向上面的部门查询' }).check()
      await phoned.getByRole('button', { name: '内容没错，同意提交' }).click()
      await phoned.getByText('现在没有等您同意的').waitFor()
      // While only other people's words are waited for, the page looks again every half minute.
      await page.reload()
      await page.getByText('办完了').waitFor()
      await phoned.goto('/inbox')
      await phoned.getByRole('heading', { name: '费叔明已替您提交：社保卡' }).waitFor()
      await picture(phoned, '05-hers')
    })
  },
}
