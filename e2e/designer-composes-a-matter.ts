// A designer composes a new matter of existing services, asks a question, sees what it saves, tries it, keeps a sample, hands it in.
// Somebody else releases it; a resident begins it; it is taken back. Two designers of one file lose nothing to each other.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { paths } from '../web/shared/paths.ts'
import { ask } from './harness/api.ts'
import { axeProblems } from './harness/page-checks.ts'
import { phone, type Journey } from './harness/journey.ts'

const [designer, colleague, supervisor, resident] = ['顾屿宁', '池若谷', '向明诚', '方若川']
const matter = 'draw-a-pension'
const services = ['企业职工基本养老金申领', '退休人员医保待遇登记', '退休提取住房公积金']

const saved = (page: Page): Promise<void> => page.locator('.designs-tools').getByText('已保存').waitFor()
const goTo = (page: Page, part: string): Promise<void> => page.getByRole('navigation', { name: '设计内容' }).getByRole('link', { name: new RegExp(`^${part}`) }).click()
const live = (page: Page) => page.getByRole('complementary', { name: '实时效果' })


const addService = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('searchbox', { name: '找事项' }).fill(name)
  await page.getByRole('button', { name: `加入 ${name}` }).click()
  await page.getByRole('list', { name: '事项，按顺序' }).locator('b').getByText(name).waitFor()
}

export const journey: Journey = {
  name: 'designer-composes-a-matter',
  about: '设计一件新的事：组合、提问、看省多少、预览、样例、审核、发布、撤回 / a matter composed, tried, reviewed, released, taken back',
  run: async (scene) => {
    const { step, open, picture } = scene
    const barriers: string[] = []
    const isAccessible = async (page: Page): Promise<void> => {
      barriers.push(...(await axeProblems(page)).map((problem) => `${new URL(page.url()).search} ${problem}`))
    }
    const page = await step('新建一件事 / a new matter is begun', async () => {
      const opened = await open({ as: designer, at: paths.workbenchDesigns() })
      await opened.getByRole('heading', { level: 1, name: '事项设计' }).waitFor()
      await isAccessible(opened)
      await picture(opened, '01-designs')
      await opened.getByRole('button', { name: '新的一件事' }).click()
      await opened.getByRole('textbox', { name: /^名称/ }).fill('领养老金')
      await opened.getByRole('textbox', { name: /^英文名称/ }).fill('Draw a pension')
      await opened.getByRole('button', { name: '开始' }).click()
      await opened.getByRole('heading', { level: 1, name: '领养老金' }).waitFor()
      return opened
    })

    await step('搜到三个事项加进来，马上看到省多少 / three services, and what they save at once', async () => {
      for (const name of services) await addService(page, name)
      await saved(page)
      await live(page).locator('dl > div').filter({ hasText: /^申请.*3.*1$/ }).waitFor()
      await live(page).getByText('检查通过').waitFor()
      await page.getByRole('heading', { name: /^合并后共 \d+ 项，要填 \d+ 项$/ }).waitFor()
      await isAccessible(page)
      await picture(page, '02-services', { fullPage: true })
    })

    await step('加一个情形问题，用表格定哪种情形办哪项 / a question, and a table that says what applies', async () => {
      await goTo(page, '情形')
      await page.getByRole('combobox', { name: /^加一个问题/ }).selectOption('applicant.hasHousingFund')
      await page.getByRole('button', { name: '加入', exact: true }).click()
      await page.getByRole('button', { name: '加一行' }).click()
      const row = page.getByRole('region', { name: '情形表' }).getByRole('row').nth(2)
      await row.getByRole('button', { name: '是', exact: true }).click()
      await row.getByRole('checkbox', { name: /退休提取住房公积金$/ }).check()
      await page.getByRole('row').nth(1).getByRole('checkbox', { name: /退休提取住房公积金$/ }).uncheck()
      await saved(page)
      await isAccessible(page)
      await picture(page, '03-questions')
      await goTo(page, '源文件')
      const source = page.getByRole('textbox', { name: /draw-a-pension\.yaml 的内容$/ })
      assert.match(await source.inputValue(), /- \{service: housing-fund-withdrawal, when: applicant\.hasHousingFund\}/)
      await picture(page, '04-source')
    })

    await step('撤销和重做 / undo and redo', async () => {
      await goTo(page, '文字')
      const summary = page.getByRole('textbox', { name: '一句话说明（中文）' })
      await summary.fill('退休后领养老金、看病照样报销，有公积金的一起提取。')
      await page.getByRole('textbox', { name: '大家会搜的词' }).fill('养老金、退休金')
      await page.getByRole('textbox', { name: '大家会搜的词' }).blur()
      await saved(page)
      await page.getByRole('button', { name: /^撤销/ }).click()
      await page.getByRole('button', { name: /^撤销/ }).click()
      assert.equal(await summary.inputValue(), '领养老金')
      await page.getByRole('button', { name: /^重做/ }).click()
      await page.getByRole('button', { name: /^重做/ }).click()
      assert.match(await summary.inputValue(), /^退休后领养老金/)
      await saved(page)
      await isAccessible(page)
      await picture(page, '05-texts')
    })

    await step('用键盘排填写项的顺序 / fields put in order by keyboard', async () => {
      await goTo(page, '页面')
      const fields = page.getByRole('list', { name: /的填写项$/ }).first()
      const names = () => fields.getByRole('listitem').locator('.designs-sortable-body').allInnerTexts()
      await fields.getByRole('listitem').nth(1).waitFor()
      const [first, second] = await names()
      await fields.getByRole('button', { name: /^移动/ }).first().focus()
      await page.keyboard.press('ArrowDown')
      assert.deepEqual((await names()).slice(0, 2), [second, first])
      await saved(page)
      await isAccessible(page)
      await picture(page, '06-pages')
    })

    await step('像群众一样试：手机、长辈版、自助机；存成样例 / tried as a resident, kept as a sample', async () => {
      await goTo(page, '预览')
      const frame = page.frameLocator('iframe')
      await frame.getByRole('heading', { level: 1, name: '领养老金' }).waitFor()
      await frame.getByRole('button', { name: '是', exact: true }).click()
      await frame.getByRole('heading', { name: '一次办 3 项' }).waitFor()
      await picture(page, '07-preview-phone')
      await page.getByRole('button', { name: '手机长辈版' }).click()
      await picture(page, '08-preview-elder')
      await page.getByRole('button', { name: '自助机' }).click()
      await picture(page, '09-preview-kiosk')
      await page.getByRole('textbox', { name: /^存成样例/ }).fill('有公积金的，养老金、医保、公积金三项一起办')
      await page.getByRole('button', { name: '存下来' }).click()
      await saved(page)
      await goTo(page, '样例')
      await page.getByText('有公积金的，养老金、医保、公积金三项一起办').first().waitFor()
      await page.getByText('通过', { exact: true }).waitFor()
      await isAccessible(page)
      await picture(page, '10-samples')
    })

    await step('提交审核；自己不能发布 / handed in; its author cannot release it', async () => {
      await goTo(page, '审核发布')
      await page.getByRole('textbox', { name: /^留言/ }).fill('新的一件事，请看看情形和样例。')
      await page.getByRole('button', { name: '提交审核' }).click()
      await page.getByText('待审核').first().waitFor()
      const release = page.getByRole('button', { name: '发布', exact: true })
      assert.equal(await release.getAttribute('aria-disabled'), 'true')
      await page.getByText('您参与了编写，要请另一位同事').first().waitFor()
      await isAccessible(page)
      await picture(page, '11-handed-in')
    })

    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const reviewer = await step('督办看改动、发布 / a supervisor reads the changes and releases', async () => {
      const opened = await open({ as: supervisor, at: paths.workbenchDesign({ design: id }, { part: 'changes' }) })
      await opened.getByText('draw-a-pension').first().waitFor()
      await isAccessible(opened)
      await picture(opened, '12-changes')
      await goTo(opened, '审核发布')
      await opened.getByRole('textbox', { name: /^留言/ }).fill('情形清楚，同意。')
      await opened.getByRole('button', { name: '发布', exact: true }).click()
      await opened.getByText('向明诚发布，成为第').waitFor()
      await picture(opened, '13-released')
      return opened
    })

    const citizen = await step('群众马上看到，开始办 / a resident sees it and begins', async () => {
      const opened = await open({ as: resident, at: paths.matter({ matter }), size: phone })
      await opened.getByRole('heading', { level: 1, name: /领养老金/ }).waitFor()
      await picture(opened, '14-resident')
      await ask(opened, 'startApplication', { body: { matter, region: '440305', channel: 'web' } })
      await opened.goto(paths.applications())
      await opened.getByText('领养老金').first().waitFor()
      return opened
    })

    await step('两位设计人员同时改同一个文件，都不丢 / two designers of one file lose nothing', async () => {
      const begun = await ask(page, 'beginDesign', { body: { pack: 'shenzhen', title: '改新生儿的说明', about: 'matters/newborn' } })
      const at = paths.workbenchDesign({ design: begun.id }, { part: 'texts' })
      await page.goto(at)
      const other = await open({ as: colleague, at, expected: [/409/] })
      await page.getByRole('textbox', { name: '结果怎么给（中文）' }).fill('结果都在线上，证件寄到家。')
      await saved(page)
      await other.getByRole('textbox', { name: '结果怎么给（中文）' }).fill('结果在线上看，卡片免费寄。')
      const dialog = other.getByRole('dialog', { name: '同一个文件，同事也改了' })
      await dialog.waitFor()
      await dialog.getByText('结果都在线上，证件寄到家。').waitFor()
      await dialog.getByText('结果在线上看，卡片免费寄。').waitFor()
      await picture(other, '15-conflict')
      await dialog.getByRole('radio', { name: `用${designer}的` }).check()
      await dialog.getByRole('button', { name: '就这样，继续' }).click()
      await dialog.waitFor({ state: 'detached' })
      await goTo(other, '源文件')
      assert.match(await other.getByRole('textbox', { name: /newborn\.yaml 的内容$/ }).inputValue(), /证件寄到家/)
      await other.getByRole('button', { name: /^撤销/ }).click()
      assert.match(await other.getByRole('textbox', { name: /newborn\.yaml 的内容$/ }).inputValue(), /卡片免费寄/)
    })

    await step('撤回这一版，群众看到的恢复原样 / the edition is taken back', async () => {
      await reviewer.goto(paths.workbenchDesigns())
      await reviewer.getByRole('button', { name: /^撤回/ }).first().click()
      const dialog = reviewer.getByRole('dialog')
      await dialog.getByRole('textbox', { name: /^为什么撤回/ }).fill('名称和“退休”容易混淆，先撤回。')
      await dialog.getByRole('button', { name: '撤回', exact: true }).click()
      await reviewer.getByText(/^撤回第 \d+ 版$/).first().waitFor()
      await isAccessible(reviewer)
      await picture(reviewer, '16-taken-back')
      const { matters } = await ask(citizen, 'listMatters', { query: {} })
      assert.equal(matters.some((each) => each.id === matter), false)
    })

    await step('每一页都没有障碍 / no barriers on any of these pages', async () => assert.deepEqual(barriers, []))
  },
}
