// English of zh-CN/my-data.ts.
// Names of registries and laws stay as the content has them.
import type source from '../zh-CN/my-data.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'Who has seen my data',
  lead: 'When you apply, Tongban asks other authorities for what is needed so that you need not fill it in or hand it in; when your family applies, your data may be looked up too. Every look-up, and every time an official opens a case, is recorded here.',
  count: { one: 'The latest entry', other: 'The latest {n} entries' },
  forMatter: 'for “{matter}”',
  forMatterOther: 'your data, for somebody else’s “{matter}”',
  read: { one: 'opened once', other: 'opened {n} times' },
  readFor: 'your “{service}” ({matter})',
  readForOther: 'somebody else’s “{service}” ({matter}), with data about you',
  seen: { one: '{n} item visible', other: '{n} items visible' },
  asked: { one: '{n} item asked for', other: '{n} items asked for' },
  byLaw: 'By: {law}',
  follow: 'See the application',
  outcome: { answers: 'found and filled in', noRecord: 'not found; you were asked instead', unavailable: 'not reachable; you were asked instead', withheld: 'not found; you were asked instead' },
  outcomeOther: { answers: 'found', noRecord: 'not found', unavailable: 'not reachable', withheld: 'not told' },
  doneForMe: { title: 'Done in your name', line: '{who} worked on “{matter}” for you' },
  withheldHint: 'Somebody typed your number. Nothing showed that you are related, so nothing was told.',
  empty: { title: 'Nobody has looked anything up', text: 'Whatever is looked up about you, with your consent or by law, will be listed here without exception.' },
  signIn: { title: 'Please sign in', text: 'This page lists who looked up your data; only you can see it.' },
  staff: { title: 'Please sign in as a resident', text: 'Residents see here who looked up their data; staff accounts have no such record.' },
  wrong: { title: 'Something looks wrong?', text: 'If you did not apply for this, or think it should not have been looked up, call 12345 with the date and the authority.', law: 'Personal Information Protection Law, Articles 44 and 45: you have the right to know how your information is handled, to see it and to copy it.' },
} satisfies Translation<typeof source>
