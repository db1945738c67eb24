// `pack check`: every rule of the packs and every test they ship; each finding names file, line and the rule broken.
import { resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { plainDate, systemClock } from '../kernel/clock.ts'
import type { Texts } from '../kernel/texts.ts'
import { checkPackFolder } from '../modules/catalogue/index.ts'
import { findCheckedPacks } from '../start/checked-packs.ts'

/** Both languages unless one is asked for. */
const said = ({ 'zh-CN': zh, en = zh }: Texts, language: string | undefined): string => {
  if (language === undefined) return `${zh} / ${en}`
  return language === 'en' ? en : zh
}

export const packCheck = (folder: string | undefined, { json, language }: { json: boolean; language?: string | undefined }): Promise<number> => {
  const place = folder === undefined ? readConfig(process.env).packs : resolve(folder)
  const today = plainDate(systemClock.now())
  const checked = findCheckedPacks(place, today)
  const result = checkPackFolder(place, { on: today })
  if (result.findings.length === 0) checked.remember()
  const lines = result.findings.map((finding) => `✗ ${finding.file}:${finding.line}  ${finding.rule}  ${said(finding.message, language)}${(finding.others ?? []).map((other) => `\n    ↳ ${other.file}:${other.line}`).join('')}`)
  const summary = `${result.packs.length} 个业务包 / packs · ${result.tests.run} 项测试 / tests · ${result.findings.length} 处问题 / findings`
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${[...lines, summary].join('\n')}\n`)
  return Promise.resolve(result.findings.length === 0 ? 0 : 1)
}
