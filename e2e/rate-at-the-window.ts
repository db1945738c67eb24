// 秦月蘅 is served at a window in Bao'an and rates the visit with two taps on the tablet. It came too soon to be sure, so a supervisor looks;
// then a colleague puts it right and answers, the supervisor publishes it, and she says how it is now. Another matter of hers ends: her phone is
// invited, she rates by the link without login, and answers T.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { asking } from '../server/commands/demo-calls.ts'
import { loginOverHttp } from '../server/modules/people/demo-login.ts'
import { ask } from './harness/api.ts'
import { desk, nowhere, phone, type Journey } from './harness/journey.ts'
import { axeProblems } from './harness/page-checks.ts'
import { fillIn } from './harness/prepare.ts'

const name = '秦月蘅'
const number = '15400001302'

const answers: Readonly<Record<string, string | boolean>> = {
  'applicant.cardMatter': 'worn', 'applicant.updatesDetails': false, 'applicant.wantsElectronicCard': false, 'applicant.wantsLibrary': false, 'applicant.cardBank': 'icbc', 'applicant.cardPickup': 'counter', 'applicant.cardIssuedOn': '2018-05-08',
}

/** Her worn card, filled in over the API: this journey is about what comes after. */
const prepare = async (url: string): Promise<string> => {
  const session = await loginOverHttp(url, 'qin-yueheng')
  const { id } = await asking.start(session, 'social-security-card-services', '440306')
  await fillIn(session, id, answers)
  return id
}

const grant = async (approver: Page, id: string): Promise<void> => {
  const revision = async () => (await ask(approver, 'getCase', { params: { id } })).revision
  await ask(approver, 'acceptCase', { params: { id }, body: { revision: await revision() } })
  await ask(approver, 'grantCase', { params: { id }, body: { revision: await revision(), values: {}, opinion: '' } })
}

/** The message that speaks of this, once it is there; a job sends it. */
const waitForText = async (phones: Page, words: RegExp) => {
  const message = phones.getByRole('article').filter({ hasText: words }).first()
  for (let attempt = 0; attempt < 60 && (await message.count()) === 0; attempt += 1) {
    await phones.waitForTimeout(1000)
    await phones.reload()
  }
  await message.waitFor()
  return message
}

export const journey: Journey = {
  name: 'rate-at-the-window',
  about: '秦月蘅在窗口点差评：核实后回访、整改、答复、公开，她再评一次 / a bad rating at the window is looked at, put right, answered, published and rated again',
  run: async ({ product, open, openTab, step, picture }) => {
    const clerk = await open({ as: '骆知秋', at: '/workbench/window', size: desk, expected: [/status of (404|409) /] })
    const resident = await open({ as: name, at: '/show-code', size: phone })

    await step('窗口扫码接待她 / the window reads her code', async () => {
      await ask(clerk, 'takeSeat', { body: { outlet: 'baoan-hall', counter: '1' } })
      const digits = (await resident.locator('.show-code-digits').innerText()).replaceAll(/\D/g, '')
      await ask(clerk, 'identifyAtWindow', { body: { code: digits } })
    })

    const tablet = await openTab(clerk.context(), '/workbench/window/rate')
    await step('评价屏上点一下，再说哪里不好 / two taps on the tablet', async () => {
      await tablet.getByText('这次办得怎么样？点一下就行').waitFor()
      assert.deepEqual(await axeProblems(tablet), [])
      await picture(tablet, '01-faces')
      assert.ok(!(await tablet.content()).includes(name), 'the tablet names nobody')
      await tablet.getByRole('button', { name: '不满意', exact: true }).click()
      await tablet.getByRole('button', { name: '等得太久' }).click()
      assert.deepEqual(await axeProblems(tablet), [])
      await picture(tablet, '02-why')
      await tablet.getByRole('button', { name: '提交', exact: true }).click()
      await tablet.getByText('谢谢您的评价').waitFor()
      await picture(tablet, '03-thanks')
      await tablet.reload()
      await tablet.getByText('这次服务已经评价过了，谢谢').waitFor()
    })

    const supervisor = await open({ as: '向明诚', at: '/workbench/ratings?view=questions', size: desk })
    await step('刚坐下就评，先核实再计入 / it came at once, so a supervisor looks first', async () => {
      await supervisor.getByRole('link', { name: /宝安区政务服务中心/ }).first().click()
      await supervisor.getByText('刚开始接待就评了。').waitFor()
      await supervisor.getByRole('radio', { name: '计入', exact: true }).check()
      await supervisor.getByRole('textbox', { name: /^理由/ }).fill('看过监控，是本人点的。')
      await picture(supervisor, '04-to-decide', { fullPage: true })
      await supervisor.getByRole('button', { name: '作出决定' }).click()
      await supervisor.getByText('待回访').first().waitFor()
    })

    await step('被评的人自己不能办 / whoever it is about does not handle it', async () => {
      await clerk.goto('/workbench/ratings?view=mine')
      await clerk.getByRole('link', { name: /宝安区政务服务中心/ }).first().click()
      await clerk.getByRole('heading', { name: '申诉' }).waitFor()
      await clerk.getByText('评的是您本人，由别的同事办理').first().waitFor()
      assert.deepEqual(await axeProblems(clerk), [])
      await picture(clerk, '05-about-me', { fullPage: true })
    })

    const colleague = await open({ as: '温如言', at: '/workbench/ratings', size: desk })
    await step('同事回访、整改、答复 / a colleague gets in touch, mends it and answers', async () => {
      await picture(colleague, '06-to-put-right')
      await colleague.getByRole('link', { name: /宝安区政务服务中心/ }).first().click()
      await colleague.getByRole('button', { name: '看号码，打电话回访' }).click()
      await colleague.getByRole('link', { name: /^1540000/ }).waitFor()
      const write = async (label: RegExp, text: string, next: string) => {
        await colleague.getByRole('textbox', { name: label }).fill(text)
        await colleague.getByRole('button', { name: '提交', exact: true }).click()
        await colleague.getByText(next, { exact: true }).first().waitFor()
      }
      await write(/^回访了解到的情况/, '取号以后等了一个小时。', '整改中')
      await write(/^采取了什么措施/, '中午加开了一个窗口。', '待答复')
      await picture(colleague, '07-answering', { fullPage: true })
      await write(/^给群众的答复/, '让您久等了，中午已经加开窗口。', '待复核')
    })

    await step('监督人员复核、公开 / the supervisor reviews and publishes', async () => {
      await supervisor.reload()
      await supervisor.getByRole('radio', { name: '复核通过' }).check()
      await supervisor.getByRole('textbox', { name: /^公开的答复/ }).fill('中午已经加开窗口。')
      await picture(supervisor, '08-review', { fullPage: true })
      await supervisor.getByRole('button', { name: '提交', exact: true }).click()
      await supervisor.getByText('已整改').first().waitFor()
    })

    await step('她收到答复，再评一次 / she is told and rates once more', async () => {
      await resident.goto('/inbox')
      await resident.getByRole('heading', { name: /^整改已复核/ }).waitFor()
      await resident.getByRole('link', { name: '看我的评价' }).first().click()
      await resident.getByText('整改以后，现在怎么样？').waitFor()
      await picture(resident, '09-again', { fullPage: true })
      assert.deepEqual(await axeProblems(resident), [])
      await resident.getByRole('radio', { name: '满意', exact: true }).check()
      await resident.getByRole('button', { name: '提交评价' }).click()
      await resident.getByText('整改后再评：满意').first().waitFor()
    })

    await step('大家都看得到怎么改的 / everybody can read what was done', async () => {
      const anybody = await open({ at: '/ratings', size: phone })
      await anybody.getByText('中午已经加开窗口。').waitFor()
      assert.ok(!(await anybody.content()).includes(name))
      await picture(anybody, '10-public', { fullPage: true })
    })

    // The phones are a page of the sandbox, at an address of its own and without the fonts pictures wait for.
    const phones = await open({ at: nowhere, size: phone, expected: [new RegExp(`^request to another host: ${product.phones}`)] })
    await step('办完一件事，手机收到邀请，点开就评 / a case ends, her phone is invited, and she rates by the link', async () => {
      const application = await prepare(product.url)
      const { cases } = await ask(resident, 'submitApplication', { params: { id: application }, body: { truthful: true } })
      await grant(await open({ as: '易守一', at: nowhere }), cases[0]?.id ?? '')
      await phones.goto(product.phones)
      const invitation = await waitForText(phones, /办得好不好/)
      assert.deepEqual(await axeProblems(phones), [])
      await invitation.getByRole('link').click()
      await phones.waitForURL(/\/rate\/[\w-]+$/)
      assert.ok(!(await phones.content()).includes(name), 'the link names nobody')
      await phones.getByRole('radio', { name: '满意', exact: true }).check()
      await phones.getByRole('button', { name: '提交评价' }).click()
      await phones.getByText('谢谢').first().waitFor()
      await picture(phones, '11-rated-by-link')
    })

    await step('回复 T，以后不再收到 / she answers T and gets no more', async () => {
      await phones.goto(product.phones)
      await phones.getByRole('textbox', { name: '回复' }).first().fill('T')
      await phones.getByRole('button', { name: '回复' }).first().click()
      await phones.getByRole('heading', { name: '演示手机' }).waitFor()
      assert.deepEqual(await ask(resident, 'getTextMessageChoice'), { phone: '154****1302', wanted: false })
    })

    await step('管短信的人看得到发没发到，看不到号码 / whoever is in charge sees what was delivered, and no number', async () => {
      const operator = await open({ as: '祝砚池', at: '/workbench/text-messages?view=all', size: desk })
      await operator.getByText('154****1302').first().waitFor()
      assert.ok(!(await operator.content()).includes(number), 'numbers are masked')
      assert.deepEqual(await axeProblems(operator), [])
      await picture(operator, '12-text-messages')
      await operator.getByRole('tab', { name: '要报备的文字' }).click()
      await operator.getByText('邀请评价办件').waitFor()
      await picture(operator, '13-words', { fullPage: true })
    })
  },
}
