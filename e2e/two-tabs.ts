// 许晚晴 has her application open twice, presses twice, and is logged out in the middle of a word: one application, nothing lost.
// The session is ended on the server, as it would be by time or by another device.
import assert from 'node:assert/strict'
import { ask } from './harness/api.ts'
import { fill, goOn } from './harness/form.ts'
import { desk, type Journey } from './harness/journey.ts'
import { choosePerson } from './harness/people.ts'
import { families, prepareDraft, singleMother } from './harness/prepare.ts'

const address = '广东省深圳市福田区梅林街道示例路9号2栋1801'

export const journey: Journey = {
  name: 'two-tabs',
  about: '两个标签页、连按两下、登录过期：只有一次申请，什么都没丢 / two tabs, a double click, an ended session: one application, nothing lost',
  run: async ({ product, open, openTab, step, picture }) => {
    const { 'child.name': _name, 'applicant.deliveryAddress': _address, ...known } = singleMother
    const { draft } = await prepareDraft(product.url, families.xu, { answers: known, documents: true })
    const at = (page: string) => `/apply/${draft.id}/${page}`
    const first = await open({ as: '许晚晴', at: at('topics/child'), size: desk, expected: [/status of 401 /] })
    const second = await openTab(first.context(), at('topics/delivery'))

    await step('两个标签页各填一项，都留下 / each tab fills in a field, both stay', async () => {
      assert.ok(await fill(first, '孩子姓名', '林慕川'))
      assert.ok(await fill(second, '收件地址', address))
      await Promise.all([goOn(first), goOn(second)])
      const { answers } = await ask(first, 'getDraft', { params: { id: draft.id } })
      assert.deepEqual([answers['child.name'], answers['applicant.deliveryAddress']], ['林慕川', address])
    })

    await step('一边连按两下、一边也按提交：只有一次申请 / a double click here, a click there: one application', async () => {
      const tabs = [first, second]
      for (const tab of tabs) {
        await tab.goto(at('submit'))
        await tab.getByRole('checkbox', { name: /^我填写的内容和上传的材料都是真实的/ }).check()
      }
      const buttons = tabs.map((tab) => tab.getByRole('button', { name: '提交', exact: true }))
      await Promise.all([buttons[0]?.dblclick(), buttons[1]?.click()])
      await Promise.all(tabs.map((tab) => tab.waitForURL(`**/applications/${draft.id}`)))
      await Promise.all(tabs.map((tab) => tab.getByRole('heading', { level: 1, name: /新生儿出生/ }).waitFor()))
      const { applications } = await ask(first, 'listApplications')
      assert.deepEqual(applications.map(({ id }) => id), [draft.id])
      const { cases, history } = await ask(first, 'getApplication', { params: { id: draft.id } })
      assert.equal(new Set(cases.map(({ service }) => service)).size, cases.length, 'one case for each service')
      assert.deepEqual(history.filter(({ action }) => action === 'submit').flatMap(({ services }) => services).toSorted(), cases.map(({ service }) => service).toSorted(), 'each handed in once')
      await picture(second, '01-one-application')
    })

    await step('填到一半登录过期：字还在，登录后存上 / the session ends in the middle of a word: the words stay and are saved after the login', async () => {
      const again = await prepareDraft(product.url, families.xu, { answers: known })
      const topic = `/apply/${again.draft.id}/topics/child`
      await first.goto(topic)
      await first.getByRole('textbox', { name: /^孩子姓名/ }).waitFor()
      await endSession(product.url, (await first.context().cookies()).find(({ name }) => name === 'tongban_session')?.value ?? '', (await ask(first, 'getSession')).csrf ?? '')
      assert.ok(await fill(first, '孩子姓名', '林慕山'))
      const expired = first.getByRole('dialog', { name: '登录已过期' })
      await expired.waitFor()
      await picture(first, '02-expired')
      await expired.getByRole('button', { name: '登录后接着填' }).click()
      await choosePerson(first, '许晚晴')
      await first.waitForURL(`**${topic}`)
      const name = first.getByRole('textbox', { name: /^孩子姓名/ })
      await name.waitFor()
      assert.equal(await name.inputValue(), '林慕山')
      await first.getByText(/已保存/).waitFor()
      const { answers } = await ask(first, 'getDraft', { params: { id: again.draft.id } })
      assert.equal(answers['child.name'], '林慕山')
      await picture(first, '03-nothing-lost')
    })
  },
}

/** Ends the session on the server; the browser keeps its cookie and does not know. */
const endSession = async (url: string, session: string, csrf: string): Promise<void> => {
  const reply = await fetch(`${url}/api/v1/logout`, { method: 'POST', headers: { cookie: `tongban_session=${session}`, 'x-csrf-token': csrf } })
  if (!reply.ok) throw new Error(`logout: ${reply.status} ${await reply.text()}`)
}
