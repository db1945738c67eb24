// Turns what a schema check found into pack errors at the right line, in words a pack author understands.
// Of alternatives (a text or texts by language) only the one the author meant is reported.
import type { TLocalizedValidationError } from 'typebox/error'
import type { Validator } from 'typebox/schema'
import { Locale, Settings } from 'typebox/system'
import { placeAt, plain, type Located, type Path } from './located.ts'
import { both, type PackRule, type Report } from './pack-error.ts'

type Fault = TLocalizedValidationError

const steps = (pointer: string): Path =>
  pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

const listed = (params: object, name: string): string[] => {
  const value: unknown = Reflect.get(params, name)
  return Array.isArray(value) ? value.map(String) : []
}

/** Leaves out alternatives of an anyOf that the value does not even resemble, and the anyOf itself when one is left. */
const meant = (faults: readonly Fault[]): Fault[] => {
  let left = [...faults]
  for (const union of faults.filter((fault) => fault.keyword === 'anyOf')) {
    const inside = left.filter((fault) => fault.schemaPath.startsWith(`${union.schemaPath}/anyOf/`))
    const branchOf = (fault: Fault): string => fault.schemaPath.slice(`${union.schemaPath}/anyOf/`.length).split('/')[0] ?? ''
    const unlike = new Set(inside.filter((fault) => fault.keyword === 'type' && fault.instancePath === union.instancePath).map(branchOf))
    const kept = inside.filter((fault) => !unlike.has(branchOf(fault)))
    left = left.filter((fault) => (inside.includes(fault) ? kept.includes(fault) : fault !== union || kept.length === 0))
  }
  return left
}

const typeWords: Readonly<Record<string, string>> = { string: '文字', number: '数字', integer: '整数', boolean: ' true 或 false', object: '一项一项的名称和内容', array: '列表', null: '空' }

const lawKeys = new Set(['legalBasis', 'source'])

const missingRule = (key: string): PackRule => {
  if (lawKeys.has(key)) return 'law-missing'
  return key === 'zh-CN' ? 'text-without-chinese' : 'key-missing'
}

/** The fault as a pack author would say it; rarer ones in the library's words. */
const inChinese = (fault: Fault): string => {
  if (fault.keyword === 'type') return `要写成${[Reflect.get(fault.params, 'type')].flat().map((type) => typeWords[String(type)] ?? String(type)).join('或')}`
  return fault.keyword === 'pattern' ? `的格式不对，要符合 ${String(Reflect.get(fault.params, 'pattern'))}` : Locale.zh_Hans(fault)
}

const reportFault = (fault: Fault, node: Located, report: Report, lapsed: boolean): void => {
  const path = steps(fault.instancePath)
  const at = placeAt(node, path)
  const name = path.join('.')
  const [zh, en] = [name || '这一条', name || 'the item']
  const isCode = /code|region/i.test(name)
  switch (fault.keyword) {
    case 'boolean':
      return // reported by additionalProperties of the object around it
    case 'additionalProperties':
      for (const key of listed(fault.params, 'additionalProperties')) report('key-unknown', placeAt(node, [...path, key]), both(`${zh} 里没有 \`${key}\` 这一项`, `\`${key}\` is not a key of ${en}`))
      return
    case 'required':
      for (const key of listed(fault.params, 'requiredProperties')) report(missingRule(key), at, both(`${zh} 缺少 \`${key}\``, `${en} has no \`${key}\``))
      return
    case 'minItems':
      return report(lapsed ? 'nothing-in-force' : 'value-wrong', at, lapsed ? both(`${zh} 还没有生效的内容`, `no line of ${en} is in force yet`) : both(`${zh} 是空的`, `${en} is empty`))
    case 'type':
      return report('value-wrong', at, both(`${zh} ${inChinese(fault)}${isCode ? '（代码要加引号）' : ''}`, `${en} ${fault.message}${isCode ? ' (write codes in quotes)' : ''}`))
    case 'enum':
      return report('value-wrong', at, both(`${zh} 只能是 ${listed(fault.params, 'allowedValues').join('、')}`, `${en} must be one of ${listed(fault.params, 'allowedValues').join(', ')}`))
    default:
      return report('value-wrong', at, both(`${zh} ${inChinese(fault)}`, `${en} ${fault.message}`))
  }
}

/** Every fault: the library stops after eight unless told otherwise, and its limit is for the whole process. */
const allFaults = (validator: Validator, value: unknown): readonly Fault[] => {
  const { maxErrors } = Settings.Get()
  Settings.Set({ maxErrors: 1000 })
  try {
    return validator.Errors(value)[1]
  } finally {
    Settings.Set({ maxErrors })
  }
}

/**
 * Checks a value and reports everything wrong with it.
 * @param lapsed the value has been reduced to what is in force, so an empty list means nothing is
 * @returns whether it is right
 */
export const checkSchema = (validator: Validator, node: Located, report: Report, lapsed = false): boolean => {
  const value = plain(node)
  if (validator.Check(value)) return true
  for (const fault of meant(allFaults(validator, value))) reportFault(fault, node, report, lapsed)
  return false
}
