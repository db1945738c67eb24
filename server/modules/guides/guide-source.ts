// All guides there are: services of the packs, each version once, and imported services; and what is known about how long they take.
import type { Read } from '../../kernel/db.ts'
import { regionCovers } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { listHandlingTimes } from '../cases/index.ts'
import { getImportTotals, listImportedByCode, listImportedVersions, plainServices, type LoadedPacks } from '../catalogue/index.ts'
import type { Finding } from './finding.ts'
import { guideOfImported, guideOfService, type Guide } from './guide.ts'
import { lintGuides } from './lint.ts'
import { nineInTen, type Measured } from './measured-rules.ts'
import { shareEvidence, type SharedEvidenceReport } from './shared-evidence.ts'

const pageSize = 500

/** A service that a city takes over unchanged is linted where it was written. */
const packGuides = (packs: LoadedPacks): Guide[] => {
  const seen = new Set<string>()
  return packs.packs.toSorted((a, b) => (a.region < b.region ? -1 : 1)).flatMap(({ region }) => {
    const catalogue = packs.catalogueFor(region)
    return plainServices(catalogue).flatMap((service) => {
      const version = `${service.id} ${service.version}`
      if (seen.has(version)) return []
      seen.add(version)
      return [guideOfService(catalogue, service)]
    })
  })
}

export const listGuides = async (read: Read, packs: LoadedPacks): Promise<Guide[]> => {
  const guides = packGuides(packs)
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: { code: string }[] = await listImportedVersions(read, { after, limit: pageSize })
    guides.push(...(await listImportedByCode(read, page.map(({ code }) => code))).map(guideOfImported))
    after = page.length === pageSize ? page.at(-1)?.code : undefined
  }
  return guides
}

/** Cases count for the pack of the nearest region that covers the authority. */
export const listMeasured = async (read: Read, packs: LoadedPacks): Promise<Measured[]> => {
  const times = await listHandlingTimes(read)
  const regions = packs.packs.map(({ region }) => region).sort((a, b) => (regionCovers(a, b) ? 1 : -1))
  const groups = new Map<string, { service: string; region: string; times: { days: number; cases: number }[] }>()
  for (const { service, region, days, cases } of times) {
    const own = regions.find((each) => regionCovers(each, region))
    if (own === undefined) continue
    const group = groups.get(`${own} ${service}`) ?? { service, region: own, times: [] }
    group.times.push({ days, cases })
    groups.set(`${own} ${service}`, group)
  }
  return [...groups.values()].map((group) => ({ service: group.service, region: group.region, ...nineInTen(group.times) }))
}

export type LintResult = { guides: Map<string, Guide>; findings: Finding[]; shared: SharedEvidenceReport }

const kept = new WeakMap<LoadedPacks, { state: string; result: LintResult }>()

/** Computed once for each state of packs and imports; thousands of guides take a moment. */
export const lintResult = async ({ db, packs }: Pick<App, 'db' | 'packs'>): Promise<LintResult> => {
  const [totals, measured] = await Promise.all([getImportTotals(db.read), listMeasured(db.read, packs)])
  const state = JSON.stringify([totals, measured])
  const known = kept.get(packs)
  if (known?.state === state) return known.result
  const guides = await listGuides(db.read, packs)
  const result = { guides: new Map(guides.map((guide) => [guide.key, guide])), findings: lintGuides(guides, { measured }), shared: shareEvidence(guides) }
  kept.set(packs, { state, result })
  return result
}
