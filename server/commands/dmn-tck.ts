// `dmn tck`: the conformance kit of DMN over a folder, in the kit's own form of results.
import { existsSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { runTck, type TckResult } from '../kernel/dmn/execution/tck.ts'
import { StartRefusal } from '../start-refusal.ts'

const quoted = (text: string): string => `"${text.replaceAll('"', '""').replaceAll(/\s+/g, ' ')}"`

/** As engines hand their results in: folder, test file, test case, SUCCESS or ERROR, what went wrong. */
const toCsv = (results: readonly TckResult[]): string =>
  results.map(({ folder, file, testCase, problem }) => `${[folder, file, testCase, problem === undefined ? 'SUCCESS' : 'ERROR', problem ?? ''].map(quoted).join(',')}\n`).join('')

const count = (results: readonly TckResult[]) => {
  const passed = results.filter(({ problem }) => problem === undefined).length
  return { total: results.length, passed, failed: results.length - passed, rate: results.length === 0 ? 0 : passed / results.length }
}

const levelOf = ({ folder }: TckResult): string => folder.split('/')[0] ?? ''

/** @throws StartRefusal configuration when the folder is not there, or no conformance kit is in it */
const runKit = (folder: string): TckResult[] => {
  const results = existsSync(folder) && statSync(folder).isDirectory() ? runTck(folder, new Date()) : []
  if (results.length === 0) throw new StartRefusal('configuration', `${folder} 里没有测试包：应为含有 TestCases 的文件夹 / There is no kit in ${folder}: name the folder that has TestCases in it`)
  return results
}

/** @returns 0, also when results differ: the report says which */
export const reportTck = async (folder: string, { csv, json }: { csv: string | undefined; json: boolean }): Promise<number> => {
  const results = runKit(folder)
  if (csv !== undefined) await writeFile(csv, toCsv(results))
  const failures = results.filter(({ problem }) => problem !== undefined)
  const levels = Object.fromEntries([...new Set(results.map(levelOf))].map((level) => [level, count(results.filter((each) => levelOf(each) === level))]))
  if (json) {
    process.stdout.write(`${JSON.stringify({ ...count(results), levels, failures })}\n`)
    return 0
  }
  for (const { folder: where, testCase, node, problem } of failures) process.stdout.write(`✗ ${where} ${testCase} ${node}: ${problem}\n`)
  for (const [level, { total, passed, rate }] of Object.entries(levels)) process.stdout.write(`${level}: ${passed} / ${total} (${(100 * rate).toFixed(2)} %)\n`)
  return 0
}
