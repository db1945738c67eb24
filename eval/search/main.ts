// `npm run -s eval:search [-- --frozen --later --last n --misses --json --write]`: how well search answers the labelled questions, beside two plain searches.
// The frozen half is for the figures alone: its single questions are never printed.
import { readFileSync, writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { queriesOf, type Half } from './asked.ts'
import { dataFolder, withProduct, type Product } from './product.ts'
import { judge, missesOf, qualityOf, type Outcome } from './judging.ts'
import { isOfPacks } from './query.ts'
import { recallFigures } from './recall.ts'
import { filledIn, qualityTable, recallTable } from './tables.ts'

type Options = { json?: boolean; frozen?: boolean; later?: boolean; last?: number; misses?: boolean; write?: boolean }

const page = new URL('../../docs/search.md', import.meta.url)

/** Without real services, what only they answer is not asked. */
const judgeHalf = (product: Product, half: Half, last = 0): Promise<Outcome[]> => {
  const queries = queriesOf(half).slice(-last)
  return judge(product, product.imported > 0 ? queries : queries.filter(isOfPacks))
}

const missText = ({ query, answers, intent, grades }: Outcome): string => {
  const wanted = Object.entries(query.relevant).map(([target, grade]) => `${grade} ${target}`).join(', ')
  const found = answers.slice(0, 5).map(({ type, id, titles }, at) => `${grades.tongban[at] ?? 0} ${titles[0] ?? ''} (${type}${type === 'importedService' ? '' : ` ${id}`})`).join(' · ')
  return `${query.id} [${query.style}] ${query.query}\n   wanted ${wanted || 'nothing certain'}; ${query.intents.join(' or ')}\n   found  ${found || 'nothing'}; ${intent.kind}${intent.right ? '' : ' ✗'}`
}

/** Both halves and the sets from outside, into docs/search.md. */
const write = (product: Product) => async (): Promise<string> => {
  if (product.imported === 0) throw new Error(`The figures are for packs and real services together, which are not in ${dataFolder}. Set TONGBAN_DATA.`)
  const frozen = qualityTable(qualityOf(await judgeHalf(product, 'frozen')))
  const open = qualityTable(qualityOf(await judgeHalf(product, 'open')))
  const later = qualityTable(qualityOf(await judgeHalf(product, 'later')))
  const recall = recallTable(await recallFigures(dataFolder, product))
  const tables = Object.entries({ frozen, open, later, recall })
  writeFileSync(page, tables.reduce((text, [name, table]) => filledIn(text, name, table), readFileSync(page, 'utf8')))
  return 'docs/search.md'
}

const report = (product: Product, { json = false, frozen = false, later = false, last, misses = false }: Options) => async (): Promise<string> => {
  const half = frozen ? 'frozen' : later || last !== undefined ? 'later' : 'open'
  const outcomes = await judgeHalf(product, half, last)
  const quality = qualityOf(outcomes)
  if (misses) return [qualityTable(quality), '', ...missesOf(outcomes).map(missText)].join('\n')
  const recall = await recallFigures(dataFolder, product)
  return json ? JSON.stringify({ half, imported: product.imported, ...quality, recall }) : [qualityTable(quality), ...(recall.length === 0 ? [] : ['', recallTable(recall)])].join('\n')
}

const program = new Command('eval:search')
  .description('搜索质量：六种说法的标注问题，和两种朴素搜索比。 / Quality of search on labelled questions in six styles, beside two plain searches.')
  .option('--json', '打印 JSON / print JSON')
  .option('--frozen', '只用封存的一半 / the frozen half, which nobody tunes to')
  .option('--later', '只用后来写的问题 / the questions written later')
  .option('--last <n>', '后来写的里最后几条 / the last ones of those written later', (text) => Math.max(1, Number.parseInt(text, 10) || 1))
  .option('--misses', '列出没答好的（封存的一半不能列）/ list what was answered badly, never of the frozen half')
  .option('--write', '都算一遍，写进 docs/search.md / all of them, into docs/search.md')
  .showHelpAfterError('(--help)')
  .action(async (options: Options) => {
    if (options.frozen && options.misses) program.error('--misses 只用于公开的一半 / --misses is for the open half')
    process.stdout.write(`${await withProduct((product) => (options.write ? write(product) : report(product, options))())}\n`)
  })

await program.parseAsync()
