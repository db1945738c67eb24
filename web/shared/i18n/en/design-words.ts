// English of zh-CN/design-words.ts.
// Keys of pack files, and the rules they must keep.
import type { Translation } from '../keys.ts'
import type source from '../zh-CN/design-words.ts'

export default {
  keys: {
    name: 'Name', summary: 'Summary', stage: 'Stage', audience: 'Who applies', subjects: 'Subjects', scenario: 'Questions', services: 'Services', topics: 'Pages', keywords: 'Search words', whoMayApply: 'Who may apply', delivery: 'Delivery', when: 'Condition', optional: 'Optional', because: 'Why', ask: 'Question', help: 'Help', concepts: 'Fields', order: 'Order', hint: 'Hint',
    limits: 'Limits', statutory: 'By law', promised: 'Promised', source: 'Source', fee: 'Fee', trips: 'Visits', requirements: 'Conditions', evidence: 'Documents', rule: 'Rule', legalBasis: 'Law', anyOf: 'Documents that will do', required: 'Required', decision: 'Decision', guide: 'Guide', result: 'Result', dependsOn: 'Waits for', expect: 'Expected', answers: 'Answers',
  },
  rules: {
    'pack-missing': 'The pack has no pack.yaml', 'pack-parent-unknown': 'There is no such pack above', 'pack-region': 'The region of the pack is wrong', 'file-unknown': 'This file belongs in no pack', 'yaml-syntax': 'Not valid YAML', 'yaml-tab': 'Indent with spaces', 'yaml-alias': 'Write it out instead of an alias', 'key-duplicate': 'Stated twice', 'key-unknown': 'No such key', 'key-missing': 'A required key is missing', 'value-wrong': 'A value of the wrong kind', 'text-without-chinese': 'The Chinese is missing', 'law-missing': 'No law is cited', 'nothing-in-force': 'Nothing is in force today', 'id-duplicate': 'The id is taken',
    'override-unknown': 'The pack above has no such item', 'override-repeats': 'The same as above; leave it out', 'region-parent-missing': 'The region above is missing', 'region-unknown': 'No such region', 'authority-unknown': 'No authority at this level', 'concept-unknown': 'No such field', 'evidence-unknown': 'No such document', 'registry-unknown': 'No such registry', 'service-unknown': 'No such service', 'matter-unknown': 'No such matter', 'stage-unknown': 'Wrong stage', 'subject-unknown': 'A service asks about somebody not listed',
    'rule-syntax': 'The rule is not valid', 'rule-concept-unknown': 'The rule reads a field that is not defined', 'rule-choice-unknown': 'The rule names a choice that is not there', 'derived-cycle': 'Computed from itself', 'constraint-contradicts': 'Services contradict each other on one field', 'service-cycle': 'Services wait for one another', 'service-unreachable': 'No answer leads to this service', 'competence-not-region': 'What decides competence is no region', 'result-not-in-service': 'The result shows what the service does not have', 'result-without-dependency': 'Waits for a result without saying so', 'registry-subject': 'The registry cannot be asked about this subject', 'evidence-not-answered': 'No registry answers what the document proves', 'question-not-choice': 'A question needs choices, or yes and no', 'topic-missing': 'A field is on no page, or on two', 'example-wrong': 'An example answers wrongly', 'test-failed': 'A sample comes out differently',
  },
} satisfies Translation<typeof source>
