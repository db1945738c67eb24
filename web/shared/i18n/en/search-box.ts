// English of zh-CN/search-box.ts.
import type source from '../zh-CN/search-box.ts'
import type { Translation } from '../keys.ts'

export default {
  again: 'Searched lately',
  types: { matter: 'Matters', service: 'Guides', benefit: 'Benefits', answer: 'Difficulties and answers', outlet: 'Service halls', authority: 'Authorities', credential: 'E-licences', help: 'Help with this site', importedService: 'Guides of the province' },
} satisfies Translation<typeof source>
