// 江叙明 has a new social security card sent home. The courier cannot hand it over, it comes back to Nanshan's hall, and he fetches it there
// with a code: chosen while applying, booked and put on paper by the clerk, followed on the phone, signed for, printed.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { asking, type Draft } from '../server/commands/demo-calls.ts'
import { loginOverHttp } from '../server/modules/people/demo-login.ts'
import { ask } from './harness/api.ts'
import { desk, nowhere, phone, type Journey } from './harness/journey.ts'
import { axeProblems } from './harness/page-checks.ts'

const card = '新的社会保障卡'
/** The simulated courier hands nothing over where an address has these words. */
const address = '广东省深圳市南山区粤海街道拒收路18号3栋1204'

const answers: Readonly<Record<string, string | boolean>> = {
  'applicant.cardMatter': 'worn', 'applicant.updatesDetails': false, 'applicant.wantsElectronicCard': false, 'applicant.wantsLibrary': false, 'applicant.cardBank': 'icbc', 'applicant.cardPickup': 'post', 'applicant.cardIssuedOn': '2018-05-08', 'applicant.deliveryAddress': address,
}

const sign = async (page: Page): Promise<void> => {
  const field = page.getByRole('img', { name: '领取人在这里签字' })
  await field.scrollIntoViewIfNeeded()
  const box = await field.boundingBox()
  if (!box) throw new Error('no field to sign in')
  await page.mouse.move(box.x + 60, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 220, box.y + 120, { steps: 8 })
  await page.mouse.move(box.x + 320, box.y + 50, { steps: 8 })
  await page.mouse.up()
}

/** His draft with everything filled in. */
const prepare = async (url: string): Promise<string> => {
  const session = await loginOverHttp(url, 'jiang-xuming')
  const { id } = await asking.start(session, 'social-security-card-services', '440305')
  for (let round = 0; round < 4; round += 1) {
    const draft: Draft = await asking.draft(session, id)
    const open = [...draft.plan.questions.map(({ concept }) => concept), ...draft.plan.concepts.filter(({ source, value }) => source.kind === 'ask' && value === undefined).map(({ concept }) => concept)]
    await asking.save(session, id, Object.fromEntries(open.flatMap((concept) => (answers[concept] === undefined ? [] : [[concept, answers[concept]]]))))
    await asking.consent(session, id, Object.fromEntries(draft.plan.consents.filter(({ registry }) => draft.consents[registry] === undefined).map(({ registry }) => [registry, true])))
  }
  return id
}

const grant = async (approver: Page, number: string): Promise<void> => {
  const { cases } = await ask(approver, 'listCases', { query: { view: 'all', q: number, limit: 10 } })
  const id = cases[0]?.id ?? ''
  await ask(approver, 'acceptCase', { params: { id }, body: { revision: (await ask(approver, 'getCase', { params: { id } })).revision } })
  await ask(approver, 'grantCase', { params: { id }, body: { revision: (await ask(approver, 'getCase', { params: { id } })).revision, values: {}, opinion: '' } })
}

export const journey: Journey = {
  name: 'delivery',
  about: '江叙明的新社保卡寄到家没人收，退回南山大厅，凭取件码签字领走 / a card sent home comes back to the hall and is fetched with a code',
  run: async ({ product, open, step, picture }) => {
    const application = await prepare(product.url)
    const resident = await open({ as: '江叙明', at: `/apply/${application}/check`, size: phone })
    const mine = resident.getByRole('region', { name: '结果怎么给您' })
    const clerk = await open({ as: '田若溪', at: '/workbench/deliveries', size: desk })

    await step('提交之前选好：快递到家，地址已经填着 / chosen before handing in, the address is there', async () => {
      await mine.getByRole('button', { name: '改领取方式' }).click()
      await mine.getByRole('radio', { name: '快递到家' }).check()
      assert.equal(await mine.getByRole('textbox', { name: '收件地址' }).inputValue(), address)
      await picture(resident, '01-choose')
      assert.deepEqual(await axeProblems(resident), [])
      await mine.getByRole('button', { name: '就这样' }).click()
      await mine.getByText(`办结后寄到：${address}`).waitFor()
    })

    const number = await step('办结以后，本人看到送达期限 / decided, with the day it has to be there', async () => {
      const { cases } = await ask(resident, 'submitApplication', { params: { id: application }, body: { truthful: true } })
      const approver = await open({ as: '汪启航', at: nowhere })
      await grant(approver, cases[0]?.number ?? '')
      await resident.goto(`/applications/${application}`)
      await mine.getByText(/^最迟.*行政许可法第四十四条/).waitFor()
      await picture(resident, '02-being-prepared')
      return cases[0]?.number ?? ''
    })

    await step('窗口下单，打印面单和交接单 / the clerk books the courier and prints', async () => {
      await clerk.reload()
      await clerk.getByRole('checkbox', { name: `选择 ${number}` }).check()
      await picture(clerk, '03-to-send')
      assert.deepEqual(await axeProblems(clerk), [])
      await clerk.getByRole('button', { name: '下单寄出' }).click()
      await clerk.getByText('成功 1 件，没办成 0 件').waitFor()
      await clerk.getByRole('link', { name: /^寄送中/ }).click()
      await clerk.getByText(/已下单 · SL\d+/).waitFor()
      await clerk.getByRole('link', { name: '打印面单和交接单' }).click()
      await clerk.getByRole('heading', { name: '交接单', exact: true }).waitFor()
      await picture(clerk, '04-labels')
      assert.deepEqual(await axeProblems(clerk), [])
    })

    await step('快递拒收退回，大厅给出取件码 / it comes back, and a code is there', async () => {
      for (let report = 0; report < 3; report += 1) await product.advanceCourier()
      await resident.reload()
      await mine.getByText('派送中').waitFor()
      await picture(resident, '05-on-the-way')
      for (let report = 0; report < 2; report += 1) await product.advanceCourier()
      await resident.reload()
      await mine.getByRole('heading', { name: '取件码', exact: true }).waitFor()
      await picture(resident, '06-pick-up-code')
      assert.deepEqual(await axeProblems(resident), [])
    })

    await step('凭码签字领走，打印取件单，办件记为已送达 / fetched by code, signed for, and delivered on the case', async () => {
      const digits = (await resident.locator('.deliveries-digits').innerText()).replaceAll(/\D/g, '')
      await clerk.goto('/workbench/window')
      await clerk.getByRole('radio', { name: /^5 号/ }).check()
      await clerk.getByRole('button', { name: '上岗' }).click()
      await clerk.getByRole('textbox', { name: '取件码' }).fill(digits)
      await clerk.getByRole('button', { name: '查一下' }).click()
      await clerk.getByRole('textbox', { name: '领取人姓名' }).fill('江叙明')
      await sign(clerk)
      await picture(clerk, '07-hand-out')
      assert.deepEqual(await axeProblems(clerk), [])
      await clerk.getByRole('button', { name: '发放并打印取件单' }).click()
      await clerk.getByRole('heading', { name: '取件单', exact: true }).waitFor()
      await clerk.getByText(card).waitFor()
      await picture(clerk, '08-slip')
      assert.deepEqual(await axeProblems(clerk), [])
      await resident.reload()
      await mine.getByText(/在大厅领取。$/).waitFor()
      await picture(resident, '09-delivered')
    })
  },
}
