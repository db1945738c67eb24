// What a matter saves, for lists and before anything was asked: the plan of the situation its pack gives as an example.
// Pure. Only the example's scenario answers count; everything else is planned as for a stranger.
import { asTexts, textIn, type Texts } from '../../kernel/texts.ts'
import { regionCovers } from '../../kernel/regions.ts'
import type { Catalogue, Matter } from '../catalogue/definitions.ts'
import { countConcept } from './numbered.ts'
import type { Answers, Burden, Plan } from './plan.ts'
import { makePlan } from './planner.ts'

export type MatterExample = { name: string | Texts; matter: string; region: string; answers: Answers }

export type MatterFigures = {
  /** services the matter bundles, and lines of authority they belong to, whatever the situation */
  services: number
  authorities: number
  before: Burden
  after: Burden
  /** the situation counted; null: no example, only what applies to everybody is counted */
  situation: Texts | null
  /** the situation as answers to the scenario questions */
  answers: Answers
  /** services not counted because the situation does not decide whether they apply */
  undecided: number
}

/** The first example of the matter in the region, else above it, else the first at all. */
const exampleFor = (examples: readonly MatterExample[], matter: Matter, region: string): MatterExample | undefined => {
  const own = examples.filter((example) => example.matter === matter.id)
  return own.find((example) => regionCovers(region, example.region)) ?? own.find((example) => regionCovers(example.region, region)) ?? own[0]
}

/** What the example is called; one from elsewhere says so, since it may name places that are not here. */
const situationOf = ({ regions, region }: Catalogue, example: MatterExample): Texts => {
  const name = asTexts(example.name)
  if (regionCovers(region, example.region) || regionCovers(example.region, region)) return name
  const place = regions[example.region]?.name
  const labelled = { 'zh-CN': `${place ? textIn(place, 'zh-CN') : '外地'}的例子：${name['zh-CN']}` }
  return name.en === undefined ? labelled : { ...labelled, en: `An example from ${place ? textIn(place, 'en') : 'elsewhere'}: ${name.en}` }
}

/** The example's answers to what decides: the scenario, how many there are of a group, and whatever else the plan still asks to settle it. */
const settle = (catalogue: Catalogue, matter: Matter, given: Answers, on: string): { plan: Plan; answers: Answers } => {
  const deciding = new Set([...matter.scenario.map(({ concept }) => concept), ...matter.subjects.flatMap(({ id, many }) => (many ? [countConcept(id)] : []))])
  for (;;) {
    const answers = Object.fromEntries(Object.entries(given).filter(([concept]) => deciding.has(concept)))
    const plan = makePlan({ catalogue, matter: matter.id, on, answers, known: [], registries: {}, declinedServices: [], uploaded: [] })
    const open = plan.questions.filter(({ concept }) => Object.hasOwn(given, concept) && !deciding.has(concept))
    if (open.length === 0) return { plan, answers }
    for (const { concept } of open) deciding.add(concept)
  }
}

/** The figures of one matter on a day, 'YYYY-MM-DD'. A pack puts its most common situation first among its examples. */
export const matterFigures = (catalogue: Catalogue, matter: Matter, examples: readonly MatterExample[], on: string): MatterFigures => {
  const example = exampleFor(examples, matter, catalogue.region)
  const { plan, answers } = settle(catalogue, matter, example?.answers ?? {}, on)
  return {
    services: plan.services.length,
    authorities: new Set(plan.services.map(({ line }) => line)).size,
    before: plan.before,
    after: plan.after,
    situation: example ? situationOf(catalogue, example) : null,
    answers,
    undecided: plan.services.filter(({ state }) => state === 'undecided').length,
  }
}
