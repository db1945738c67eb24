// What all matters together cost a person before and after: each in the situation its pack gives as an example, every registry answering.
// Pure. For the command `burden` and the table in docs/burden.md.
import { regionCovers } from '../../kernel/regions.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { Catalogue, Matter } from '../catalogue/definitions.ts'
import { matterFigures, type MatterExample } from './matter-figures.ts'
import type { Burden } from './plan.ts'

/** `services` and `authorities` count all the matter bundles; `applications` before are the services of the situation. */
export type MatterBurden = { id: string; title: Texts; region: string; situation: Texts | null; services: number; authorities: number; undecided: number; before: Burden; after: Burden }

export type BurdenReport = { matters: MatterBurden[]; total: { before: Burden; after: Burden } }

type Content = { examples: readonly MatterExample[]; catalogueFor: (region: string, on?: string) => Catalogue }

const nothing: Burden = { applications: 0, fields: 0, evidence: 0, trips: 0, workingDays: 0 }

const sum = (burdens: readonly Burden[]): Burden =>
  burdens.reduce((total, each) => ({
    applications: total.applications + each.applications, fields: total.fields + each.fields, evidence: total.evidence + each.evidence,
    trips: total.trips + each.trips, workingDays: total.workingDays + each.workingDays,
  }), nothing)

/** Matters of a region with those of the places in it that have an example there; each once, where its example is. */
const listMatters = ({ catalogueFor, examples }: Content, region: string, on: string): { catalogue: Catalogue; matter: Matter }[] => {
  const places = [region, ...examples.flatMap((example) => (regionCovers(region, example.region) ? [example.region] : []))]
  const ids = [...new Set(places.flatMap((place) => Object.keys(catalogueFor(place, on).matters)))].sort()
  return ids.flatMap((id) => {
    const example = examples.find((each) => each.matter === id && regionCovers(region, each.region))
    const catalogue = [...(example ? [example.region] : []), ...places].map((place) => catalogueFor(place, on)).find(({ matters }) => Object.hasOwn(matters, id))
    const matter = catalogue?.matters[id]
    return catalogue && matter ? [{ catalogue, matter }] : []
  })
}

/** @param region everything in it is counted, GB/T 2260 @param on YYYY-MM-DD */
export const reportBurden = (content: Content, region: string, on: string): BurdenReport => {
  const matters = listMatters(content, region, on).map(({ catalogue, matter }): MatterBurden => {
    const { answers: _answers, ...figures } = matterFigures(catalogue, matter, content.examples, on)
    return { id: matter.id, title: matter.name, region: catalogue.region, ...figures }
  })
  return { matters, total: { before: sum(matters.map(({ before }) => before)), after: sum(matters.map(({ after }) => after)) } }
}
