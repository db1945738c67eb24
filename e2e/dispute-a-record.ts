// 穆清和 finds a wrong address in his draft and asks the police, who keep the register, to correct it; he attaches proof.
// The official sees it in the workbench and answers; the register shows the new value, he is told, and the draft takes it over.
import assert from 'node:assert/strict'
import { asking } from '../server/commands/demo-calls.ts'
import { loginOverHttp } from '../server/modules/people/demo-login.ts'
import { ask } from './harness/api.ts'
import { desk, phone, type Journey } from './harness/journey.ts'
import { samplePdf } from './harness/newborn.ts'

const right = '广东省深圳市南山区粤海街道示例路8号2栋501'
const concept = 'applicant.residenceAddress'

export const journey: Journey = {
  name: 'dispute-a-record',
  about: '登记的地址不对：请部门更正、附上材料，民警在工作台核实答复，登记库改过来，没办完的申请自动带入新的 / a wrong address is disputed, corrected and taken over',
  run: async ({ product, open, step, picture }) => {
    const application = await step('办社保卡，地址是户籍登记里查来的 / a draft with the address on record', async () => {
      const session = await loginOverHttp(product.url, 'mu-qinghe')
      const { id } = await asking.start(session, 'social-security-card-services', '440305')
      await asking.save(session, id, { 'applicant.cardMatter': 'first' })
      const { plan } = await asking.draft(session, id)
      const address = plan.concepts.find((each) => each.concept === concept)
      assert.equal(address?.source.kind, 'registry')
      return id
    })
    const resident = await open({ as: '穆清和', at: `/my-data/disputes/new?application=${application}&concept=${concept}`, size: phone })
    await step('说清哪里不对，附上材料，送给登记的部门 / he says what is right and attaches proof', async () => {
      await resident.getByRole('heading', { level: 1, name: /^请部门更正/ }).waitFor()
      await picture(resident, '01-new', { fullPage: true })
      await resident.getByRole('textbox', { name: /^正确的应该是/ }).fill(right)
      await resident.getByRole('textbox', { name: /^说说哪里不对/ }).fill('去年五月搬的家，居住登记也办过了。')
      const [chooser] = await Promise.all([resident.waitForEvent('filechooser'), resident.getByRole('button', { name: '选择文件或拍照' }).click()])
      await chooser.setFiles({ name: '居住登记回执.pdf', mimeType: 'application/pdf', buffer: Buffer.from(samplePdf) })
      await resident.getByRole('button', { name: /^送给/ }).click()
      await resident.waitForURL(/my-data\/disputes\/[0-9a-f-]{36}$/)
      await resident.getByRole('link', { name: '居住登记回执.pdf' }).waitFor()
      await picture(resident, '02-sent', { fullPage: true })
    })
    const official = await open({ as: '彭晚棠', at: '/workbench/disputes', size: desk })
    await step('民警核实后答复：已更正 / the official answers', async () => {
      await picture(official, '03-list')
      await official.getByRole('link', { name: /居住地址/ }).first().click()
      await official.getByText(right).first().waitFor()
      await picture(official, '04-answer', { fullPage: true })
      await official.getByRole('button', { name: '提交答复' }).click()
      await official.getByText('请至少写两个字').first().waitFor()
      await official.getByRole('textbox', { name: /^说明/ }).fill('已按居住登记更正。')
      await official.getByRole('button', { name: '提交答复' }).click()
      await official.getByText('已答复，申请人会收到消息').waitFor()
    })
    await step('登记库里已经是新的，没办完的申请带入新地址 / the register shows it, and so does the draft', async () => {
      const [own] = (await ask(resident, 'listOwnDisputes')).disputes
      assert.ok(own)
      await resident.goto('/inbox')
      for (let look = 0; look < 40 && (await ask(resident, 'getOwnDispute', { params: { id: own.id } })).shownAt === null; look += 1) await resident.waitForTimeout(150)
      await resident.reload()
      await resident.getByRole('heading', { name: /里已经是新的内容/ }).waitFor()
      await picture(resident, '05-inbox')
      await resident.getByRole('link', { name: '看更正进展' }).first().click()
      await resident.getByText('登记库里已经是新的内容').first().waitFor()
      await picture(resident, '06-shown', { fullPage: true })
      await ask(resident, 'lookUpAgain', { params: { id: application } })
      const { plan } = await ask(resident, 'getDraft', { params: { id: application } })
      assert.deepEqual([plan.concepts.find((each) => each.concept === concept)?.value, plan.concepts.find((each) => each.concept === concept)?.source.kind], [right, 'registry'])
    })
    await step('别的部门看不到 / nobody else sees it', async () => {
      const other = await open({ as: '许知微', at: '/workbench/disputes', size: desk })
      await other.getByText('没有待答复的更正申请').waitFor()
    })
  },
}
