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
  'cases.read': ['clerk', 'approver', 'supervisor'],
  'cases.accept': ['clerk', 'approver'],
  'cases.decide': ['approver'],
  'catalogue.inspect': ['designer', 'operator'],
  'guides.inspect': ['designer', 'supervisor'],
  'designs.read': ['designer', 'supervisor'],
  'designs.edit': ['designer'],
  'designs.release': ['designer', 'supervisor'],
} as const satisfies Record<string, Grant>

export type Permission = keyof typeof permissions
