// Makes the zh-HK texts from the zh-CN ones: OpenCC for the letters, words.ts for words Hong Kong says differently.
// `node tools/zh-hk.ts` writes the files; `--check` only tells whether they are up to date (also tested in i18n.test.ts).
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { loadHongKong } from '../server/hong-kong.ts'

const folder = new URL('../web/shared/i18n/', import.meta.url)
/** A mainland text as Hong Kong writes it, with its quotation marks. Parameters such as {n} are left alone, having no Chinese letters. */
export const toHongKong = await loadHongKong()

/** The zh-HK source file of an area, from its zh-CN dictionary. */
export function hongKongFile(area: string, dictionary: unknown): string {
  const converted = JSON.stringify(dictionary, (_, value: unknown) => (typeof value === 'string' ? toHongKong(value) : value), 2)
  return `// Made from zh-CN/${area}.ts by tools/zh-hk.ts; change that file, or words.ts for a word that Hong Kong says differently.\n// Run \`node tools/zh-hk.ts\` after every change.\n\nexport default ${converted} as const\n`
}

/** Every area with the file it should have. */
export async function hongKongFiles(): Promise<Map<string, string>> {
  const names = (await readdir(new URL('zh-CN/', folder))).filter((name) => name.endsWith('.ts')).sort()
  const files = await Promise.all(
    names.map(async (name) => {
      const dictionary = (await import(new URL(`zh-CN/${name}`, folder).href)) as { default: unknown }
      return [name, hongKongFile(name.replace('.ts', ''), dictionary.default)] as const
    }),
  )
  return new Map(files)
}

async function run(): Promise<void> {
  const check = process.argv.includes('--check')
  let stale = 0
  for (const [name, text] of await hongKongFiles()) {
    const file = new URL(`zh-HK/${name}`, folder)
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue
    stale += 1
    if (!check) await writeFile(file, text)
    console.log(`${check ? 'out of date' : 'written'}: web/shared/i18n/zh-HK/${name}`)
  }
  if (check && stale > 0) process.exitCode = 1
  if (stale === 0) console.log('zh-HK is up to date')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await run()
