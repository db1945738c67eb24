// Ratings in the portal: giving one, what came of it, what is published.
// Keys follow zh-CN.

import type { Translation } from '../keys.ts'
import type source from '../zh-CN/ratings.ts'

export default {
  and: ', ',
  form: {
    how: 'How did it go?',
    choose: 'Choose one first, then send.',
    why: 'What was good?',
    whyBad: 'What was wrong?',
    words: 'In your own words',
    wordsHint: 'No need for names, phone or ID numbers.',
    send: 'Send the rating',
    once: 'Once for each service; it cannot be changed.',
    thanks: 'Thank you, your rating has arrived',
    failed: 'It was not sent. Please try again; what you filled in is kept.',
  },
  card: {
    title: 'Rate the service',
    lead: 'It is done. Please say how it went. A bad rating is followed up, put right and answered; it never counts against you.',
    rate: 'Rate',
  },
  counts: { all: 'Counted', unit: 'Counted', none: 'Not counted', held: 'Being looked at' },
  states: { open: 'To be followed up', contacted: 'Being put right', fixed: 'To be answered', replied: 'Under review', passed: 'Put right', unfounded: 'Not upheld' },
  reply: '{authority} answers:',
  again: { how: 'How is it now, after it was put right?', given: 'After it was put right: {grade}', public: 'After it was put right: {grade}' },
  deny: {
    ask: 'It was not me',
    text: 'This rating was given at a window or by a link, in your name. A supervisor looks into it; if it was not you, it does not count.',
    send: 'Yes, it was not me',
    cancel: 'Cancel',
    done: 'Received; a supervisor looks into it',
  },
  own: {
    title: 'My ratings',
    lead: 'Everything you have rated. Ratings are not changed; after a bad one was put right you may rate once more.',
    empty: 'Nothing rated yet',
    emptyText: 'Once something is done you can rate it on its page.',
  },
  guide: {
    title: 'Rate this guide',
    how: 'Was it clear and easy to use?',
    part: 'Which part',
    whole: 'The whole guide',
    parts: { conditions: 'Conditions', documents: 'Documents', steps: 'Steps', fees: 'Fees', form: 'The form' },
    thanks: 'Those who write the guides will see it.',
  },
  board: {
    ask: 'How did it go? One tap is enough',
    why: '{grade}: what was wrong? You need not say',
    send: 'Send',
    change: 'Choose again',
    wait: 'Take your time',
    left: 'sent in {n} seconds',
    thanks: 'Thank you',
    resets: 'back in {n} seconds',
    idle: 'leaves in {n} seconds',
    leave: 'Leave',
  },
  link: {
    title: 'Rate this service',
    until: 'This link is good until {date}, once.',
    done: 'This has been rated already',
    given: 'The rating: {grade}.',
  },
  public: {
    title: 'Bad ratings and what was done',
    lead: 'Bad ratings with the measures and answers of the authorities, reviewed, without personal data.',
    empty: 'Nothing published yet',
    emptyText: 'Bad ratings appear here once they have been put right and reviewed.',
    older: 'Earlier ones',
  },
} satisfies Translation<typeof source>
