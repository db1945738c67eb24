// What `tongban pack check` does: every rule of the loader, and every test the packs ship, in one list of findings.
// Tests run only when the packs load; a plan over broken content would say nothing.
import { runBenefitTest } from './benefit-tests.ts'
import { checkPacks, loadPacks } from './load-packs.ts'
import { both, type PackError, type Words } from './pack-error.ts'
import type { PackSource } from './pack-reader.ts'
import { runPackTest } from './pack-tests.ts'

export type PackCheck = {
  /** empty when all is well */
  findings: PackError[]
  packs: { id: string; region: string }[]
  tests: { run: number; failed: number }
}

/** @param source the packs folder, or its files @param on the day the content must be right on, and every later day it changes, YYYY-MM-DD */
export const checkPackFolder = (source: PackSource, { on }: { on: string }): PackCheck => {
  const { errors, packs } = checkPacks(source, { on })
  const summary = packs.map(({ id, region }) => ({ id, region }))
  if (errors.length > 0) return { findings: errors, packs: summary, tests: { run: 0, failed: 0 } }
  const loaded = loadPacks(source, { on, sound: true })
  const failed = (test: { name: string; file: string; line: number }, differences: readonly Words[]): PackError[] => {
    return differences.length > 0 ? [{ file: test.file, line: test.line, rule: 'test-failed', message: both(`${test.name}：${differences.map((each) => each['zh-CN']).join('；')}`, `${test.name}: ${differences.map((each) => each.en).join('; ')}`) }] : []
  }
  const findings = [...loaded.tests.flatMap((test) => failed(test, runPackTest(loaded, test))), ...loaded.benefitTests.flatMap((test) => failed(test, runBenefitTest(loaded, test)))]
  return { findings, packs: summary, tests: { run: loaded.tests.length + loaded.benefitTests.length, failed: findings.length } }
}
