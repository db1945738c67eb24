// The one entrance to other departments' systems. Each call has a purpose, a legal basis and a grant; only granted fields come back;
// a record of somebody else is refused; and every call is in the log, on disk, before its answer is released.
import type { Logger } from 'pino'
import { plainDate, type Clock } from '../../kernel/clock.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { keyDigest } from '../../kernel/person-digest.ts'
import type { Registry } from '../catalogue/index.ts'
import { sentAgain, type CallOutcome, type ReadSubject } from './call.ts'
import type { CallLog } from './call-log.ts'
import { openCircuits } from './circuits.ts'
import { authorityIn, type Seen } from './consumer.ts'
import type { Connector, Fetched, RegistryQuestion } from './connector.ts'
import { isOfAnother, minimised, platform, type Grant, type GrantWanted } from './grant.ts'
import type { Quotas } from './quota-counting.ts'
import { referenceTo } from './reference.ts'
import type { RegistryReply } from './registry.ts'
import { cacheKey, openReplyCache } from './reply-cache.ts'

const timeLimitMs = 2500

/** Why nothing was asked or told, in `why` of an unavailable reply. */
export const refusedFor = { grant: 'not granted', purpose: 'not the purpose granted', consent: 'without consent', consentFits: 'the consent does not hold for this', quota: 'quota used up', person: 'wrong person', replay: sentAgain } as const

/** What the asker makes of a reply before it is released: what the log says of it. Pure, and told nothing it may not see. */
export type Reading = { outcome: CallOutcome; about: ReadSubject[]; responseHash?: string | null }

/** For whom and what a call is made, beside the question itself. */
export type CallFor = {
  /** whose request it is; the platform's own when absent */
  consumer?: string
  /** whom the grant must name; the consumer when absent */
  grantee?: string
  personId?: string | null
  applicationId?: string | null
  /** roles in the matter the question is about */
  subject?: string
  concepts?: readonly string[]
  requestHash?: string | null
  /** a person asks for it: while a system is left alone one such question is let through, to see whether it is back */
  probe?: boolean
  id?: string
  /** a signed request's own number: when the log has it already, nothing is released */
  seen?: Seen
  read?: (reply: RegistryReply, call: { id: string; at: string }) => Reading
}

/** Many records taken at once under a grant for batches; `digest` pins what came. */
export type BatchTaken = { id: string; consumer: string; resource: string; grant: string; fields: readonly string[]; concepts: readonly string[]; purpose: string; legalBasis: string; records: number; digest: string; problem: string | null; milliseconds: number }

export type Exchange = {
  /** Never throws and never takes longer than two time limits: what cannot be told is `unavailable`. */
  ask(resource: string, question: RegistryQuestion, call?: CallFor): Promise<RegistryReply>
  /** Until when this registry is not asked because it failed again and again, in milliseconds; undefined when it is. */
  pausedUntil(resource: string): number | undefined
  /** Keeps a batch as one call of the log. @throws when it could not be written: then nothing of it may be released */
  noteBatch(taken: BatchTaken): Promise<void>
}

/** A consent as a call states it, with what the call is about. `subject`: `keyDigest`. */
export type ConsentStated = { consent: string; subject: string; resource: string; line: string; region: string; purpose: string; caseNumber: string; fields: string[] }

export type GatewayOptions = {
  connectorOf: (resource: string) => Connector | undefined
  grantFor: (wanted: GrantWanted) => Promise<Grant | undefined>
  /** whether a consent a department states holds for this call; the platform's own callers have asked before */
  isConsented: (wanted: ConsentStated) => Promise<boolean>
  describe: (resource: string) => Pick<Registry, 'several' | 'cacheSeconds' | 'consent'> & { listKey?: string } | undefined
  calls: CallLog
  quotas: Quotas
  clock: Clock
  log: Pick<Logger, 'warn' | 'error'>
}

const unavailable = (why: string): Fetched => ({ kind: 'unavailable', why })

const isRefused = (why: string): boolean => Object.values(refusedFor).some((each) => each === why)

const plainReading = (reply: RegistryReply): Reading => ({ outcome: reply.kind === 'found' ? 'answers' : reply.kind, about: [] })

/** Whoever was to be looked up without their consent sees that somebody tried. */
const refusedReading = (why: string, { subject }: RegistryQuestion, { concepts = [] }: CallFor): Reading =>
  ({ outcome: 'refused', about: (why === refusedFor.consent || why === refusedFor.consentFits) && subject['idNumber'] !== undefined ? [{ subject: keyDigest(subject), concepts: [...concepts] }] : [] })

/** What a call came to, before it is logged. */
type Got = { reply: RegistryReply; grant: Grant | undefined; cached: boolean; dropped: string[]; signedBy: string | null; providerHash: string | null }

export const openGateway = ({ connectorOf, grantFor, isConsented, describe, calls, quotas, clock, log }: GatewayOptions): Exchange => {
  const milliseconds = () => clock.now().getTime()
  const circuits = openCircuits(milliseconds)
  const cache = openReplyCache(milliseconds)

  const askOnce = async (connector: Connector, question: RegistryQuestion, callId: string): Promise<Fetched> => {
    // Not AbortSignal.timeout, which goes on to fire, and to make an error, long after the answer is there.
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), timeLimitMs)
    try {
      return await connector.ask(question, { signal: late.signal, callId })
    } catch (error) {
      return unavailable(late.signal.aborted ? 'TimeoutError' : error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown')
    } finally {
      clearTimeout(timer)
    }
  }

  const fetched = async (resource: string, question: RegistryQuestion, probe: boolean, callId: string): Promise<Fetched> => {
    const connector = connectorOf(resource)
    if (!connector) return unavailable('not connected')
    const entered = circuits.enter(resource, probe)
    if (!entered) return unavailable('circuit open')
    const first = await askOnce(connector, question, callId)
    const again = entered.twice && first.kind === 'unavailable' && /^(status 5|UND_ERR_SOCKET|ECONNRESET)/.test(first.why)
    const reply = again ? await askOnce(connector, question, callId) : first
    entered.done(reply.kind !== 'unavailable')
    return reply
  }

  /** Why a call may not be made as for consent; undefined: it may. */
  const consentProblem = async (resource: string, { subject, purpose, caseNumber, fields, consent }: RegistryQuestion, needed: boolean, grantee: string): Promise<string | undefined> => {
    if (consent === null) return needed ? refusedFor.consent : undefined
    if (grantee === platform) return undefined
    const { line, region } = authorityIn(grantee)
    const holds = await isConsented({ consent, subject: keyDigest(subject), resource, line, region, purpose, caseNumber, fields: [...fields] }).catch((error: unknown) => {
      log.error({ err: error, resource }, 'consents could not be read, so nobody has consented')
      return false
    })
    return holds ? undefined : refusedFor.consentFits
  }

  const get = async (resource: string, question: RegistryQuestion, { consumer = platform, grantee = consumer, probe = false }: CallFor, callId: string): Promise<Got> => {
    const none = { cached: false, dropped: [], signedBy: null, providerHash: null }
    const grant = await grantFor({ consumer: grantee, resource, on: plainDate(clock.now()), purpose: question.purpose }).catch((error: unknown) => log.error({ err: error, resource }, 'grants could not be read, so nothing is granted') ?? undefined)
    const fields = question.fields.filter((field) => grant?.fields.includes(field))
    if (!grant || fields.length === 0) return { ...none, grant, reply: unavailable(refusedFor.grant) }
    const registry = describe(resource)
    if (consumer !== platform && (question.purpose !== grant.purpose || question.legalBasis !== grant.legalBasis)) return { ...none, grant, reply: unavailable(refusedFor.purpose) }
    const problem = await consentProblem(resource, { ...question, fields }, registry?.consent ?? false, grantee)
    if (problem !== undefined) return { ...none, grant, reply: unavailable(problem) }
    if (!(await quotas.take(grant))) return { ...none, grant, reply: unavailable(refusedFor.quota) }
    const allowed = { ...question, fields }
    const key = cacheKey(consumer, resource, allowed)
    const kept = registry?.cacheSeconds ? cache.find(key) : undefined
    if (kept) return { ...none, grant, reply: kept, cached: true }
    const { signedBy = null, replyHash: providerHash = null, subject, ...reply } = await fetched(resource, allowed, probe, callId)
    if (reply.kind === 'unavailable') return { ...none, grant, reply, signedBy, providerHash }
    if (isOfAnother(question.subject, reply.kind === 'found' ? reply.record : {}, subject)) {
      log.error({ resource, callId }, 'registry answered about somebody else; nothing of it was released')
      return { ...none, grant, reply: unavailable(refusedFor.person), signedBy, providerHash }
    }
    if (reply.kind === 'noRecord') return { ...none, grant, reply, signedBy, providerHash }
    const list = registry?.several && registry.listKey !== undefined ? { field: registry.several.field, key: registry.listKey } : undefined
    const { record, dropped } = minimised(reply.record, fields, list)
    if (dropped.length > 0) log.error({ resource, callId, dropped }, 'registry answered with more fields than asked for; they were dropped')
    const released = { ...reply, record }
    if (registry?.cacheSeconds) cache.keep(key, released, registry.cacheSeconds)
    return { grant, reply: released, cached: false, dropped, signedBy, providerHash }
  }

  return {
    async ask(resource, question, call = {}) {
      const at = clock.now()
      const start = performance.now()
      const id = call.id ?? uuidv7(clock)
      const { reply, grant, ...got } = await get(resource, question, call, id)
      if (reply.kind === 'unavailable') log.warn({ registry: resource, why: reply.why }, 'registry did not answer')
      const { outcome, about, responseHash = null } = (reply.kind === 'unavailable' && isRefused(reply.why) ? refusedReading(reply.why, question, call) : (call.read ?? plainReading)(reply, { id, at: at.toISOString() }))
      try {
        const { replayed } = await calls.append({
          id, at: at.toISOString(), consumer: call.consumer ?? platform, resource, grant: grant?.id ?? null, personId: call.personId ?? null, applicationId: call.applicationId ?? null,
          caseNumber: question.caseNumber, subject: call.subject ?? '', keyDigest: keyDigest(question.subject), fields: [...question.fields], concepts: [...(call.concepts ?? [])],
          purpose: question.purpose, legalBasis: question.legalBasis, consent: question.consent, outcome, about, reason: reply.kind === 'unavailable' ? reply.why : null,
          milliseconds: Math.round(performance.now() - start), requestHash: call.requestHash ?? null, responseHash, ...got,
        }, call.seen)
        if (replayed) return { kind: 'unavailable', why: refusedFor.replay }
      } catch (error) {
        log.error({ err: error, resource, callId: id }, 'a call could not be logged, so its answer was not released')
        return { kind: 'unavailable', why: 'not logged' }
      }
      return reply
    },
    pausedUntil: circuits.pausedUntil,
    noteBatch: async ({ records, digest, problem, ...taken }) => {
      await calls.append({
        ...taken, at: clock.now().toISOString(), personId: null, applicationId: null, caseNumber: referenceTo('pull', taken.id), subject: 'batch', keyDigest: keyDigest({ batch: taken.id }), fields: [...taken.fields], concepts: [...taken.concepts], consent: null,
        outcome: problem === null ? 'answers' : 'unavailable', reason: `${records} records${problem === null ? '' : `: ${problem}`}`, cached: false, dropped: [], signedBy: null, requestHash: null, responseHash: null, providerHash: digest, about: [],
      })
    },
  }
}
