// English of zh-CN/home.ts.
// The search box says the same in fewer words.
import type source from '../zh-CN/home.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'Home',
  ask: 'What would you like to do?',
  lead: 'Use your own words. What can be looked up is not asked; what can be done at once takes no second visit.',
  search: 'What would you like to do',
  placeholder: 'For example: what to do when a child is born',
  try: 'Try',
  tell: { lead: 'Not sure what it is called?', link: 'Tell us your situation', report: 'Something broken or unfair?', reportLink: 'Report it', benefits: 'Is there anything you are due?', benefitsLink: 'Benefits' },
  mine: {
    title: 'What you are doing',
    failed: 'Your applications cannot be shown right now; everything else works.',
    promised: 'all done by {date}, as promised',
    more: '{n} more under way',
    drafts: 'Begun, not submitted',
    filled: { one: '{n} answer · changed {date}', other: '{n} answers · changed {date}' },
    begun: 'begun {date}',
    continue: 'Continue',
    messages: { one: '{n} new message', other: '{n} new messages' },
    inbox: 'Read messages',
    before: '{authority} · by {date}',
    handling: 'with {authority}',
    waits: 'waiting for {names}',
  },
  state: { granted: 'done', refused: 'refused', declined: 'not accepted', withdrawn: 'withdrawn', stopped: 'stopped', terminated: 'ended', supplement: 'needs something from you', waiting: 'waiting' },
  progress: { needsYou: 'Needs you', inProgress: 'Under way' },
  matters: { person: 'Done in one go', organisation: 'Done in one go for businesses', more: 'Show {n} more', hint: 'several authorities, one application', all: 'All services', none: 'Matters that can be done in one go will be listed here. Until then, see the guides.', failed: 'This part could not be opened' },
} satisfies Translation<typeof source>
