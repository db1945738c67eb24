// `plan`: the plan of a matter for given answers, on paper: what it takes, what is asked, what is not and why.
import { readConfig } from '../config.ts'
import { plainDate, systemClock } from '../kernel/clock.ts'
import { textIn } from '../kernel/texts.ts'
import { makePlan, type Answer, type Answers, type Plan } from '../modules/planning/index.ts'
import type { Catalogue } from '../modules/catalogue/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'
import { coveredRegion } from './covered-region.ts'

export type PlanOptions = { region?: string; answers?: string[]; person?: string; without?: string; json?: boolean }

const wrongAnswers = (): StartRefusal => new StartRefusal('configuration', '--answers 应为 概念=值 或 JSON 对象 / --answers takes concept=value or a JSON object')

const readJson = (text: string): Answers => {
  try {
    const value: unknown = JSON.parse(text)
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Answers
  } catch {
    // said below
  }
  throw wrongAnswers()
}

/** A value as its concept has it: numbers and yes/no are read, everything else is text. */
const readValue = (catalogue: Catalogue, concept: string, text: string): Answer => {
  const type = catalogue.concepts[concept]?.type
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return (type === 'integer' || type === 'decimal' || type === 'money') && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}

const readAnswers = (catalogue: Catalogue, given: readonly string[]): Answers => {
  const [first = ''] = given
  if (given.length === 1 && first.startsWith('{')) return readJson(first)
  return Object.fromEntries(given.map((pair) => {
    const at = pair.indexOf('=')
    if (at < 1) throw wrongAnswers()
    const concept = pair.slice(0, at)
    if (!Object.hasOwn(catalogue.concepts, concept)) throw new StartRefusal('configuration', `没有“${concept}”这个数据元 / There is no concept ${concept}`)
    return [concept, readValue(catalogue, concept, pair.slice(at + 1))]
  }))
}

export const planMatter = async (matter: string, options: PlanOptions): Promise<number> => {
  const config = readConfig(process.env)
  const packs = openPacks(config.packs, systemClock)
  const catalogue = packs.catalogueFor(coveredRegion(packs, options.region, config))
  if (!catalogue.matters[matter]) {
    throw new StartRefusal('configuration', `没有“${matter}”这件事；有：${Object.keys(catalogue.matters).join('、')} / No matter "${matter}"; there are: ${Object.keys(catalogue.matters).join(', ')}`)
  }
  const asked = { catalogue, matter, answers: readAnswers(catalogue, options.answers ?? []), declinedServices: options.without?.split(',') ?? [] }
  const plan = options.person === undefined
    ? makePlan({ ...asked, on: plainDate(systemClock.now()), known: [], registries: {}, uploaded: [] })
    : await (await import('./plan-person.ts')).planForResident(asked, options.person)
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
