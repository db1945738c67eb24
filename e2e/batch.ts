// 费叔明, administrator of an insolvent company, applies by a table: the product's template, mistakes shown at their cells, the rest
// handed in, and the numbers as a spreadsheet.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { desk, type Journey } from './harness/journey.ts'
import { cellsOf, fillTemplate } from './harness/table.ts'

/** Four companies of one group, all in the hands of the same administrator. */
const companies = ['91440101MA9990006W', '91440300MA9990115C', '91440300MA99901237', '91440300MA99901312']
const right = (company: string) => ({ 您就是管理人负责人: '是', 企业有或者有过员工: '否', 做进出口: '否', 统一社会信用代码: company, 从哪天查起: '2025-12-01', 结果发到哪个邮箱: 'office@example.com' })

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
  },
}
