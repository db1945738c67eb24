// Checks of how services are handled: a chain of approval ends with somebody who decides, nothing is stated twice, whoever is asked exists.
// What is wrong here would only be found by the first case that cannot be decided.
import { placeAt } from './located.ts'
import type { PackContent } from './pack-content.ts'
import { both, type Report } from './pack-error.ts'

/** @param hasLine whether some authority has the line */
export const checkHandlings = (content: PackContent, hasLine: (line: string) => boolean, report: Report): void => {
  for (const { fields: { handling }, node } of content.services.values()) {
    const { levels = [], coSigners = [], procedures = [] } = handling ?? {}
    if (levels.at(-1)?.role === 'clerk') report('value-wrong', placeAt(node, ['handling', 'levels', levels.length - 1, 'role']), both('最后一级要由 approver 或 head 作决定', 'the last level decides, so it is an approver or the head'))
    coSigners.forEach(({ line }, index) => {
      const at = placeAt(node, ['handling', 'coSigners', index, 'line'])
      if (!hasLine(line)) report('authority-unknown', at, both(`没有 ${line} 条线的部门`, `no authority has the line ${line}`))
      if (coSigners.findIndex((each) => each.line === line) < index) report('id-duplicate', at, both(`${line} 写了两次`, `${line} is stated twice`))
    })
    procedures.forEach(({ kind }, index) => {
      if (procedures.findIndex((each) => each.kind === kind) < index) report('id-duplicate', placeAt(node, ['handling', 'procedures', index, 'kind']), both(`${kind} 写了两次`, `${kind} is stated twice`))
    })
  }
}
