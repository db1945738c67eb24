// Policies written in the workbench, in English.
// Same keys in the same order as zh-CN.
import type source from '../zh-CN/design-policies.ts'
import type { Translation } from '../keys.ts'

export default {
  begin: { new: 'A new policy', audience: 'Who gets it', nameHint: 'As people would call it, for example: Grant for a first child.', idHint: 'Lower-case letters and hyphens, never changed later, for example first-child-grant.', none: 'No policies yet.', show: 'Show policies ({n})', policy: 'Policy', summary: 'What it gives' },
  parts: { policy: 'Policy', tests: 'Samples', effect: 'Effect' },
  audiences: { person: 'People', company: 'Companies' },
  themes: { elders: 'Old age', family: 'Birth and family', disability: 'Disability', assistance: 'Assistance', employment: 'Employment', education: 'Education', housing: 'Housing', health: 'Health', veterans: 'Veterans', innovation: 'Innovation', growth: 'Growth', hiring: 'Hiring', culture: 'Culture and tourism' },
  periods: { once: 'Once', month: 'Monthly', quarter: 'Quarterly', year: 'Yearly' },
  ways: { automatic: 'Paid automatically', confirm: 'Paid when confirmed', apply: 'Applied for' },
  wayHints: { automatic: 'Paid to the account on record; nothing to do.', confirm: 'They are told, and paid when they say yes.', apply: 'They are told that they qualify and apply in one step.' },
  levels: { street: 'Street', district: 'District', city: 'City', province: 'Province' },
  verdicts: { yes: 'Met', no: 'Not met', unknown: 'Not known yet', none: 'Not in force' },
  texts: { title: 'Words and source', name: 'Name', summary: 'In one sentence: what one gets', explains: 'Who gets it, why and how', for: 'Who gets it', theme: 'Under which heading', date: 'Date of the text', url: 'Where it is published', from: 'From', until: 'Until', untilHint: 'Empty: without an end.' },
  conditions: { title: { one: '{n} condition, which must hold', other: '{n} conditions, all of which must hold' }, add: 'Add one', condition: 'Condition {n}', name: 'In one sentence', rule: 'How it is judged', ruleHint: 'Type the name of a fact to choose it, for example “birth”.', lack: 'What somebody who does not meet it can do', remove: 'Remove condition {n}', facts: 'This policy looks at: {names}', noFacts: 'No fact is used yet.' },
  amount: { title: 'How much', line: 'Amount {n}', rule: 'Amount of one period (fen)', ruleHint: 'In fen: 300 yuan are 30000. It may have steps.', example: 'An example figure', exampleHint: 'The page says so, until the published figure stands here.', add: 'The figure changes: add a line', remove: 'Remove amount {n}', period: 'How often', cap: 'At most in a year', budget: 'Yearly budget', year: 'Budget year' },
  terms: { title: 'Who pays, and how', line: 'Which authority pays', level: 'At which level', way: 'How it is paid', days: 'Days the list is published', daysHint: '0: not published.', excludes: 'Not paid beside this one', excludesHint: 'Whoever meets both gets this one.', requires: 'Must be entitled to', add: 'Choose a policy', remove: 'Remove', matter: 'Matter it is applied for in', matterHint: 'The id of the matter; empty where there is none.' },
  tests: {
    title: 'Samples', count: { one: '{n} sample', other: '{n} samples' }, lead: 'Worked out while you write: each row is somebody’s situation and what must come of it. Empty means not known, “none” means known to be nothing. Samples are released with the policy.', none: 'No samples yet. At least two: one who qualifies, one who does not.', name: 'Who, and what follows', on: 'Day', expected: 'Must be', fen: 'Must get (yuan)', actual: 'Comes out as', passed: 'Agrees', failed: 'Differs', broken: 'A rule is not right yet', addFact: 'Add a fact', list: '{n} entries, changed in the source',
    add: 'Add a sample', accept: 'Take the present result', remove: 'Remove', try: 'Try a situation', tryLead: 'Fill in a few facts, and keep it as a sample if it is right.', keep: 'Keep as a sample', needName: 'First say who it is and what follows', newName: 'Sample {n}', nothing: 'none', row: 'Sample “{name}”', missing: 'Still needed: {names}', yuan: '{amount}', waiting: 'Getting ready…', go: 'Change in “Samples”',
  },
  effect: { title: 'What a release would do', lead: 'Worked out on the data at hand: how many would newly get it, how many would lose it, and what it costs.' },
} satisfies Translation<typeof source>
