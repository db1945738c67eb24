// English of zh-CN/stages.ts.
// Themes keep the name they have in the province's catalogue.
import type source from '../zh-CN/stages.ts'
import type { Translation } from '../keys.ts'

export default {
  person: 'Stages of life',
  personHint: 'find it by what is happening',
  organisation: 'Stages of a company',
  organisationHint: 'from start to end',
  state: { count: { one: '{n} matter', other: '{n} matters' }, guides: 'guides', none: 'in preparation', here: 'you are here' },
  others: 'Other stages',
  matters: 'Done in one go',
  none: { title: 'Matters of this stage are in preparation', text: 'Each goes online when it is ready. Until then, see the guides below or call 12345.', textOnly: 'Each goes online when it is ready. Until then, search or call 12345.' },
  services: 'The services in them',
  servicesHint: 'Conditions, documents and time of each.',
  imported: 'Guides of the provincial service site',
  importedHint: 'Imported from the province; please check the original page before you apply.',
  theme: '{theme} ({n})',
  all: 'All {n} of {theme}',
  failed: 'These guides could not be opened',
} satisfies Translation<typeof source>
