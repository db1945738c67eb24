// Every permission of the product and who has it. One named action per kind of thing people do; citizens' and staff's never shared.
import type { Grant } from './kernel/authz.ts'

export const permissions = {
  'catalogue.read': 'everyone',
  'search.use': 'everyone',
  'session.use': 'everyone',
  'plans.try': 'everyone',
  'applications.own': 'person',
  'messages.own': 'person',
  'dataUse.own': 'person',
  'delegations.own': 'person',
  'batches.own': 'person',
  'showCodes.own': 'person',
  'windows.serve': ['window'],
  'answers.read': 'everyone',
  'hardCases.own': 'person',
  'hardCases.take': ['clerk', 'window', 'approver'],
  'hardCases.read': ['clerk', 'approver', 'head', 'supervisor'],
  'hardCases.coordinate': ['clerk', 'approver'],
  'hardCases.advise': ['clerk', 'approver', 'head'],
  'lessons.read': ['designer', 'supervisor'],
  'lessons.decide': ['designer'],
  'cases.read': ['clerk', 'approver', 'head', 'supervisor'],
  'cases.accept': ['clerk', 'approver', 'head'],
  'cases.decide': ['approver', 'head'],
  'cases.oversee': ['approver', 'head', 'supervisor'],
  'undertakings.own': 'person',
  'undertakings.read': ['clerk', 'approver', 'head', 'supervisor'],
  'undertakings.check': ['clerk', 'approver', 'head'],
  'undertakings.decide': ['approver', 'head'],
  'cards.read': ['clerk', 'approver', 'head', 'supervisor'],
  'cards.answer': ['clerk', 'approver', 'head'],
  'cards.decide': ['supervisor'],
  'staffMessages.own': ['clerk', 'approver', 'head', 'supervisor', 'window', 'designer', 'operator'],
  'catalogue.inspect': ['designer', 'operator'],
  'rules.read': ['clerk', 'approver', 'head', 'supervisor', 'designer'],
  'guides.inspect': ['designer', 'supervisor'],
  'designs.read': ['designer', 'supervisor'],
  'designs.edit': ['designer'],
  'designs.release': ['designer', 'supervisor'],
} as const satisfies Record<string, Grant>

/** What somebody who acts for a person may do in that person's name; everything else stays the person's own. */
export const whileActing = ['catalogue.read', 'search.use', 'plans.try', 'applications.own'] as const satisfies readonly (keyof typeof permissions)[]

export type Permission = keyof typeof permissions
