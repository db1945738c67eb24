// A system that keeps failing is left alone for a while, so that it costs an applicant at most a few seconds; a person's own wish may
// be let through meanwhile, to see whether it is back.
const breakAfter = 4
const breakForMs = 15_000

/** `probed`: somebody has tried already since the circuit opened. */
type Circuit = { failures: number; openUntil: number; probed: boolean }

export type Circuits = {
  /** undefined: this one must not be asked now; else what to do when it was, and whether it may be tried twice */
  enter(resource: string, probe: boolean): { twice: boolean; done(answered: boolean): void } | undefined
  pausedUntil(resource: string): number | undefined
}

/** @param now milliseconds */
export const openCircuits = (now: () => number): Circuits => {
  const circuits = new Map<string, Circuit>()
  const circuitOf = (resource: string): Circuit => {
    const circuit = circuits.get(resource) ?? { failures: 0, openUntil: 0, probed: false }
    circuits.set(resource, circuit)
    return circuit
  }
  const open = (circuit: Circuit, probed: boolean) => Object.assign(circuit, { failures: 0, openUntil: now() + breakForMs, probed })
  return {
    enter(resource, probe) {
      const circuit = circuitOf(resource)
      const isOpen = circuit.openUntil > now()
      if (isOpen && (!probe || circuit.probed)) return undefined
      if (isOpen) circuit.probed = true
      return {
        twice: !isOpen,
        done(answered) {
          if (answered) Object.assign(circuit, { failures: 0, openUntil: 0 })
          else if (isOpen) open(circuit, true)
          else {
            circuit.failures += 1
            if (circuit.failures >= breakAfter) open(circuit, false)
          }
        },
      }
    },
    pausedUntil(resource) {
      const until = circuits.get(resource)?.openUntil ?? 0
      return until > now() ? until : undefined
    },
  }
}
