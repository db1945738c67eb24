// Whether requests are still read as well as when the model was learnt.
// Keys follow zh-CN.

import type { Translation } from '../keys.ts'
import type source from '../zh-CN/drift-desk.ts'

export default {
  title: 'Reading by machine',
  lead: 'What people report changes, and what was learnt no longer fits. Measured once a month on a hundred requests a day at most.',
  none: 'Not measured yet.',
  measure: 'Measure now',
  measured: 'Measured',
  span: '{from} to {to}, {n} requests',
  standing: { moved: 'Against the span before', psi: 'Against what was learnt', abstained: 'Left to people', corrected: 'Read and then corrected', nowRight: 'Of those corrected, now read right' },
  levels: { steady: 'steady', some: 'has moved', much: 'has moved much' },
  expected: 'expected {share}',
  ofRead: '{n} requests',
  few: 'too few to tell',
  warnings: { classes: 'What people report about has moved a lot', abstained: 'Far more than expected is left to people', corrected: 'People correct far more than they should' },
  what: 'Corrections can be learnt: tongban requests train --corrections. A model that reads worse is not taken.',
  terms: 'New words nobody has trained on',
  term: '{term} ({n} people)',
  areas: 'Shares of the classes',
  columns: { name: 'Class', share: 'Now', before: 'Before', moved: 'Moved', learnt: 'Learnt', psi: 'Differs' },
  scale: 'The figures are parts of the population stability index; below 0.1 all told is steady, above 0.25 much has moved. The lines learnt have about as many for each class, so they always differ.',
} satisfies Translation<typeof source>
