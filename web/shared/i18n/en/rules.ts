// English of zh-CN/rules.ts.
// Counts follow the plural of the parameter n.
import type source from '../zh-CN/rules.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'Decision tables',
  list: 'Tables',
  lead: 'Each table decides one service the moment it is handed in and leaves the rest to people. Choose one to see its rules, try it, and see how it did in the last ninety days.',
  rows: { one: '{n} row', other: '{n} rows' },
  used: { one: '{n} case in 90 days, {share} at once', other: '{n} cases in 90 days, {share} at once' },
  notUsed: 'not used in 90 days',
  export: 'Export DMN',
  restsOn: 'Rests on {laws}.',
  missing: 'Missing: {names}.',
  none: { title: 'There are no decision tables yet', text: 'Write one in the decisions folder of a pack, and its service is decided at once.' },
  outcome: { approve: 'granted at once', refuse: 'refused at once', tentative: 'granted, then checked', person: 'to a person' },
  policy: {
    unique: 'Exactly one row holds.', first: 'The first row that holds counts.', priority: 'Of the rows that hold the most cautious counts.', any: 'Rows that hold together say the same.',
    collect: 'All rows that hold count; the most cautious decides.', ruleOrder: 'All rows that hold count, in order; the most cautious decides.', outputOrder: 'All rows that hold count, the cautious first; the most cautious decides.',
  },
  table: { row: 'Row', hit: 'hit', decision: 'Decision', reason: 'Reason and law', checkDays: 'checked within {n} working days', bound: 'no discretion', not: 'not {what}', or: ', ' },
  why: {
    discretion: 'The table proposes a refusal, but the law leaves discretion: a person decides.', noRow: 'No row answers this: a person decides.', conflict: 'Rows contradict each other: a person decides.', open: 'Something is not known yet: a person decides.',
    documents: 'There are documents uploaded or still to come, which a table cannot read.', requirement: 'A condition does not hold: a person checks.', result: 'The result holds something only a person can give.',
  },
  figures: {
    title: 'Last 90 days', none: 'This table decided nothing in the last 90 days.', instant: 'At once', median: 'From handing in to the end (median)', all: 'Decisions', reasons: 'Why to a person', versions: 'Versions used', version: 'Version', present: 'in force', last: 'Last used', count: '{n}',
    underSecond: 'under a second', seconds: '{n} s', minutes: '{n} min', hours: '{n} h',
  },
  try: { title: 'Try it', lead: 'Type values and see what it decides. Nothing is kept; what is empty counts as not known.', ask: 'Decide', region: 'The code of the place, for example 440305.', failed: 'It could not be worked out. Please try again.' },
  model: { title: 'Look at a DMN model', lead: 'A DMN file of other software: see what it decides and needs, and try it with a few values. Nothing is kept.', file: 'DMN file', refused: 'This file cannot be used', kinds: { input: 'Input', decision: 'Decision', knowledge: 'Business knowledge', service: 'Decision service' }, needs: 'Looks at: {names}', ask: 'Try it' },
  unchecked: { title: 'Granted for the time being, waiting for a check', lead: 'Granted at once, to be checked in time: confirm what is true, take back what is not.', case: 'Case', applicant: 'Applicant', service: 'Service', by: 'Check by', late: '{date}, late', noCalendar: 'calendar not out' },
  case: {
    title: 'Decision table', table: 'The whole table', open: 'The table in force and its figures', inputs: 'What it looked at', version: 'Decided by version {version}.', changed: 'The table in force today is another one.',
    outcome: { approve: 'Granted at once by the table', refuse: 'Refused at once by the table', tentative: 'Granted by the table, still to be checked', person: 'The table leaves it to a person' },
  },
  source: { applicant: 'the applicant', registry: 'a registry', derived: 'worked out', profile: 'the login', result: 'an earlier result', credential: 'an e-licence' },
  check: {
    by: 'Please check by {date}.', noCalendar: 'The calendar of that year is not out yet; please check soon.', opinion: 'What you found', needWords: 'Write what you found first', confirm: 'True, confirm', takeBack: 'Not true, take back', failed: 'It was not saved. Please try again.',
    confirmed: 'Confirmed by {name}, {at}: {opinion}', takenBack: 'Taken back by {name}, {at}: {opinion}',
  },
  compare: {
    title: 'What the changed tables would decide otherwise', lead: 'Past cases decided again by the changed tables: every night, the last two thousand at most.', now: 'Work it out now', failed: 'It could not be worked out. Please try again.', notYet: 'Not worked out yet.', nothing: 'This table has decided nothing yet.',
    looked: { one: '{n} case looked at, {same} decided alike ({at}).', other: '{n} cases looked at, {same} decided alike ({at}).' }, older: 'The tables have changed since.', pair: 'Before → after', count: 'Cases', fields: 'Decided by', examples: 'Examples',
  },
} satisfies Translation<typeof source>
