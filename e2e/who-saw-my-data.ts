// 沈星眠 looks at who read her data: registries asked for her application, the official who opened her case; she narrows the list, takes it
// along, takes a consent back, and says yes to a department that asks. A guardian answers for her son; somebody else sees nothing of it.
import assert from 'node:assert/strict'
import { asking } from '../server/commands/demo-calls.ts'
import { loginOverHttp } from '../server/modules/people/demo-login.ts'
import { addDays, plainDate } from '../server/kernel/clock.ts'
import { ask } from './harness/api.ts'
import { openDepartment } from './harness/department.ts'
import { promisePhoto } from './harness/first-card.ts'
import { desk, phone, type Journey } from './harness/journey.ts'

const dayAfter = (days: number): string => addDays(plainDate(new Date()), days)

export const journey: Journey = {
  name: 'who-saw-my-data',
  about: '谁看过我的数据：查了什么、为什么、依据什么，谁打开过办件；能筛选、能带走，同意随时收回；部门要查先征求同意 / who read my data, narrowed and taken along; a consent taken back; a department asks for one',
  run: async ({ product, open, step, picture, note }) => {
    await step('办一件事：同意查询，提交 / an application with consent', () => promisePhoto(product.url, 'shen-xingmian'))
    const resident = await open({ as: '沈星眠', at: '/my-data', size: phone })
    const [application] = (await ask(resident, 'listApplications')).applications
    assert.ok(application)
    await step('工作人员打开办件 / an official opens the case', async () => {
      const { cases } = await ask(resident, 'getApplication', { params: { id: application.id } })
      const official = await open({ as: '向明诚', at: '/workbench/', size: desk, expected: [/status of 404 /] })
      const seen = await Promise.all(cases.map(({ id }) => ask(official, 'getCase', { params: { id } }).then(() => true, () => false)))
      assert.ok(seen.includes(true))
    })
    await step('每一条都写明谁、看了什么、为什么、依据 / each entry says who, what, why and by what law', async () => {
      await resident.reload()
      await resident.getByRole('heading', { level: 1, name: '谁看过我的数据' }).waitFor()
      await resident.getByText(/^看了 \d+ 次$/).first().waitFor()
      await resident.getByText(/^依据：《/).first().waitFor()
      await picture(resident, '01-list', { fullPage: true })
      const { uses } = await ask(resident, 'listDataUse', { query: { limit: 200 } })
      assert.ok(uses.every(({ own, authorityName, systemName, conceptNames }) => own && (authorityName !== null || systemName !== null) && conceptNames.every((name) => !/^[a-z]+\./i.test(name))))
      note(`${uses.length} 条记录 / entries`)
    })
    await step('按类筛选，带走一份 / narrowed and taken along', async () => {
      await resident.getByText('筛选', { exact: true }).click()
      await resident.getByRole('combobox', { name: '哪一类' }).selectOption('opened')
      await resident.waitForURL(/kind=opened/)
      await resident.getByText(/^依据：《/).first().waitFor({ state: 'detached' })
      await picture(resident, '02-filtered', { fullPage: true })
      for (const format of ['pdf', 'csv', 'xlsx', 'json']) {
        const file = await resident.request.get(`/api/v1/data-use/file?format=${format}`)
        assert.equal(file.status(), 200)
        if (format === 'csv') assert.match(await file.text(), /社保卡/)
      }
    })
    const elder = await open({ as: '沈星眠', at: '/my-data/consents', size: phone, settings: { mode: 'elder' } })
    await step('收回一项同意，马上不再查 / a consent is taken back', async () => {
      await elder.getByRole('heading', { level: 2, name: '办事时同意的' }).waitFor()
      await picture(elder, '03-consents', { fullPage: true })
      const before = (await ask(elder, 'listConsents')).consents.filter(({ withdrawnAt }) => withdrawnAt === null)
      assert.ok(before.length > 0)
      await elder.getByRole('button', { name: /^撤回同意/ }).first().click()
      await elder.getByRole('dialog').getByRole('button', { name: '撤回同意' }).click()
      await elder.getByText('已撤回，以后不会再查').waitFor()
      assert.equal((await ask(elder, 'listConsents')).consents.filter(({ withdrawnAt }) => withdrawnAt === null).length, before.length - 1)
      await picture(elder, '04-withdrawn', { fullPage: true })
    })
    const officers = { asker: await open({ as: '程以恒', at: '/workbench/', size: desk }), owner: await open({ as: '阮知节', at: '/workbench/', size: desk }) }
    const terms = { resource: 'housing-fund', fields: ['accountNumber', 'balance'], purpose: '核对就业补贴申请人的缴存情况', legalBasis: { title: '深圳经济特区数据条例' } }
    const { send } = await openDepartment(product.url, officers, { line: 'human-resources', region: '440305', name: '就业补贴核对系统' }, terms)
    await step('部门为别的事要查，先征求本人同意；没有同意、撤回以后都查不到 / a department asks for consent; without it, and after it is taken back, nothing is told', async () => {
      const subject = { idNumber: '43010420030514998X' }
      const call = (consent: string) => send('/api/v1/exchange/calls', { subject, caseNumber: 'JY-2026-8', consent })
      assert.equal((await call('x')).body.error?.code, 'not_consented')
      const { body: asked } = await send('/api/v1/exchange/consents', { subject, caseNumber: 'JY-2026-8', until: dayAfter(30) })
      const consent = asked.id ?? ''
      assert.equal((await call(consent)).body.error?.code, 'not_consented')
      assert.equal(asked.state, 'asked')
      await elder.goto('/inbox')
      await elder.getByRole('link', { name: '去看清楚、答复' }).first().click()
      await elder.waitForURL('**/my-data/consents')
      await elder.getByRole('heading', { level: 2, name: '部门请您同意查询' }).waitFor()
      await picture(elder, '05-asked', { fullPage: true })
      await elder.getByRole('button', { name: /^同意/ }).click()
      await elder.getByText('已同意，随时可以撤回').waitFor()
      assert.equal((await call(consent)).status, 200)
      await elder.getByRole('heading', { level: 2, name: '您同意部门查询的' }).waitFor()
      await picture(elder, '06-agreed', { fullPage: true })
      await resident.goto('/my-data')
      await resident.getByText('由“深圳市社会保险基金管理局南山分局 · 就业补贴核对系统”查询').first().waitFor()
      await resident.getByText('对方的办件编号 JY-2026-8').first().waitFor()
      await picture(resident, '07-asked-by-a-department', { fullPage: true })
      await elder.getByRole('button', { name: /^撤回同意 .*住房公积金/ }).click()
      await elder.getByRole('dialog').getByRole('button', { name: '撤回同意' }).click()
      await elder.getByRole('heading', { level: 2, name: '部门征求过、已经结束的' }).waitFor()
      assert.equal((await call(consent)).body.error?.code, 'not_consented')
      assert.deepEqual((await send('/api/v1/exchange/consents/state', { resource: undefined, fields: undefined, purpose: undefined, legalBasis: undefined, consent })).body.state, 'withdrawn')
    })
    const mother = await open({ as: '谭晓棠', at: '/delegations', size: phone, expected: [/status of 404 /] })
    await step('查孩子要监护人同意：母亲收到消息，替孩子看清楚、答复 / for a child a guardian is told, sees it and answers', async () => {
      const child = '440305202203129986'
      await mother.getByText('核对新的').click()
      await mother.getByRole('textbox', { name: /^孩子或被监护人的身份证号码/ }).fill(child)
      await mother.getByRole('button', { name: '核对', exact: true }).click()
      await mother.getByRole('button', { name: '开始替周以宁办' }).waitFor()
      const { body: asked } = await send('/api/v1/exchange/consents', { subject: { idNumber: child }, caseNumber: 'JY-2026-9', until: dayAfter(30) })
      const consent = asked.id ?? ''
      await mother.goto('/inbox')
      const told = mother.getByRole('article').filter({ hasText: '替周以宁答复' })
      for (let look = 0; look < 60 && (await told.count()) === 0; look += 1) await mother.reload()
      await picture(mother, '08-guardian-told', { fullPage: true })
      assert.ok((await ask(mother, 'listDepartmentConsents')).consents.every(({ id }) => id !== consent))
      await told.getByRole('link').first().click()
      await mother.getByRole('button', { name: '开始替周以宁办' }).click()
      await mother.getByRole('region', { name: '代办' }).getByText('正在替周以宁办事').waitFor()
      await mother.goto('/my-data/consents')
      await mother.getByText('只用于对方的办件 JY-2026-9').waitFor()
      await picture(mother, '09-guardian-answers', { fullPage: true })
      await mother.getByRole('button', { name: /^同意/ }).click()
      await mother.getByText('已同意，随时可以撤回').waitFor()
      assert.equal((await send('/api/v1/exchange/consents/state', { resource: undefined, fields: undefined, purpose: undefined, legalBasis: undefined, consent })).body.state, 'given')
    })
    await step('别人看不到 / nobody else sees it', async () => {
      const session = await loginOverHttp(product.url, 'zhuo-ran')
      const { id } = await asking.start(session, 'social-security-card-services', '440305')
      const reply = await session.fetch('/api/v1/data-use?limit=200')
      assert.ok(!(await reply.text()).includes(application.id))
      await session.fetch(`/api/v1/applications/${id}/draft`, { method: 'DELETE' })
    })
  },
}
