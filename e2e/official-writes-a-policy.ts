// An official of the province writes a new policy: a fact that does not exist is told at once, two samples come out right, the effect is looked
// at, a second official reads what is new and releases it. A resident finds it, agrees to be looked for, and sees why it is his.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { paths } from '../web/shared/paths.ts'
import { phone, type Journey } from './harness/journey.ts'
import { axeProblems } from './harness/page-checks.ts'

const [designer, supervisor, resident] = ['岑望舒', '闻人策', '谢远舟']
const [policy, id] = ['青年安家补贴', 'young-settlers-grant']
const law = '深圳市青年安家补贴试行办法'

const saved = (page: Page): Promise<void> => page.locator('.designs-tools').getByText('已保存').waitFor()
const goTo = (page: Page, part: string): Promise<void> => page.getByRole('navigation', { name: '设计内容' }).getByRole('link', { name: new RegExp(`^${part}`) }).click()
const fill = (page: Page, name: string, text: string): Promise<void> => page.getByRole('textbox', { name }).first().fill(text)

/** The last row of the samples is for trying; kept, it becomes one. */
const keepSample = async (page: Page, name: string, birthDate: string, verdict: string): Promise<void> => {
  const row = page.locator('.designs-tests tbody').last().getByRole('row').last()
  const boxes = row.getByRole('textbox')
  await boxes.nth(0).fill(name)
  await boxes.nth(2).fill('440307')
  await boxes.nth(3).fill(birthDate)
  await row.getByText(verdict).waitFor()
  await row.getByRole('button', { name: '存成样例' }).click()
}

export const journey: Journey = {
  name: 'official-writes-a-policy',
  about: '写一项新政策：写错当场说、样例边改边算、看影响、另一人发布，群众马上看到为什么符合 / an official writes a policy, a second one releases it, a resident sees why it is his',
  run: async ({ open, step, picture }) => {
    const page = await open({ as: designer, at: paths.workbenchDesigns() })
    await step('新建一项政策 / a new policy is begun', async () => {
      await page.getByRole('button', { name: '新的一项政策' }).click()
      await page.getByRole('combobox', { name: '放在哪个业务包' }).selectOption('guangdong')
      await fill(page, '名称', policy)
      await page.getByRole('textbox', { name: '代号' }).fill(id)
      await page.getByRole('button', { name: '开始' }).click()
      await page.getByRole('heading', { level: 1, name: policy }).waitFor()
      await page.locator('.cm-content').first().waitFor()
    })

    const first = page.getByRole('group', { name: '第 1 条条件' })
    await step('用到没有的事实，当场就说，输入“出生”就能选 / a fact that does not exist is told, the right one found by its name', async () => {
      await fill(page, '一句话：发什么（中文）', '户口在深圳、未满四十周岁，领一次安家补贴。')
      await fill(page, '谁能领、为什么、怎么领（中文）', '补贴用来付房租和搬家费，确认后发到本人账户。')
      await fill(page, '依据', law)
      await first.getByRole('textbox', { name: '用一句话说（中文）' }).fill('户口在深圳')
      await first.getByRole('textbox', { name: '怎么判断' }).fill('starts with(person.householdRegion, "4403")')
      await first.getByText('读作：户籍所在区以“4403”开头').waitFor()
      await page.getByRole('button', { name: '加一条' }).click()
      const second = page.getByRole('group', { name: '第 2 条条件' })
      await second.getByRole('textbox', { name: '用一句话说（中文）' }).fill('未满四十周岁')
      const rule = second.getByRole('textbox', { name: '怎么判断' })
      await rule.fill('person.birthDay > today - duration("P40Y")')
      await second.getByText('规则用到 person.birthDay').waitFor()
      await picture(page, '01-wrong-fact')
      await rule.fill('出生')
      await rule.press('End')
      await rule.press('Control+Space')
      await page.getByRole('option', { name: /出生日期/ }).first().waitFor()
      await picture(page, '02-completion')
      await rule.press('Escape')
      await rule.fill('person.birthDate > today - duration("P40Y")')
      await second.getByText('读作：出生日期晚于 40 年前').waitFor()
      assert.deepEqual(await axeProblems(page), [])
    })

    await step('写多少钱、谁来发 / the amount, and who pays', async () => {
      const amount = page.getByRole('group', { name: '第 1 行金额' })
      await amount.getByRole('textbox', { name: '一期多少钱（分）' }).fill('if person.birthDate > today - duration("P30Y") then 500000 else 300000')
      await amount.getByRole('textbox', { name: '依据' }).fill(law)
      await page.getByRole('combobox', { name: '多久发一次' }).selectOption('once')
      await page.getByRole('combobox', { name: '由哪个部门发' }).selectOption('human-resources')
      await picture(page, '03-policy', { fullPage: true })
    })

    await step('两个样例，边改边算 / two samples, worked out at once', async () => {
      await goTo(page, '样例')
      await keepSample(page, '三十五岁领三千元', '1991-03-04', '符合 3,000.00 元')
      await keepSample(page, '五十岁不能领', '1976-01-01', '不符合')
      await saved(page)
      await page.getByText('检查通过').waitFor()
      assert.deepEqual(await axeProblems(page), [])
      await picture(page, '04-samples')
    })

    await step('发布前看影响；提交，自己不能发布 / the effect before the release; handed in', async () => {
      await goTo(page, '影响')
      await page.getByRole('button', { name: '测算', exact: true }).click()
      const changes = page.getByRole('table', { name: '有什么变化' })
      await changes.getByText('新享受').waitFor({ timeout: 60_000 })
      const found = Number((await changes.getByRole('row', { name: /新享受/ }).getByRole('cell').nth(1).innerText()).replaceAll(/\D/g, ''))
      assert.ok(found > 1000, `${found} people of the invented population`)
      assert.deepEqual(await axeProblems(page), [])
      await picture(page, '05-effect', { fullPage: true })
      await goTo(page, '审核发布')
      await page.getByRole('button', { name: '提交审核' }).click()
      await page.getByText('待审核').first().waitFor()
      assert.equal(await page.getByRole('button', { name: '发布', exact: true }).getAttribute('aria-disabled'), 'true')
    })

    const design = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await step('另一个人看改动、发布 / a second official reads the difference and releases', async () => {
      const reviewer = await open({ as: supervisor, at: paths.workbenchDesign({ design }, { part: 'changes' }) })
      await reviewer.getByText('starts with(person.householdRegion, "4403")').first().waitFor()
      await picture(reviewer, '06-difference')
      await goTo(reviewer, '审核发布')
      await reviewer.getByRole('button', { name: '发布', exact: true }).click()
      await reviewer.getByText(`${supervisor}发布，成为第`).waitFor()
    })

    await step('群众马上看到，知道为什么符合 / a resident finds it and sees why it is his', async () => {
      const citizen = await open({ as: resident, at: paths.benefit({ benefit: id }), size: phone })
      await citizen.getByRole('heading', { level: 1, name: policy }).waitFor()
      await citizen.getByText('未满四十周岁').first().waitFor()
      await picture(citizen, '07-resident')
      await citizen.goto(paths.myBenefits())
      await citizen.getByRole('button', { name: '同意查一查' }).click()
      const card = citizen.locator('.tb-card', { has: citizen.getByRole('heading', { name: policy }) })
      for (let tries = 0; tries < 20 && (await card.count()) === 0; tries += 1) await citizen.reload()
      await card.locator('summary').first().click()
      await card.getByText('户口在深圳').first().waitFor()
      await picture(citizen, '08-his', { fullPage: true })
    })
  },
}
