// 何素筠, in elder mode on her phone, asks her son to act for her; he agrees, fills in her draft under his own account, and she sees who did it.
// She ends it while he is in the middle of the draft, and asks a listed agency instead, which is then suspended. A mother acts for her son by law, and his father objects.
import assert from 'node:assert/strict'
import { ask } from './harness/api.ts'
import { desk, phone, type Journey } from './harness/journey.ts'

export const journey: Journey = {
  name: 'family-help',
  about: '老人请儿子代办：两边同意才算数，办的事算老人的，写明是谁办的，随时能收回 / a mother lets her son act: both agree, it is hers, he is named, she can end it',
  run: async ({ open, step, picture }) => {
    const mother = await open({ as: '何素筠', at: '/delegations', size: phone, settings: { mode: 'elder' } })
    await step('老人在手机上请儿子代办 / the mother asks her son', async () => {
      await mother.getByRole('link', { name: '请人替我办' }).first().click()
      await mother.getByRole('heading', { level: 1, name: '请人替我办' }).waitFor()
      await mother.getByRole('textbox', { name: /^对方的姓名/ }).fill('陈小满')
      await mother.getByRole('textbox', { name: /^对方的身份证号码/ }).fill('440305199005219994')
      await mother.getByRole('button', { name: '发给对方确认' }).click()
      await mother.getByRole('link', { name: '请至少选一件事。' }).waitFor()
      await mother.getByRole('checkbox', { name: '社保卡' }).check()
      await picture(mother, '01-offer', { fullPage: true })
      await mother.getByRole('button', { name: '发给对方确认' }).click()
      await mother.getByText('等对方同意').waitFor()
      await picture(mother, '02-waiting', { fullPage: true })
    })
    const son = await open({ as: '陈小满', at: '/delegations', size: desk, expected: [/status of 403 /] })
    await step('儿子同意，开始替她办 / the son agrees and begins', async () => {
      await picture(son, '03-asked')
      await son.getByRole('button', { name: '同意', exact: true }).click()
      await son.getByRole('button', { name: '开始替何素筠办' }).click()
      await son.getByRole('region', { name: '代办' }).getByText('正在替何素筠办事').waitFor()
      await picture(son, '04-acting')
    })
    const draft = await step('填的是她的：儿子自己的办件里没有 / it is hers, not his', async () => {
      await son.goto('/matters/social-security-card-services')
      await son.getByRole('button', { name: '开始办理' }).click()
      await son.waitForURL('**/apply/**')
      await son.getByRole('heading', { level: 1 }).waitFor()
      await picture(son, '05-her-draft')
      assert.deepEqual((await ask(son, 'listApplications')).applications.filter(({ matter }) => matter === 'social-security-card-services'), [])
      const [hers] = (await ask(mother, 'listApplications')).applications
      assert.equal(hers?.matter, 'social-security-card-services')
      return hers?.id ?? ''
    })
    await step('没有授权的事办不了 / nothing else can be begun', async () => {
      await son.goto('/matters/retire')
      await son.getByRole('button', { name: '开始办理' }).click()
      await son.getByText('对方的授权里没有包括这件事。').waitFor()
    })
    await step('老人看得到是谁在办 / she sees who does it', async () => {
      await mother.goto('/inbox')
      await mother.getByRole('heading', { name: '陈小满开始替您办：社保卡' }).waitFor()
      await mother.goto('/my-data')
      await mother.getByText('陈小满替您办“社保卡”').waitFor()
      await picture(mother, '06-my-data')
    })
    await step('老人收回，儿子那边立刻停下 / she ends it, and he is stopped at once', async () => {
      await mother.goto('/delegations')
      await mother.getByRole('button', { name: '结束授权' }).click()
      await mother.getByRole('dialog').getByRole('button', { name: '结束', exact: true }).click()
      await mother.getByText('已结束', { exact: true }).waitFor()
      await son.goto(`/apply/${draft}`)
      await son.getByRole('heading', { level: 1 }).waitFor()
      await son.goto('/applications')
      await son.getByRole('region', { name: '代办' }).getByText('这份授权已经结束').waitFor()
      await picture(son, '07-ended')
      await son.getByRole('button', { name: '结束代办' }).click()
      await son.waitForURL('**/delegations')
      assert.equal((await ask(mother, 'getDraft', { params: { id: draft } })).id, draft)
    })
    const supervisor = await open({ as: '向明诚', at: '/workbench/agencies', size: desk })
    const uscc = '91440300MA9990115C'
    await step('督办登记一家代办机构 / an agency is listed', async () => {
      await ask(supervisor, 'registerAgency', {
        body: {
          uscc, name: '深圳示例安心代办有限公司', region: '440300', licence: '示例备案 3 号', phone: '0755-00000000', matters: ['social-security-card-services'], startsOn: '2020-01-01', endsOn: '2099-12-31',
          staff: [{ name: '方若川', idNumber: '440305199211309982' }],
        },
      })
      await supervisor.reload()
      await supervisor.getByText('深圳示例安心代办有限公司').waitFor()
      await picture(supervisor, '08-register')
    })
    const agent = await open({ as: '方若川', at: '/my-agency', size: desk, expected: [/status of 403 /] })
    await step('老人从名录里选机构，机构同意后替她办 / she chooses it, and it acts for her', async () => {
      await mother.goto('/agencies')
      await picture(mother, '09-agencies', { fullPage: true })
      await mother.getByRole('link', { name: '请深圳示例安心代办有限公司替我办' }).click()
      await mother.getByRole('checkbox', { name: '社保卡' }).check()
      await mother.getByRole('button', { name: '发给对方确认' }).click()
      await mother.getByText('等对方同意').waitFor()
      await agent.goto('/delegations')
      await agent.getByRole('button', { name: '同意', exact: true }).click()
      await agent.getByText('授权生效了').waitFor()
      await agent.goto('/my-agency')
      await picture(agent, '10-my-agency')
      await agent.getByRole('button', { name: '开始替何素筠办' }).click()
      await agent.getByText('正在替何素筠办事').waitFor()
      await agent.getByText('社保卡').first().waitFor()
    })
    await step('机构被暂停，马上办不了，老人收到消息 / suspended, it is stopped at once and she is told', async () => {
      await ask(supervisor, 'actOnAgency', { params: { uscc }, body: { action: 'suspend', reason: '收费不公开' } })
      await agent.reload()
      await agent.getByRole('button', { name: '结束代办' }).waitFor()
      await agent.getByRole('region', { name: '代办' }).getByText('这份授权已经结束').waitFor()
      await mother.goto('/agencies')
      await mother.getByText('收费不公开').waitFor()
      await mother.goto('/inbox')
      await mother.getByRole('heading', { name: '深圳示例安心代办有限公司现在不能替您办事了' }).waitFor()
    })
    const wife = await open({ as: '苏若蘅', at: '/delegations', size: desk })
    await step('母亲凭出生登记替孩子办，不用填名字 / a mother acts for her son by the register', async () => {
      await wife.getByText('核对新的').click()
      await wife.getByRole('textbox', { name: /^孩子或被监护人的身份证号码/ }).fill('44010620140312999X')
      await wife.getByRole('button', { name: '核对', exact: true }).click()
      await wife.getByRole('button', { name: '开始替顾行舟办' }).waitFor()
      await picture(wife, '11-guardian', { fullPage: true })
    })
    await step('父亲看得到、不同意，先停下，由工作人员决定 / the father objects; an official decides', async () => {
      const husband = await open({ as: '顾言川', at: '/delegations', size: phone })
      await husband.getByRole('button', { name: '我不同意' }).click()
      await husband.getByRole('textbox', { name: '为什么' }).fill('转学的事还没有商量好')
      await husband.getByRole('button', { name: '提出', exact: true }).click()
      await husband.getByText('有不同意见，先停下').waitFor()
      await picture(husband, '12-objected', { fullPage: true })
      await supervisor.goto('/workbench/guardians')
      await supervisor.getByText('顾言川不同意').waitFor()
      await picture(supervisor, '13-contested')
      await supervisor.getByRole('textbox', { name: /^决定的理由/ }).fill('双方已经谈妥')
      await supervisor.getByRole('button', { name: '可以继续办' }).click()
      await supervisor.getByText('现在没有要处理的').waitFor()
      await wife.goto('/delegations')
      await wife.getByRole('button', { name: '开始替顾行舟办' }).waitFor()
    })
    const helper = await open({ as: '宋知行', at: '/workbench/helping', size: desk })
    await step('帮办员凭亮码帮老人办，老人随时能结束 / a helper of the hall acts by her code until she ends it', async () => {
      await helper.getByRole('textbox', { name: /8 位数字/ }).fill((await ask(mother, 'drawShowCode')).code)
      await helper.getByRole('button', { name: '开始帮办' }).click()
      await helper.getByRole('button', { name: '去看对方的办件' }).waitFor()
      await picture(helper, '14-helping')
      await mother.goto('/delegations')
      await mother.getByRole('button', { name: '不再要帮办' }).click()
      await mother.getByText('对方马上不能再办').waitFor()
    })
  },
}
