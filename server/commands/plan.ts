// `plan`: the plan of a matter for given answers, on paper: what it takes, what is asked, what is not and why.
import { readConfig } from '../config.ts'
import { plainDate, systemClock } from '../kernel/clock.ts'
import { textIn } from '../kernel/texts.ts'
import { makePlan, type Answers, type Plan } from '../modules/planning/index.ts'
import type { Catalogue } from '../modules/catalogue/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'

export type PlanOptions = { region?: string; answers: string; without?: string; json?: boolean }

const readAnswers = (text: string): Answers => {
  try {
    const value: unknown = JSON.parse(text)
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Answers
  } catch {
    // said below
  }
  throw new StartRefusal('configuration', '--answers 应为 JSON 对象 / --answers must be a JSON object')
}

export const planMatter = async (matter: string, options: PlanOptions): Promise<number> => {
  const config = readConfig(process.env)
  const catalogue = openPacks(config.packs, systemClock).catalogueFor(options.region ?? config.region)
  if (!catalogue.matters[matter]) {
    throw new StartRefusal('configuration', `没有“${matter}”这件事；有：${Object.keys(catalogue.matters).join('、')} / No matter "${matter}"; there are: ${Object.keys(catalogue.matters).join(', ')}`)
  }
  const plan = makePlan({
    catalogue, matter, on: plainDate(systemClock.now()), answers: readAnswers(options.answers), known: [], registries: {},
    declinedServices: options.without?.split(',') ?? [], uploaded: [],
  })
  process.stdout.write(options.json ? `${JSON.stringify(plan)}\n` : `${describe(plan, catalogue)}\n`)
  return 0
}

const name = (entry: { name: { 'zh-CN': string } } | undefined, id: string): string => (entry ? textIn(entry.name, 'zh-CN') : id)

const describe = (plan: Plan, catalogue: Catalogue): string => {
  const { before, after } = plan
  const asked = plan.concepts.filter((each) => each.source.kind === 'ask')
  return [
    `${name(catalogue.matters[plan.matter], plan.matter)}  ${plan.region}  ${plan.on}`,
    ...plan.questions.map((question) => `  ? ${textIn(question.ask, 'zh-CN')}  [${question.concept}]`),
    ...plan.services.map((each) => `  ${{ included: '✓', excluded: '–', undecided: '?', declined: '×' }[each.state]} ${name(catalogue.services[each.service], each.service)}  ${each.line}  第 ${each.start}–${each.end} 个工作日${each.critical ? ' *' : ''}`),
    `  申请 applications ${before.applications} → ${after.applications} · 填写 fields ${before.fields} → ${after.fields} · 材料 evidence ${before.evidence} → ${after.evidence} · 跑动 trips ${before.trips} → ${after.trips} · 工作日 working days ${before.workingDays} → ${after.workingDays}`,
    `  要填 asked: ${asked.map((each) => name(catalogue.concepts[each.concept], each.concept)).join('、') || '—'}`,
    `  要交 uploads: ${plan.evidence.filter((each) => each.source.kind === 'upload').map((each) => name(catalogue.evidence[each.evidence], each.evidence)).join('、') || '—'}`,
  ].join('\n')
}
