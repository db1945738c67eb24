// English of zh-CN/search.ts.
// Results come in the language of the content.
import type source from '../zh-CN/search.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'Search',
  titleFor: '{q} · Search',
  label: 'What would you like to do',
  placeholder: 'Use your own words',
  place: 'Place',
  anywhere: 'Anywhere',
  type: 'Type',
  all: 'All',
  types: { matter: 'Matters', service: 'Guides', answer: 'Difficulties and answers', importedService: 'Guides of the province' },
  best: 'Best match',
  found: { one: '{n} result', other: '{n} results' },
  more: 'All {n} in {type}',
  go: 'Go to it',
  open: 'Open the guide',
  keys: 'Up and down arrows move, Enter opens',
  none: {
    title: 'Nothing found for “{q}”',
    text: 'Try other words, for example only the name of the thing: social security card.',
    call: 'Call 12345',
    callHint: 'The hotline tells you which authority to turn to and what to do.',
    browse: 'Browse by authority and place',
    tell: 'Tell us what is difficult',
    tellHint: 'If nothing fits, write down what is difficult: somebody takes it on and finds the right office for you.',
  },
  empty: { try: 'Try', browse: 'All services', browseHint: 'by authority, place and kind' },
  failed: { title: 'The search did not work', text: 'Your words are still there. Please try again, or call 12345.' },
} satisfies Translation<typeof source>
