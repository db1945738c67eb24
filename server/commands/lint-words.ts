// `lint words`: what common names of services propose for the thesaurus of the packs, and official words of it that no service has.
import { systemClock } from '../kernel/clock.ts'
import type { Read } from '../kernel/db.ts'
import { listImportedByCode, listImportedVersions, type LoadedPacks } from '../modules/catalogue/index.ts'
import { proposePairs, wordsWithoutName, type Names } from '../modules/search/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { withDatabase } from './with-database.ts'

const pageSize = 500
const mostShown = 40

const listImportedNames = async (read: Read): Promise<Names[]> => {
  const names: Names[] = []
  for (let after = ''; ; ) {
    const page = await listImportedVersions(read, { after, limit: pageSize })
    names.push(...(await listImportedByCode(read, page.map(({ code }) => code))).map(({ name, aliases }) => ({ name, aliases })))
    if (page.length < pageSize) return names
    after = page.at(-1)?.code ?? ''
  }
}

const packNames = (packs: LoadedPacks, region: string): Names[] => {
  const { matters, services, evidence } = packs.catalogueFor(region)
  return [
    ...Object.values(matters).map(({ name, keywords }) => ({ name: name['zh-CN'], aliases: keywords })),
    ...Object.values(services).map(({ name, result }) => ({ name: name['zh-CN'], aliases: [result.name['zh-CN']] })),
    ...[...Object.values(evidence), ...Object.values(packs.credentialTypesFor(region)), ...packs.outletsFor(region)].map(({ name }) => ({ name: name['zh-CN'], aliases: [] })),
    ...packs.helpFor(region).map(({ title, keywords }) => ({ name: title['zh-CN'], aliases: keywords })),
    ...packs.catalogueFor(region).authorities.map(({ name }) => ({ name: name['zh-CN'], aliases: [] })),
  ]
}

const shown = (lines: readonly string[]): string[] => [...lines.slice(0, mostShown), ...(lines.length > mostShown ? [`  …${lines.length - mostShown}`] : [])]

export const lintWords = ({ json }: { json: boolean }): Promise<number> =>
  withDatabase(async ({ db, config }) => {
    const packs = openPacks(config.packs, systemClock)
    const thesaurus = packs.thesaurusFor(config.region)
    const imported = await listImportedNames(db.read)
    const names = [...packNames(packs, config.region), ...imported]
    const [proposed, unused] = [proposePairs(imported, thesaurus), wordsWithoutName(names, thesaurus)]
    const lines = [
      `${names.length} 个名称 / names · ${thesaurus.length} 种说法 / ways of saying something`,
      `${proposed.length} 对说法可以考虑收进同义词 / pairs to consider:`, ...shown(proposed.map(({ said, meant, services }) => `  ${said} = ${meant} × ${services}`)),
      `${unused.length} 个正式名称没有事项在用 / official words no name has:`, ...shown(unused.map((word) => `  ${word}`)),
    ]
    process.stdout.write(json ? `${JSON.stringify({ names: names.length, said: thesaurus.length, proposed, unused })}\n` : `${lines.join('\n')}\n`)
    return 0
  })
