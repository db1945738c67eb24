// The wire to a registry: one POST with purpose, legal basis and consent, a time limit, one retry, and a circuit breaker,
// so that a slow or broken department costs an applicant at most a few seconds and never an error.
import type { RegistryReply } from './registry.ts'

export type RegistryEndpoint = { url: string; key: string }

export type RegistryQuestion = {
  subject: Record<string, string>
  fields: readonly string[]
  purpose: string
  legalBasis: string
  caseNumber: string | null
  consent: string | null
}

const timeLimitMs = 2500
const breakAfter = 4
const breakForMs = 15_000

/** `probed`: somebody has tried already since the circuit opened. */
type Circuit = { failures: number; openUntil: number; probed: boolean }

export type RegistryClient = {
  /** `probe`: a person asks for it. While the circuit is open one such question is let through, to see whether the registry is back. */
  ask(registry: string, question: RegistryQuestion, options?: { probe?: boolean }): Promise<RegistryReply>
  /** Until when this registry is not asked because it failed again and again, in milliseconds; undefined when it is. */
  pausedUntil(registry: string): number | undefined
}

/** `now` gives milliseconds; endpoints are looked up at each call, so configuration may change while running. */
export const registryClient = (endpoints: Readonly<Record<string, RegistryEndpoint>>, now: () => number): RegistryClient => {
  const circuits = new Map<string, Circuit>()
  const circuitOf = (registry: string): Circuit => {
    const circuit = circuits.get(registry) ?? { failures: 0, openUntil: 0, probed: false }
    circuits.set(registry, circuit)
    return circuit
  }
  const open = (circuit: Circuit, probed: boolean) => Object.assign(circuit, { failures: 0, openUntil: now() + breakForMs, probed })
  return {
    async ask(registry, question, { probe = false } = {}) {
      const endpoint = endpoints[registry]
      if (!endpoint) return { kind: 'unavailable', why: 'not connected' }
      const circuit = circuitOf(registry)
      const isOpen = circuit.openUntil > now()
      if (isOpen && (!probe || circuit.probed)) return { kind: 'unavailable', why: 'circuit open' }
      if (isOpen) circuit.probed = true
      const first = await askOnce(endpoint, question)
      const reply = !isOpen && first.kind === 'unavailable' && first.why.startsWith('status 5') ? await askOnce(endpoint, question) : first
      if (reply.kind !== 'unavailable') Object.assign(circuit, { failures: 0, openUntil: 0 })
      else if (isOpen) open(circuit, true)
      else {
        circuit.failures += 1
        if (circuit.failures >= breakAfter) open(circuit, false)
      }
      return reply
    },
    pausedUntil(registry) {
      const until = circuits.get(registry)?.openUntil ?? 0
      return until > now() ? until : undefined
    },
  }
}

const askOnce = async ({ url, key }: RegistryEndpoint, question: RegistryQuestion): Promise<RegistryReply> => {
  try {
    const response = await fetch(`${url}/v1/query`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(question),
      signal: AbortSignal.timeout(timeLimitMs),
    })
    if (!response.ok) return { kind: 'unavailable', why: `status ${response.status}` }
    const body: unknown = await response.json()
    return readReply(body)
  } catch (error) {
    return { kind: 'unavailable', why: error instanceof Error ? error.name : 'unknown' }
  }
}

const readReply = (body: unknown): RegistryReply => {
  if (body === null || typeof body !== 'object' || !('found' in body)) return { kind: 'unavailable', why: 'malformed reply' }
  if (body.found === false) return { kind: 'noRecord' }
  const { record, asOf } = body as { record?: unknown; asOf?: unknown }
  if (record === null || typeof record !== 'object' || typeof asOf !== 'string') return { kind: 'unavailable', why: 'malformed reply' }
  return { kind: 'found', record: record as Record<string, unknown>, asOf }
}
