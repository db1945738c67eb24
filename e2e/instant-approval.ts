// 周敬之 applies for two allowances at once: one is granted the moment he hands in, with its reason and law; the other goes to a person, and he
// is told why. The official sees the row that hit, what it looked at and where that came from, and decides; the table can be tried.
import assert from 'node:assert/strict'
import { asking, type Draft } from '../server/commands/demo-calls.ts'
import { loginOverHttp } from '../server/modules/people/demo-login.ts'
import { ask } from './harness/api.ts'
import { desk, phone, type Journey } from './harness/journey.ts'
import { fillIn } from './harness/prepare.ts'

const matter = 'aid-for-disabled-people'

/** He manages by himself, he says: then the table does not grant the nursing allowance. */
const answers: Readonly<Record<string, string | number | boolean>> = {
  'applicant.hardship': 'income', 'applicant.assistanceKind': 'minimum', 'applicant.disabilityGrade': '2', 'applicant.needsHomeAdaptation': false, 'applicant.needsDayCare': false, 'applicant.needsLegalAid': false,
  'applicant.selfCare': 'full', 'carer.hasCarer': false,
}

/** Filled in over the API up to the last page: this journey is about what comes after. */
const prepare = async (url: string): Promise<Draft> => {
  const session = await loginOverHttp(url, 'zhou-jingzhi')
  const { id } = await asking.start(session, matter, '440305')
  let draft = await fillIn(session, id, answers)
  if (draft.missing.commitments.length > 0) {
    await asking.sign(session, id, draft.missing.commitments)
    draft = await fillIn(session, id, answers)
  }
  assert.equal(Object.values(draft.missing).flat().length, 0, JSON.stringify(draft.missing))
  return draft
}

export const journey: Journey = {
  name: 'instant-approval',
  about: '秒批：一项当场批准并写明理由，一项交给人并告诉为什么，工作人员看得到命中的行 / granted at once with reasons; one to a person, told why; the official sees the row that hit',
  run: async ({ product, open, step, note, picture }) => {
    const draft = await step('填好只差提交 / filled in, only to be handed in', () => prepare(product.url))
    const resident = await open({ as: '周敬之', at: `/apply/${draft.id}/submit`, size: phone })

    await step('提交，几秒内就有结果和理由 / handed in, a decision and its reason within seconds', async () => {
      await resident.getByRole('checkbox', { name: /^我填写的内容和上传的材料都是真实的/ }).check()
      const start = performance.now()
      await resident.getByRole('button', { name: '提交', exact: true }).click()
      await resident.waitForURL(/\/applications\/[^/]+$/)
      const reasons = resident.getByRole('region', { name: '为什么这样决定' })
      await reasons.getByText('您家在享受低保，您是持证残疾人。').waitFor()
      note(`${((performance.now() - start) / 1000).toFixed(1)} s`)
      await reasons.getByText('国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见', { exact: false }).first().waitFor()
      await picture(resident, '01-decided', { fullPage: true })
    })

    await step('交给人的那一项告诉他为什么 / the one left to a person says why', async () => {
      const reasons = resident.getByRole('region', { name: '为什么这样决定' })
      await reasons.getByText('重度残疾人护理补贴：由工作人员办理').waitFor()
      await reasons.getByText('填的是能自理，由工作人员问清需不需要照护。').waitFor()
      const { cases } = await ask(resident, 'getApplication', { params: { id: draft.id } })
      const states = Object.fromEntries(cases.map(({ service, state }) => [service, state]))
      assert.equal(states['disability-living-allowance'], 'granted')
      assert.equal(states['disability-nursing-allowance'], 'submitted')
    })

    await step('工作人员看到命中的行、看了哪些内容和来源 / the official sees the row, the inputs and their sources', async () => {
      const { cases } = await ask(resident, 'getApplication', { params: { id: draft.id } })
      const left = cases.find(({ service }) => service === 'disability-nursing-allowance')
      const official = await open({ as: '金见山', at: `/workbench/cases/${left?.id ?? ''}`, size: desk })
      const table = official.getByRole('region', { name: '决策表', exact: true })
      await table.getByText('表交给人决定').waitFor()
      await table.getByText('填的是能自理，由工作人员问清需不需要照护。').first().waitFor()
      const sources = await table.getByRole('region', { name: '看了哪些内容' }).innerText()
      assert.ok(sources.includes('生活自理情况') && sources.includes('能自理'), sources)
      await table.getByText('看整张表').click()
      await table.getByRole('row').filter({ hasText: 'severe-self-care' }).getByText('命中').waitFor()
      await table.scrollIntoViewIfNeeded()
      await picture(official, '02-rows-hit')
      await official.goto('/workbench/rules?table=disability-nursing-allowance')
      await official.getByLabel('您户籍所在的区', { exact: false }).fill('440305')
      await official.getByLabel('残疾等级', { exact: false }).selectOption('1')
      await official.getByLabel('生活自理情况', { exact: false }).selectOption('none')
      await official.getByRole('button', { name: '看结论' }).click()
      await official.getByRole('status').filter({ hasText: '当场批准' }).waitFor()
      await picture(official, '03-tried', { fullPage: true })
    })
  },
}
