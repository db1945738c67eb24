// English of zh-CN/search.ts.
// Results come in the language of the content.
import type source from '../zh-CN/search.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'Search',
  titleFor: '{q} · Search',
  label: 'What would you like to do',
  placeholder: 'Use your own words',
  filters: 'Filters',
  type: 'Type',
  all: 'All',
  types: { matter: 'Matters', service: 'Guides', importedService: 'Imported from the province', concept: 'Explanations', page: 'Pages', other: 'Other' },
  best: 'Best match',
  found: { one: '{n} result', other: '{n} results' },
  foundMost: { one: 'The best result', other: 'The best {n} results' },
  go: 'Go to it',
  open: 'Open the guide',
  keys: 'Up and down arrows move, Enter opens',
  none: {
    title: 'Nothing found for “{q}”',
    text: 'Try other words, for example only the name of the thing: social security card.',
    call: 'Call 12345',
    callHint: 'The hotline tells you which authority to turn to and what to do.',
    browse: 'Browse by authority and place',
  },
  noneOfType: 'None of this type.',
  empty: { stages: 'By stage of life', try: 'Try', browse: 'All services', browseHint: 'by authority, place and kind' },
  failed: { title: 'The search did not work', text: 'Your words are still there. Please try again, or call 12345.' },
} satisfies Translation<typeof source>
