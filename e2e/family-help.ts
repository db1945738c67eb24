// 何素筠, in elder mode on her phone, asks her son to act for her; he agrees, fills in her draft under his own account, and she sees who did it.
// She ends it while he is in the middle of the draft.
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
      await picture(son, '07-ended')
      await son.getByRole('button', { name: '结束代办' }).click()
      await son.waitForURL('**/delegations')
      assert.equal((await ask(mother, 'getDraft', { params: { id: draft } })).id, draft)
    })
  },
}
