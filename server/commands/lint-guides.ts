// `lint guides`: where guides say one thing and do another, over packs and imported services; each finding with its remedy.
import { systemClock } from '../kernel/clock.ts'
import { addressesOf, findDeadLinks, lintGuides, lintRules, listGuides, listMeasured, visit, type Finding, type LintRule } from '../modules/guides/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { withDatabase } from './with-database.ts'

const countBy = <Key extends string>(found: readonly Finding[], keyOf: (each: Finding) => Key): Partial<Record<Key, number>> => {
  const counts: Partial<Record<Key, number>> = {}
  for (const each of found) counts[keyOf(each)] = (counts[keyOf(each)] ?? 0) + 1
  return counts
}

const marks = { error: '✗', warning: '!', notice: '·' } as const

const describe = (guides: number, found: readonly Finding[]): string => {
  const rules = [...new Set(found.map(({ rule }) => rule))]
  return [
    ...rules.flatMap((rule: LintRule) => {
      const own = found.filter((each) => each.rule === rule)
      const { severity, name, remedy } = lintRules[rule]
      return [`${marks[severity]} ${name['zh-CN']} / ${name.en} (${rule}) × ${own.length}`, `  → ${remedy['zh-CN']}`, ...own.slice(0, 5).map(({ guide, says, against }) => `    ${guide.key}  ${guide.name}  ${says}${against === null ? '' : ` ↔ ${against}`}`), ...(own.length > 5 ? [`    …${own.length - 5}`] : [])]
    }),
    `${guides} 份指南 / guides · ${found.length} 处问题 / findings`,
  ].join('\n')
}

/** @param online also asks every address on the public network, to apply and to book, whether it answers */
export const lintAllGuides = ({ json, online }: { json: boolean; online: boolean }): Promise<number> =>
  withDatabase(async ({ db, config }) => {
    const packs = openPacks(config.packs, systemClock)
    const [guides, measured] = await Promise.all([listGuides(db.read, packs), listMeasured(db.read, packs)])
    const urls = guides.flatMap(addressesOf).map(({ url }) => url)
    const dead = online ? await findDeadLinks(urls, visit, (done, all) => void process.stderr.write(`\r${done}/${all}`)) : new Map<string, string>()
    const findings = lintGuides(guides, { measured, dead })
    const report = { guides: guides.length, findings: findings.length, bySeverity: countBy(findings, ({ severity }) => severity), byRule: countBy(findings, ({ rule }) => rule), items: findings.map((each) => ({ ...each, remedy: lintRules[each.rule].remedy })) }
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${describe(guides.length, findings)}\n`)
    return 0
  })
