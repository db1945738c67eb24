// 曾婉茹 takes her identity card and household register into her wallet, then moves her registration to another city: she does not let the
// register of licences be asked, and still brings no document. The official sees that e-licences were checked; she sees what they were used for.
import assert from 'node:assert/strict'
import { asking, type Draft } from '../server/commands/demo-calls.ts'
import { loginOverHttp } from '../server/modules/people/demo-login.ts'
import { ask } from './harness/api.ts'
import { desk, phone, type Journey } from './harness/journey.ts'
import { axeProblems } from './harness/page-checks.ts'
import { fillIn } from './harness/prepare.ts'

const answers: Readonly<Record<string, string>> = {
  'migration.reason': 'work', 'migration.region': '440305', 'migration.address': '广东省深圳市南山区粤海街道示例路88号1205', 'applicant.phone': '15400000802',
}
/** The register that would say the same as her cards. */
const declined = 'licences'

/** Filled in over the API up to the last page: this journey is about what need not be brought. */
const prepare = async (url: string): Promise<Draft> => {
  const session = await loginOverHttp(url, 'zeng-wanru')
  const { id } = await asking.start(session, 'move-registration', '440305')
  const draft = await fillIn(session, id, answers, (registry) => registry !== declined)
  assert.deepEqual(Object.values(draft.missing).flat(), [], JSON.stringify(draft.missing))
  return draft
}

export const journey: Journey = {
  name: 'apply-without-any-certificate',
  about: '曾婉茹用电子证照办户口迁移，一份材料也不用带 / she applies with e-licences, without bringing one document',
  run: async ({ product, open, step, note, picture }) => {
    const resident = await open({ as: '曾婉茹', at: '/wallet', size: phone })

    await step('先把身份证、户口簿领进手机 / identity card and household register go into the wallet', async () => {
      for (const card of ['居民身份证', '居民户口簿']) await resident.getByRole('checkbox', { name: card, exact: true }).check()
      await resident.getByRole('button', { name: '同意查询并领取' }).click()
      await resident.getByText('领到 2 张').waitFor()
      // the register says until when the card holds; a household register has no last day
      await resident.getByText('有效期到2039年10月18日').waitFor()
      assert.deepEqual((await ask(resident, 'getWallet')).cards.map(({ type, validUntil }) => `${type} ${validUntil}`).toSorted(), ['household-book null', 'identity-card 2039-10-18'])
      assert.deepEqual(await axeProblems(resident), [])
      await picture(resident, '01-wallet', { fullPage: true })
    })

    const draft = await step('不同意查证照库，也不缺材料 / the register of licences stays closed, and nothing is missing', () => prepare(product.url))

    await step('检查页上写着用的是电子证照，一份材料也不用传 / the check says which e-licences are used; nothing to upload', async () => {
      assert.deepEqual(draft.plan.evidence.filter(({ source }) => source.kind === 'upload').map(({ evidence }) => evidence), [])
      const used = draft.plan.evidence.filter(({ source }) => source.kind === 'credential').map(({ evidence }) => evidence)
      assert.ok(used.length >= 2, `e-licences used: ${used.join(', ')}`)
      note(`${used.length} 份材料用电子证照 / documents by e-licence`)
      await resident.goto(`/apply/${draft.id}/check`)
      await resident.getByRole('heading', { level: 1, name: '检查一遍' }).waitFor()
      await picture(resident, '02-check', { fullPage: true })
    })

    await step('提交 / handed in', async () => {
      await resident.goto(`/apply/${draft.id}/submit`)
      await resident.getByRole('checkbox', { name: /^我填写的内容和上传的材料都是真实的/ }).check()
      await resident.getByRole('button', { name: '提交', exact: true }).click()
      await resident.waitForURL(/\/applications\/[^/]+$/)
      await resident.getByText('已经提交').first().waitFor()
    })

    await step('民警看到的是核验过的电子证照 / the official sees checked e-licences', async () => {
      const { cases } = await ask(resident, 'getApplication', { params: { id: draft.id } })
      const first = cases.find(({ service }) => service === 'migration-permit')
      const official = await open({ as: '彭晚棠', at: `/workbench/cases/${first?.id ?? ''}`, size: desk })
      await official.getByText('电子证照核验，不用交').first().waitFor()
      await picture(official, '03-case')
    })

    await step('她看得到每张证用在哪儿 / she sees what each was used for', async () => {
      await resident.goto('/wallet')
      await resident.getByRole('link', { name: '详细内容 居民身份证' }).click()
      await resident.getByText(/办事时用了：.*户口跨市迁移/).first().waitFor()
      await picture(resident, '04-uses', { fullPage: true })
    })
  },
}
