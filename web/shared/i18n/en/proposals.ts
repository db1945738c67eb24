// English of zh-CN/proposals.ts.
// Counts follow the plural of the parameter n.
import type source from '../zh-CN/proposals.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'For decision, and ended',
  lead: 'More time, ends without a decision, revocations and cancellations are proposed by one colleague and decided by a head. Results that ended without extension are proposed for cancellation here.',
  waiting: 'Waiting for a head ({n})',
  none: 'Nothing waits for a decision.',
  case: 'Case',
  action: 'Proposed',
  reasons: 'Reasons',
  by: 'By',
  since: 'Since',
  open: 'Open and decide',
  mine: 'Yours',
  unheard: 'The holder must be heard first',
  until: 'may respond until {date}',
  ended: 'Past their validity ({n})',
  noneEnded: 'No result has ended unattended.',
  result: 'Result',
  number: 'Number',
  endedOn: 'Ended on',
  cancel: 'Open and propose cancellation',
  law: 'What ended without extension is to be cancelled (Administrative Licensing Law, Article 70, item 1).',
} satisfies Translation<typeof source>
