// Checks of how services are handled: a chain of approval ends with somebody who decides, nothing is stated twice, whoever is asked exists.
// What is wrong here would only be found by the first case that cannot be decided.
import { placeAt } from './located.ts'
import type { PackContent } from './pack-content.ts'
import { both, type Report } from './pack-error.ts'

/** @param hasLine whether some authority has the line */
export const checkHandlings = (content: PackContent, hasLine: (line: string) => boolean, report: Report): void => {
  for (const { fields: { handling, concepts }, node } of content.services.values()) {
    const { levels = [], coSigners = [], procedures = [], visit } = handling ?? {}
    if (levels.at(-1)?.role === 'clerk') report('value-wrong', placeAt(node, ['handling', 'levels', levels.length - 1, 'role']), both('最后一级要由 approver 或 head 作决定', 'the last level decides, so it is an approver or the head'))
    coSigners.forEach(({ line }, index) => {
      const at = placeAt(node, ['handling', 'coSigners', index, 'line'])
      if (!hasLine(line)) report('authority-unknown', at, both(`没有 ${line} 条线的部门`, `no authority has the line ${line}`))
      if (coSigners.findIndex((each) => each.line === line) < index) report('id-duplicate', at, both(`${line} 写了两次`, `${line} is stated twice`))
    })
    procedures.forEach(({ kind }, index) => {
      if (procedures.findIndex((each) => each.kind === kind) < index) report('id-duplicate', placeAt(node, ['handling', 'procedures', index, 'kind']), both(`${kind} 写了两次`, `${kind} is stated twice`))
    })
    if (visit === undefined) continue
    if (!procedures.some(({ kind }) => kind === 'inspection')) report('value-wrong', placeAt(node, ['handling', 'visit']), both('要踏勘的事项，procedures 里要写 inspection', 'a service with a visit states the procedure inspection'))
    if (!concepts.some(({ concept }) => concept === visit.place)) report('value-wrong', placeAt(node, ['handling', 'visit', 'place']), both(`${visit.place} 不在这个事项的数据元里`, `${visit.place} is not a concept of the service`))
    visit.items.forEach(({ id, needs = [], unit }, index) => {
      if (visit.items.findIndex((each) => each.id === id) < index) report('id-duplicate', placeAt(node, ['handling', 'visit', 'items', index, 'id']), both(`${id} 写了两次`, `${id} is stated twice`))
      if (needs.includes('measure') !== (unit !== undefined)) report('value-wrong', placeAt(node, ['handling', 'visit', 'items', index]), both('要实测的才有单位，也必须有单位', 'a measure has a unit, and only a measure has one'))
    })
  }
}
