// The officials of three authorities decide with the keyboard; one asks for a correction, one refuses, the rest is not held up.
// The applicant answers and reads the results in a window of his own; another district sees nothing; the supervisor sees all.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { residentIdCheckDigit } from '../server/kernel/identifiers.ts'
import { ask } from './harness/api.ts'
import { desk, phone, type Journey, type Scene } from './harness/journey.ts'
import { families, prepareApplication } from './harness/prepare.ts'

const applicant = '谭晓棠'

/** Goes to the search of the queue with /, types the name, opens the first case with Enter and goes on with J to the one of a service. */
const findCase = async (page: Page, service: string): Promise<void> => {
  const search = page.getByRole('searchbox', { name: /^在列表里找/ })
  const list = page.getByRole('list', { name: '办件列表' })
  await search.waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type(applicant)
  await page.waitForURL(/q=/)
  await list.getByRole('link', { name: `${service} · ${applicant}` }).waitFor()
  // Without the mark of what is new to the official.
  const titles = await list.getByRole('link').locator('b').evaluateAll((all) => all.map((each) => each.lastChild?.textContent ?? ''))
  assert.deepEqual(titles.filter((title) => !title.includes(applicant)), [], 'the search leaves only this applicant')
  await page.keyboard.press('Enter')
  for (const title of titles) {
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    if (title.startsWith(`${service} ·`)) return
    await search.blur()
    await page.keyboard.press('j')
  }
}

const accept = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^受理/ }).waitFor()
  await page.keyboard.press('a')
  await page.getByText('已受理。').waitFor()
}

/** What the police assign to the newborn: invented, sequence 99x. */
const childIdNumber = `44030520261116994${residentIdCheckDigit('44030520261116994')}`

const grant = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^准予办结/ }).waitFor()
  await page.keyboard.press('g')
  await page.getByRole('form', { name: '准予办结' }).waitFor()
  const number = page.getByRole('textbox', { name: /身份证号/ })
  if ((await number.count()) > 0) await number.fill(childIdNumber)
  await page.keyboard.press('Control+Enter')
  await page.getByText('已准予办结，申请人会收到通知。').waitFor()
}

const official = ({ open }: Scene, name: string, at = '/workbench/', expected: RegExp[] = []): Promise<Page> => open({ as: name, at, size: desk, expected })

export const journey: Journey = {
  name: 'newborn-staff',
  about: '三个部门用键盘办件，一处补正、一处不批准，别的不受影响 / officials decide by keyboard; a correction, a refusal, the rest goes on',
  run: async (scene) => {
    const { product, step, open, picture } = scene
    const { id } = await step('谭晓棠已经提交 / the applicant has handed in', () => prepareApplication(product.url, families.zhou))

    await step('卫健：受理、准予，全用键盘 / health accepts and grants by keyboard', async () => {
      const page = await official(scene, '严怀舟')
      await picture(page, '01-queue')
      await findCase(page, '出生医学证明签发')
      await picture(page, '02-case')
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor()
      await picture(page, '03-shortcuts')
      await page.keyboard.press('Escape')
      await accept(page)
      await grant(page)
      await picture(page, '04-granted')
    })

    const police = await step('公安：一次告知补正 / the police ask for a correction, once', async () => {
      const page = await official(scene, '鲁承泽')
      await findCase(page, '出生登记')
      await page.getByRole('button', { name: /^一次告知补正/ }).waitFor()
      await page.keyboard.press('s')
      const form = page.getByRole('form', { name: '一次告知补正' })
      await form.waitFor()
      await page.getByRole('button', { name: '要补正：籍贯' }).click()
      await form.getByRole('textbox', { name: '籍贯' }).fill('请把籍贯写到县（市、区）。')
      await picture(page, '05-supplement')
      await page.keyboard.press('Control+Enter')
      await page.getByText('已一次告知，补齐前不计时间。').waitFor()
      return page
    })

    const citizen = await step('谭晓棠在手机上看到要补什么并补齐 / the applicant sees what is asked and answers', async () => {
      const page = await open({ as: applicant, at: `/applications/${id}`, size: phone })
      await page.getByText('请把籍贯写到县（市、区）。').first().waitFor()
      await picture(page, '06-needs-you')
      await page.getByRole('complementary', { name: '您现在可以做什么' }).getByRole('link', { name: /^补充：/ }).click()
      await page.getByRole('textbox', { name: /^籍贯/ }).fill('广东汕头')
      await page.getByRole('button', { name: '提交补充内容' }).click()
      await page.getByText(/^已经交给.+接着办理。$/).waitFor()
      return page
    })

    await step('医保：不予批准，写明理由 / medical insurance refuses, with reasons', async () => {
      const page = await official(scene, '贾思齐')
      await findCase(page, '生育津贴申领')
      await accept(page)
      await page.keyboard.press('r')
      await page.getByRole('form', { name: '不予批准' }).waitFor()
      await page.getByRole('textbox', { name: /^理由和依据/ }).fill('参保单位申报的产假开始日期与出院小结不一致，请核对后重新申请。')
      await page.keyboard.press('Control+Enter')
      const sure = page.getByRole('dialog', { name: '确定不予批准吗？' })
      await sure.waitFor()
      await picture(page, '07-refuse')
      await sure.getByRole('button', { name: '不予批准' }).click()
      await page.getByText(/^已作出不予批准的决定/).waitFor()
    })

    await step('公安：看到补正，受理并准予 / the police see the answer and grant', async () => {
      await police.reload()
      await police.getByText('广东汕头').first().waitFor()
      await accept(police)
      await grant(police)
    })

    await step('申请人看到结果，不批准的一项单独说明 / results are there, the refusal stands by itself', async () => {
      await citizen.reload()
      await citizen.getByText('部分办结').or(citizen.getByText('办理中')).first().waitFor()
      await citizen.waitForFunction(
        async (application) => {
          const reply = await fetch(`/api/v1/applications/${application}`)
          const { cases } = (await reply.json()) as { cases: { ended: boolean }[] }
          return cases.every(({ ended }) => ended)
        },
        id,
        { polling: 250 },
      )
      await citizen.reload()
      await citizen.getByText('参保单位申报的产假开始日期与出院小结不一致').first().waitFor()
      await citizen.getByText(/六十日内申请行政复议/).first().waitFor()
      await picture(citizen, '08-results', { fullPage: true })
      const { cases, progress } = await ask(citizen, 'getApplication', { params: { id } })
      assert.equal(progress, 'partlyGranted')
      assert.deepEqual(cases.filter(({ state }) => state !== 'granted').map(({ service, state }) => `${service} ${state}`), ['birth-allowance refused'])
      await citizen.getByRole('link', { name: '查看和打印' }).first().click()
      await citizen.getByRole('button', { name: '打印' }).waitFor()
      await picture(citizen, '09-result')
    })

    await step('福田的民警看不到南山的件 / another district sees nothing', async () => {
      const own = new URL(police.url()).pathname
      const page = await official(scene, '毛砚秋', '/workbench/', [/404/])
      await page.getByRole('heading', { level: 1, name: '办件' }).waitFor()
      const { cases } = await ask(page, 'listCases', { query: { view: 'any', q: applicant, limit: 50 } })
      assert.deepEqual(cases, [])
      assert.equal(await page.getByText(applicant).count(), 0)
      await page.goto(own)
      await page.getByRole('heading', { level: 1, name: '没有这一页' }).waitFor()
      await picture(page, '10-other-district')
    })

    await step('督办看到各部门在办和超期 / the supervisor sees every authority’s open and late cases', async () => {
      const page = await official(scene, '向明诚', '/workbench/overdue')
      await page.getByRole('heading', { level: 1, name: '超期和快到期' }).waitFor()
      await picture(page, '11-overdue')
      const { authorities } = await ask(page, 'summariseCases')
      const table = page.getByRole('table', { name: '各部门' })
      for (const each of authorities) {
        const row = table.getByRole('row').filter({ hasText: each.authorityName['zh-CN'] }).first()
        assert.match(await row.innerText(), new RegExp(`\\b${each.open}\\b`), `${each.authorityName['zh-CN']} has ${each.open} open`)
      }
    })
  },
}
