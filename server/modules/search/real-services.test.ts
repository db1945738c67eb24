// Everyday questions over 2,000 real services, when the scrape is there (TONGBAN_DATA, or shared/data beside the project).
// Each question has a title that must be among the first five; each nonsense must find nothing.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startTestApp } from '../../testing/app.ts'
import { noPacks } from '../../testing/packs.ts'
import { importServices, loadPacks } from '../catalogue/index.ts'
import { indexImportedServices } from './index.ts'

const expected: [question: string, title: RegExp][] = [
  ['护照怎么办', /^办理及加注普通护照$/], ['我要去香港', /^办理往来港澳通行证$/], ['去台湾旅游要办什么', /往来台湾通行证团队旅游签注/], ['结婚', /^结婚登记预约$/],
  ['结婚证丢了怎么补办', /^补领结婚证预约$/], ['残疾证丢了', /残疾人证》挂失补办$/], ['低保怎么申请', /^最低生活保障业务申请预约$/], ['考驾照', /^机动车驾驶证初次申领/],
  ['开公司要什么材料', /有限责任公司设立登记$/], ['成立协会', /^社会团体成立登记$/], ['律师证丢了', /^律师执业证书补证、换证$/], ['自考毕业证', /^办理自学考试毕业证明书/],
  ['养老保险转移', /养老保险关系转移接续申请$/], ['代开发票', /^代开增值税/], ['退税', /^其他出口退（免）税备案$/], ['装电表', /报装|用电/], ['環評', /环境影响/],
  ['砍树', /采伐/], ['挖路', /挖掘公路/], ['打疫苗', /预防接种|疫苗/], ['外国人来工作', /工作类外国人居留证件$/], ['签证延期', /^延期.字签证$/], ['迁户口', /^户口迁出$/], ['遗嘱公证', /^遗嘱继承公证指引$/],
]

test('everyday questions find the real services people mean, and nonsense finds none', { timeout: 120_000 }, async ({ skip }) => {
  const data = process.env['TONGBAN_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))
  const file = join(data, 'gd-services/services.jsonl')
  skip(!existsSync(file), `The real scrape is not here: ${file}. Set TONGBAN_DATA to the folder that holds gd-services.`)
  // What people say stands in the thesaurus of the packs; their own matters and services are left out here.
  const { thesaurusFor } = loadPacks(fileURLToPath(new URL('../../../packs', import.meta.url)), { on: '2026-11-22' })
  const testing = await startTestApp({ packs: { ...noPacks, thesaurusFor } })
  try {
    const { imported } = await importServices(testing.app.db, file, testing.app.clock.now())
    expect(await indexImportedServices(testing.app.db)).toBe(imported)
    const titles = async (q: string) => (await testing.asNobody.get<{ results: { title: string }[] }>(`/search?q=${encodeURIComponent(q)}&limit=5`)).body.results.map(({ title }) => title)
    for (const [question, title] of expected) expect.soft(await titles(question), question).toContainEqual(expect.stringMatching(title))
    for (const nonsense of ['股票涨了', 'qwertyuiop', '哈哈哈哈', '失业金在哪领']) expect.soft(await titles(nonsense), nonsense).toEqual([])
  } finally {
    await testing.close()
  }
})
