// Putting a matter together: a service brings its subjects and its fields; what nobody needs any more goes.
// Pure. Fields stand on the page where others about the same subject stand already.
import { listIn, stringIn, stringsIn, type Fields } from './fields.ts'

export interface PartService {
  id: string
  concepts: readonly string[]
}

export interface PartConcept {
  id: string
  subject: string
  derived: boolean
}

interface Parts {
  services: readonly PartService[]
  concepts: readonly PartConcept[]
  subjects: readonly { id: string; name: { 'zh-CN': string; en?: string } }[]
}

const subjectOf = (concept: string): string => concept.split('.')[0] ?? ''

/** Concepts the services of a matter may ask for, in their order: neither computed nor put as a question. */
export function askable(matter: Fields, parts: Parts): string[] {
  const derived = new Set(parts.concepts.filter((each) => each.derived).map(({ id }) => id))
  const questions = new Set(listIn(matter, 'scenario').map((question) => stringIn(question, 'concept')))
  const chosen = new Set(listIn(matter, 'services').map((service) => stringIn(service, 'service')))
  const all = parts.services.filter(({ id }) => chosen.has(id)).flatMap(({ concepts }) => concepts)
  return [...new Set(all)].filter((concept) => !derived.has(concept) && !questions.has(concept))
}

function withSubjects(matter: Fields, parts: Parts): Fields {
  const subjects = listIn(matter, 'subjects')
  const known = new Set(subjects.map((subject) => stringIn(subject, 'id')))
  const chosen = new Set(listIn(matter, 'services').map((service) => stringIn(service, 'service')))
  const needed = new Set(parts.services.filter(({ id }) => chosen.has(id)).flatMap(({ concepts }) => concepts.map(subjectOf)))
  const missing = [...needed].filter((id) => !known.has(id)).map((id): Fields => {
    const name = parts.subjects.find((each) => each.id === id)?.name
    return { id, name: name ? { 'zh-CN': name['zh-CN'], ...(name.en === undefined ? {} : { en: name.en }) } : id }
  })
  return missing.length > 0 ? { ...matter, subjects: [...subjects, ...missing] } : matter
}

/** Every field on exactly one page: new ones beside others of their subject, or on a page of their own; those nobody needs are taken off. */
export function withFieldsPlaced(matter: Fields, parts: Parts): Fields {
  const complete = withSubjects(matter, parts)
  const wanted = askable(complete, parts)
  const needed = new Set(wanted)
  let topics: (Fields & { readonly concepts: readonly string[] })[] = listIn(complete, 'topics').map((topic) => ({ ...topic, concepts: stringsIn(topic, 'concepts').filter((concept) => needed.has(concept)) }))
  const placed = new Set(topics.flatMap(({ concepts }) => concepts))
  for (const concept of wanted.filter((each) => !placed.has(each))) {
    const subject = subjectOf(concept)
    const at = topics.findIndex(({ concepts }) => concepts.some((each) => subjectOf(each) === subject))
    if (at >= 0) {
      topics = topics.map((topic, index) => (index === at ? { ...topic, concepts: [...topic.concepts, concept] } : topic))
      continue
    }
    const name = listIn(complete, 'subjects').find((each) => stringIn(each, 'id') === subject)?.['name'] ?? subject
    topics = [...topics, { id: topicId(subject, topics), name, concepts: [concept] }]
  }
  return { ...complete, topics: topics.filter(({ concepts }) => concepts.length > 0) }
}

function topicId(subject: string, topics: readonly Fields[]): string {
  const base = subject.replaceAll(/([A-Z])/g, '-$1').toLowerCase()
  const taken = new Set(topics.map((topic) => stringIn(topic, 'id')))
  let [id, count] = [base, 2]
  while (taken.has(id)) id = `${base}-${count++}`
  return id
}

export function withService(matter: Fields, service: string, parts: Parts): Fields {
  if (listIn(matter, 'services').some((each) => stringIn(each, 'service') === service)) return matter
  return withFieldsPlaced({ ...matter, services: [...listIn(matter, 'services'), { service }] }, parts)
}

export function withoutService(matter: Fields, service: string, parts: Parts): Fields {
  return withFieldsPlaced({ ...matter, services: listIn(matter, 'services').filter((each) => stringIn(each, 'service') !== service) }, parts)
}

/** A concept becomes a question, and so leaves the pages; and the other way round. */
export function withQuestion(matter: Fields, question: Fields, parts: Parts): Fields {
  return withFieldsPlaced({ ...matter, scenario: [...listIn(matter, 'scenario'), question] }, parts)
}

export function withoutQuestion(matter: Fields, concept: string, parts: Parts): Fields {
  return withFieldsPlaced({ ...matter, scenario: listIn(matter, 'scenario').filter((each) => stringIn(each, 'concept') !== concept) }, parts)
}
