// What can be wrong with a pack: the closed list of rules, and an error that names file, line and the rule broken.
// The loader collects every error before it refuses, so that an author sees all of them at once.

/** `file` is relative to the packs folder; lines and columns count from 1. */
export type Place = { file: string; line: number; column?: number }

export const packRules = {
  'pack-missing': 'A pack is a folder with a pack.yaml.',
  'pack-parent-unknown': 'The pack named by `extends` exists, and no pack extends itself through others.',
  'pack-region': 'A pack\'s region lies inside the region of the pack it extends, and no two packs are for the same region.',
  'file-unknown': 'Only the folders and files described in the guide belong in a pack; their names end in .yaml.',
  'yaml-syntax': 'The file is valid YAML 1.2.',
  'yaml-tab': 'YAML is indented with spaces, never tabs.',
  'yaml-alias': 'Anchors and aliases are not used: what a line says must be readable where it stands.',
  'key-duplicate': 'A key is stated once.',
  'key-unknown': 'Every key is one the schema describes.',
  'key-missing': 'Every required key is there.',
  'value-wrong': 'Every value has the type and form the schema describes.',
  'text-without-chinese': 'Every text has zh-CN, the source language.',
  'law-missing': 'Whatever rests on a law or rule cites it.',
  'nothing-in-force': 'A dated value has a line in force on the day asked for.',
  'id-duplicate': 'An id is defined once.',
  'sentence-wrong': 'A sentence people tell is one line of at most 120 characters, without the … of interrupted words.',
  'override-unknown': 'What a pack overrides exists in a pack it extends.',
  'override-repeats': 'An override states only what differs; it never copies.',
  'region-parent-missing': 'The region above each region is defined.',
  'region-unknown': 'Regions referred to are defined.',
  'region-outside-pack': 'Authorities, examples and tests of a pack are about regions inside the region of the pack.',
  'authority-unknown': 'A service\'s line has an authority at the service\'s level in every region that has authorities of that level.',
  'concept-unknown': 'Concepts referred to are defined.',
  'evidence-unknown': 'Evidence referred to is defined.',
  'registry-unknown': 'Registries referred to are defined.',
  'service-unknown': 'Services referred to are defined.',
  'matter-unknown': 'Matters referred to are defined.',
  'credential-unknown': 'Types of e-licence referred to are defined.',
  'stage-unknown': 'A matter belongs to a stage of its audience.',
  'subject-unknown': 'A matter names every subject its services ask about.',
  'rule-syntax': 'Rules are valid FEEL.',
  'rule-concept-unknown': 'Rules read defined concepts only.',
  'rule-choice-unknown': 'A rule compares a choice only with values that choice has.',
  'rule-divides-by-zero': 'A rule never divides by zero.',
  'rule-kinds-differ': 'A rule compares a value with values of its own kind.',
  'derived-cycle': 'No concept is computed from itself.',
  'constraint-contradicts': 'Some value satisfies the constraints of all services of a matter on one concept.',
  'service-cycle': 'No service depends on itself through others.',
  'service-unreachable': 'Each service of a matter can be reached by some answer.',
  'competence-not-region': 'The concept deciding which authority is competent holds a region.',
  'result-not-in-service': 'A result shows only concepts its service has; what it issues is new.',
  'result-without-dependency': 'A service waiting for another\'s result, or whose result states what that one gives, depends on that service.',
  'registry-subject': 'A registry answers only about subjects it has a key for.',
  'evidence-not-answered': 'What an evidence proves is answered by one of its registries.',
  'question-not-choice': 'A scenario question offers choices, or yes and no.',
  'group-misused': 'A group asks for its number itself, has a sensible size, and neither a scenario question nor the choice of an authority is about one of it. What `repeats` has a number all share; a service with `each`, and the document it issues, are for each of such a subject.',
  'default-decides': 'A default never answers a scenario question.',
  'identity-not-stated': 'What tells one event from another is stated in the forms of the matter.',
  'limit-too-long': 'The limit of a permit is at most that of the Administrative Licensing Law, or rests on an article of another law or regulation.',
  'decision-wrong': 'A decision table decides a service that rules decide, and its rows use its own columns.',
  'decision-input-unseen': 'A decision table looks only at what the form of its service has, or what follows from it.',
  'decision-type-wrong': 'Cells compare an input with values of its own type.',
  'decision-gap': 'A table in which one row at a time holds answers every value.',
  'decision-overlap': 'Rows of a table hold together only where its hit policy allows it.',
  'decision-row-unreachable': 'Every row of a table can count.',
  'fee-input-unseen': 'A fee is computed only from what the form of its service has, or what follows from it.',
  'fee-not-money': 'The quantity of a fee is a number, and never negative.',
  'benefit-unknown': 'Policies referred to are defined.',
  'benefit-fact-source': 'A fact comes from one registry or from the list of one authority; a list of others says who they are and by what they belong.',
  'benefit-contradicts': 'Somebody can meet all conditions of a policy, and none requires what excludes it.',
  'benefit-cycle': 'Policies that go before one another do not go in a circle.',
  'listing-code-wrong': 'Codes of a service fit its kind of act, its level and each other, and begin with a valid credit code.',
  'online-depth-wrong': 'A service is fully online exactly when no visit is left online.',
  'duty-gap': 'Somebody answers for every class of requests in every district that has authorities, round the clock and the year.',
  'duty-overlap': 'No two duties are equally specific about one class in one area at one time.',
  'duty-unit-unknown': 'The units a duty names exist wherever it holds.',
  'duty-ladder-cycle': 'The ladder of a duty never comes back to a unit it has been at.',
  'duty-wrong': 'Duties and areas refer to classes and areas that exist; a duty names regions or areas, an area has one shape.',
  'topic-missing': 'Each concept a matter may ask for stands in exactly one topic.',
  'example-wrong': 'Each example answers concepts of its matter with values they may have.',
  'test-failed': 'Each test of a pack holds.',
} as const satisfies Record<string, string>

export type PackRule = keyof typeof packRules

/** What is wrong, for readers of either language; every report says it in both. */
export type Words = { 'zh-CN': string; en: string }

export const both = (zh: string, en: string): Words => ({ 'zh-CN': zh, en })

export type PackError = Place & { rule: PackRule; message: Words; others?: Place[] }

/** Collects errors, each once; the same content is checked for several regions and dates. */
export type Report = (rule: PackRule, at: Place, message: Words, others?: readonly Place[]) => void

export const collectErrors = (): { errors: PackError[]; report: Report } => {
  const errors: PackError[] = []
  const seen = new Set<string>()
  const report: Report = (rule, at, message, others = []) => {
    const error: PackError = { ...at, rule, message, ...(others.length > 0 ? { others: [...others] } : {}) }
    const key = JSON.stringify(error)
    if (seen.has(key)) return
    seen.add(key)
    errors.push(error)
  }
  return { errors, report }
}

export const placeText = ({ file, line, column }: Place): string => `${file}:${line}${column === undefined ? '' : `:${column}`}`

/** One line: `guangdong/services/x.yaml:12:5 concept-unknown: … / … (… guangdong/services/y.yaml:3)`. */
export const packErrorText = (error: PackError): string => {
  const others = error.others?.map(placeText).join(', ')
  return `${placeText(error)} ${error.rule}: ${error.message['zh-CN']} / ${error.message.en}${others ? ` (另见 / see also ${others})` : ''}`
}

/** Thrown when packs cannot be used; `errors` holds all that is wrong, in order of file and line. */
export class PacksRefused extends Error {
  readonly errors: readonly PackError[]
  constructor(errors: readonly PackError[]) {
    super(`The packs break ${errors.length} rule(s):\n${errors.map((error) => `  ${packErrorText(error)}`).join('\n')}`)
    this.name = 'PacksRefused'
    this.errors = errors
  }
}

export const inReadingOrder = (errors: readonly PackError[]): PackError[] =>
  [...errors].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0))
