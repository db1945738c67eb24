// What a demo resident's own records answer for a plan: the departments' sandbox is started, asked over HTTP by the product's own
// client as in an application with every consent given, and stopped. Nothing is made up: what no registry there keeps is asked.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { getPopulation } from '../../sandbox/people.ts'
import { plainDate, systemClock } from '../kernel/clock.ts'
import { takePassingKeys } from '../kernel/field-keys.ts'
import { profileFacts } from '../modules/applications/application.ts'
import type { Catalogue } from '../modules/catalogue/index.ts'
import { lookUpRegistries, openUnloggedExchange, referenceTo, type Exchange } from '../modules/exchange/index.ts'
import { makePlan, subjectsOfApplicant, type Answers, type KnownFact, type Plan, type RegistryState } from '../modules/planning/index.ts'
import { startSandboxProcess } from '../start/sandbox-process.ts'
import { StartRefusal } from '../start-refusal.ts'

const silent = pino({ level: 'silent' })

type Asked = { catalogue: Catalogue; matter: string; answers: Answers; declinedServices: readonly string[] }

type Knowledge = { known: KnownFact[]; registries: Record<string, RegistryState> }

const residentOf = (id: string) => {
  const { people } = getPopulation()
  const found = people.find((person) => person.id === id && person.canLogIn)
  if (!found) {
    const known = people.filter((person) => person.canLogIn).map((person) => person.id).join(', ')
    throw new StartRefusal('configuration', `没有演示居民“${id}”；有：${known} / No demo resident "${id}"; there are: ${known}`)
  }
  return found
}

const planWith = ({ catalogue, matter, answers, declinedServices }: Asked, { known, registries }: Knowledge): Plan =>
  makePlan({ catalogue, matter, on: plainDate(systemClock.now()), answers, known, registries, declinedServices, uploaded: [] })

const rank: readonly RegistryState[] = ['answers', 'unavailable', 'noRecord', 'notAsked']

/** States by look-up key, with that of each registry as a whole. */
const withWholes = (states: Readonly<Record<string, RegistryState>>): Record<string, RegistryState> => {
  const registries = new Set(Object.keys(states).map((place) => place.split(' ')[0] ?? ''))
  const whole = (registry: string) => rank.find((state) => Object.entries(states).some(([place, each]) => place.startsWith(`${registry} `) && each === state)) ?? 'notAsked'
  return { ...states, ...Object.fromEntries([...registries].map((registry) => [registry, whole(registry)])) }
}

/** Asks for what the plan wants until nothing new comes; each answer may make another look-up possible. */
const gather = async (exchange: Exchange, asked: Asked, own: readonly KnownFact[], person: string): Promise<Knowledge> => {
  let knowledge: Knowledge = { known: [...own], registries: {} }
  const made: string[] = []
  for (let round = 0; round < 5; round += 1) {
    const plan = planWith(asked, knowledge)
    const { answers } = await lookUpRegistries({ exchange, clock: systemClock, log: silent }, {
      catalogue: asked.catalogue, known: knowledge.known, answers: asked.answers, made, personId: person, applicationId: person, purpose: 'plan', reference: referenceTo('trial', person), undecided: [], mayTry: async () => ({ may: true, isNew: false }),
      wanted: Object.fromEntries(plan.consents.map(({ registry, concepts }) => [registry, concepts])),
      consents: Object.fromEntries(plan.consents.map(({ registry }) => [registry, systemClock.now().toISOString()])),
    })
    if (answers.length === 0) break
    made.push(...answers.filter(({ final }) => final).map(({ registry, keyConcept, concepts, key }) => `${registry} ${keyConcept} ${concepts.join(',')} ${key}`))
    // of several records (the births of a mother) the first, which is the newest
    const found = answers.flatMap(({ facts, records }) => records?.[0]?.facts ?? facts)
    const states = Object.fromEntries(answers.map(({ registry, keyConcept, state, records }) => [`${registry} ${keyConcept}`, records?.length ? 'answers' as const : state]))
    const isNew = found.length > 0 || Object.entries(states).some(([place, state]) => knowledge.registries[place] !== state)
    knowledge = { known: [...knowledge.known, ...found], registries: withWholes({ ...Object.fromEntries(Object.entries(knowledge.registries).filter(([place]) => place.includes(' '))), ...states }) }
    if (!isNew) break
  }
  return knowledge
}

/** The plan for a demo resident. @throws StartRefusal when there is no such resident */
export const planForResident = async (asked: Asked, id: string): Promise<Plan> => {
  const person = residentOf(id)
  const own = profileFacts({ name: person.name, idNumber: person.idNumber, phone: person.phone ?? null, region: person.household.region }, subjectsOfApplicant(asked.catalogue, asked.matter, asked.answers, plainDate(systemClock.now())), (concept) => asked.catalogue.concepts[concept] !== undefined, systemClock.now().toISOString())
  takePassingKeys()
  const folder = await mkdtemp(join(tmpdir(), 'tongban-plan-'))
  const sandbox = startSandboxProcess(folder)
  try {
    const { registries } = await sandbox.listening
    return planWith(asked, await gather(openUnloggedExchange(registries, asked.catalogue.registries, { clock: systemClock, log: silent }), asked, own, id))
  } finally {
    await sandbox.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
