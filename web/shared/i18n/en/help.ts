// English of zh-CN/help.ts.
// Plain words; the hotline number is the same for everybody.
import type source from '../zh-CN/help.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'Get help',
  lead: 'If anything is unclear, choose whichever way suits you.',
  ways: {
    call: { title: 'By telephone', text: 'Call 12345. The staff take you through it step by step or put you through to the authority.', action: 'Call 12345' },
    hard: { title: 'Nothing fits?', text: 'You have tried and it did not work, or no service fits: tell us what is difficult. Somebody takes it on and talks to the authorities for you.', action: 'Tell us what is difficult' },
    hall: { title: 'At a service hall', text: 'Bring your ID card to the nearest hall; the staff do it with you. What you filled in online is there when you sign in, nothing to repeat.' },
    proxy: { title: 'With your family', text: 'A relative can apply for you with an account of their own; each step says who took it, and you can end it at any time. Never tell anybody a password or code; the staff will not ask for it either.', action: 'Let a relative act for me' },
    elsewhere: { title: 'In another city', text: 'Before you travel for a service of another city, look whether you need to: many can be done online, others are taken in at a counter near you. What differs between the two places is listed.', action: 'How it works from elsewhere' },
    elder: { title: 'Elder mode', text: 'Larger letters and buttons, every page can be read aloud, help is always at hand.', on: 'Turn elder mode on', off: 'Back to standard', size: 'Three text sizes, the largest about 30 points.' },
  },
  how: {
    title: 'How Tongban works',
    ask: { title: 'Your situation first', text: 'A few questions settle which services you need. Nothing you do not need, no document that is not needed.' },
    lookup: { title: 'Looked up, not asked', text: 'What the government already knows is looked up by law or with your consent and filled in. If it is wrong, say so and write your own.' },
    once: { title: 'Told once', text: 'The rest is asked once, and each authority sees only what it needs.' },
    parallel: { title: 'Side by side', text: 'Your application is split among the authorities at once; when one is done the next begins. You see who works on what and by when.' },
    result: { title: 'Results in hand', text: 'Certificates are online; those on paper come by post.' },
  },
  topics: {
    title: 'Frequent questions',
    find: 'Not here? Search for it',
    search: 'Search',
    none: 'No answers have been written yet; please call 12345.',
    failed: 'The answers could not be opened. Please try again',
    related: 'Related questions',
    all: 'All questions',
    steps: 'What to do',
    still: 'Still not solved?',
    hard: 'Tell us what is difficult',
    call: 'Call 12345',
  },
  groups: { start: 'Getting started', apply: 'Applying', follow: 'Afterwards', others: 'Acting for others', licences: 'Licences and documents', money: 'Fees', data: 'My data', people: 'Reaching a person' },
} satisfies Translation<typeof source>
