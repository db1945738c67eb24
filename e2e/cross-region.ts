// 宇文澈 lives in Guangzhou and is registered in Shenzhen: a counter in Guangzhou takes in his application for Shenzhen, hands the file
// over with a signature, Shenzhen receipts it, and only then its clock runs; he follows both. And 梁嘉欣, from Hong Kong, applies online.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { asking } from '../server/commands/demo-calls.ts'
import { samplePhoto } from '../server/commands/demo-document.ts'
import { loginOverHttp } from '../server/modules/people/demo-login.ts'
import { ask } from './harness/api.ts'
import { desk, nowhere, phone, type Journey } from './harness/journey.ts'
import { axeProblems } from './harness/page-checks.ts'
import { samplePdf } from './harness/newborn.ts'

const [name, card] = ['宇文澈', '440305198806129978']
const answers = {
  'applicant.certificateMatter': 'none', 'applicant.suspectedDisability': 'visual', 'applicant.disabilityCause': 'illness', 'applicant.disabilitySince': '2024-05-01', 'applicant.assessmentHospital': '深圳市南山区示例医院',
  'applicant.assessAtHome': false, 'carer.hasCarer': false, 'applicant.education': 'bachelor',
}

const [pdf, photo] = [new Blob([samplePdf], { type: 'application/pdf' }), new Blob([samplePhoto], { type: 'image/png' })]

const fill = async (url: string, login: string, matter: string, given: Record<string, unknown>, options?: { foreign?: boolean }) => {
  const session = await loginOverHttp(url, login, options)
  const { id } = await asking.start(session, matter, '440300')
  const { plan } = await asking.save(session, id, given)
  const { missing } = await asking.consent(session, id, Object.fromEntries(plan.consents.map(({ registry }) => [registry, true])))
  for (const evidence of [...missing.evidence, ...missing.commitments]) await asking.upload(session, id, evidence, pdf, photo)
  const left = (await asking.draft(session, id)).missing
  assert.deepEqual([left.answers, left.evidence], [[], []], JSON.stringify(left))
  return { session, id }
}

const sign = async (page: Page) => {
  const field = page.getByRole('img', { name: '在这里签字' })
  await field.scrollIntoViewIfNeeded()
  const box = await field.boundingBox()
  if (!box) throw new Error('no field to sign in')
  await page.mouse.move(box.x + 60, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 260, box.y + 160, { steps: 6 })
  await page.mouse.up()
}

export const journey: Journey = {
  name: 'cross-region',
  about: '广州的窗口替深圳收件、移交、签收，两边的期限都看得见；香港居民登录申领社保卡 / taken in in Guangzhou for Shenzhen, handed over and receipted; a resident of Hong Kong applies',
  run: async ({ product, open, step, picture, note }) => {
    const { id } = await fill(product.url, 'yuwen-che', 'disabled-persons-services', answers)
    const clerk = await open({ as: '陶令仪', at: '/workbench/window', size: desk, expected: [/status of (403|409) /] })

    await step('广州天河的跨域通办窗口上岗、读证 / a counter in Guangzhou reads his card', async () => {
      await clerk.getByRole('radio', { name: /^2 号/ }).check()
      await clerk.getByRole('button', { name: '上岗' }).click()
      const reader = clerk.getByRole('textbox', { name: '读卡、扫码' })
      await reader.focus()
      await clerk.evaluate((text) => document.execCommand('insertText', false, text), `${name}|男|汉|${card}`)
      await reader.press('Enter')
      await clerk.getByRole('button', { name: /^接着填 残疾人服务/ }).click()
      await clerk.waitForURL(`**/apply/${id}/**`)
    })

    await step('本人签字，替深圳收件 / he signs, and the counter takes it in for Shenzhen', async () => {
      await clerk.goto(`/apply/${id}/submit`)
      await clerk.getByRole('checkbox', { name: /^我填写的内容和上传的材料都是真实的/ }).check()
      await sign(clerk)
      await clerk.getByRole('button', { name: '本人已签字，确认' }).click()
      await clerk.getByText('本人已签字确认。').waitFor()
      await clerk.getByRole('button', { name: '提交', exact: true }).click()
      await clerk.waitForURL(`**/applications/${id}`)
    })

    const resident = await open({ as: name, at: `/applications/${id}`, size: phone })

    await step('本人在手机上看到：材料在广州，最迟哪天移交 / on the phone: the file is in Guangzhou, handed over by a day', async () => {
      await resident.getByText(/^天河区政务服务中心已经收下材料，最迟.*移交给/).waitFor()
      assert.deepEqual(await axeProblems(resident), [])
      await picture(resident, '01-taken-in', { fullPage: true })
      const { cases } = await ask(resident, 'getApplication', { params: { id } })
      assert.deepEqual(cases.map(({ state, promisedOn }) => [state, promisedOn]), [['waiting', null]], 'no clock before the receipt')
    })

    await step('签名移交，原件走快递 / signed and handed over, the original by parcel', async () => {
      await clerk.goto('/workbench/transfers?view=giving')
      await picture(clerk, '02-to-hand-over')
      await clerk.getByRole('link', { name: `残疾人服务：${name}` }).click()
      await clerk.getByRole('checkbox', { name: /^已核对申请人身份/ }).check()
      await clerk.getByRole('checkbox', { name: '有原件要寄给对方' }).check()
      await clerk.getByRole('textbox', { name: /^寄送的原件/ }).fill('诊断证明原件')
      await clerk.getByRole('radio', { name: /^由平台叫快递/ }).check()
      assert.deepEqual(await axeProblems(clerk), [])
      await picture(clerk, '03-handing-over', { fullPage: true })
      await clerk.getByRole('button', { name: '签名并移交' }).click()
      await clerk.getByText('签名有效，材料与移交时一致。').waitFor()
      await clerk.getByText('平台预约的快递').first().waitFor()
    })

    const receiver = await open({ as: '尹予怀', at: '/workbench/transfers?view=receiving', size: desk })

    await step('深圳核对签名、签收，审批期限这才开始 / Shenzhen checks the signature and receipts; only now its clock runs', async () => {
      await receiver.getByRole('link', { name: `残疾人服务：${name}` }).click()
      await receiver.getByText('签名有效，材料与移交时一致。').waitFor()
      await receiver.getByRole('button', { name: '签收', exact: true }).click()
      await receiver.getByText('现在不用您做什么。').waitFor()
      assert.deepEqual(await axeProblems(receiver), [])
      await picture(receiver, '04-received', { fullPage: true })
      await resident.reload()
      await resident.getByText(/签收，审批期限从这天算起/).waitFor()
      await picture(resident, '05-both-clocks', { fullPage: true })
      const { cases } = await ask(resident, 'getApplication', { params: { id } })
      const [one] = cases
      assert.equal(one?.state, 'submitted')
      assert.ok(one.promisedOn, 'the clock runs')
      note(`承诺办结 / promised ${one.promisedOn}`)
      await receiver.goto(`/workbench/cases/${one.id}`)
      await receiver.getByRole('heading', { name: '现在在谁手上' }).waitFor()
      await picture(receiver, '06-case', { fullPage: true })
    })

    await step('两个城市要求不一样的地方，一眼看清 / what differs between the two cities', async () => {
      await resident.goto('/cross-region?here=440100&there=440300&matter=disabled-persons-services')
      await resident.getByText('深圳户籍').first().waitFor()
      assert.deepEqual(await axeProblems(resident), [])
      await picture(resident, '07-comparison', { fullPage: true })
    })

    await step('香港居民用香港数码身份登录，不问户口，申领社保卡 / a resident of Hong Kong logs in and applies for the card', async () => {
      const leung = await open({ at: nowhere, size: phone })
      await leung.goto('/api/v1/login?provider=foreign&returnTo=%2Fapplications')
      await picture(leung, '08-hong-kong-login')
      await leung.getByRole('button', { name: /^梁嘉欣/ }).click()
      await leung.waitForURL('**/applications')
      const prepared = await fill(product.url, 'hk-leung-kayan', 'social-security-card-services', {
        'applicant.cardMatter': 'first', 'applicant.wantsElectronicCard': false, 'applicant.wantsLibrary': false, 'applicant.cardBank': 'icbc', 'applicant.cardPickup': 'counter', 'applicant.occupation': '设计师',
        'applicant.sex': 'female', 'applicant.birthDate': '1993-08-08', 'applicant.residenceRegion': '440305', 'applicant.residenceAddress': '广东省深圳市南山区粤海街道示例路66号',
      }, { foreign: true })
      await leung.goto(`/apply/${prepared.id}/check`)
      await leung.getByText('中国（香港居民）').first().waitFor({ state: 'attached' })
      await picture(leung, '09-hong-kong-check', { fullPage: true })
      const { cases } = await asking.submit(prepared.session, prepared.id)
      assert.deepEqual(cases.map(({ service, state }) => [service, state]), [['social-security-card-issue', 'submitted']])
      await leung.goto(`/applications/${prepared.id}`)
      await leung.getByRole('heading', { level: 1 }).waitFor()
      assert.deepEqual(await axeProblems(leung), [])
    })

    await step('认证级别不够的，说清楚怎样才行 / whose login is not sure enough is told what would help', async () => {
      const wong = await open({ at: nowhere, size: phone })
      await wong.goto('/api/v1/login?provider=foreign&returnTo=%2Fapplications')
      await wong.getByRole('button', { name: /^黄志强/ }).click()
      await wong.waitForURL('**/applications')
      const session = await loginOverHttp(product.url, 'hk-wong-chikeung', { foreign: true })
      const draft = await asking.start(session, 'social-security-card-services', '440300')
      await asking.save(session, draft.id, { 'applicant.cardMatter': 'first', 'applicant.wantsElectronicCard': false, 'applicant.wantsLibrary': false })
      await wong.goto(`/apply/${draft.id}/tasks`)
      await wong.getByText(/要求更可靠的身份认证/).waitFor()
      assert.deepEqual(await axeProblems(wong), [])
      await picture(wong, '10-not-sure-enough')
    })
  },
}
