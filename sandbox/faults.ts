// What can go wrong with a department's system, switchable per registry while it runs: slow, error, wrong data, down.
// Pure; wrong data is always the same for the same record, so a failing test can be repeated.
import type { Values, Value } from './records.ts'
import type { FieldKind, Registry } from './fields.ts'
import { isRegistryName, registryNames } from './registries.ts'

export const faultModes = ['ok', 'slow', 'error', 'wrong', 'down'] as const
export type FaultMode = (typeof faultModes)[number]
/** `slowMs` counts only in the mode `slow`. */
export type Fault = { mode: FaultMode; slowMs: number }
export type Faults = Record<string, Fault>

export const defaultSlowMs = 5000
const longestSlowMs = 120_000

export const noFault = (): Fault => ({ mode: 'ok', slowMs: defaultSlowMs })

export const noFaults = (): Faults => Object.fromEntries(registryNames.map((name) => [name, noFault()]))

/** @throws RangeError saying what is allowed */
export const readFault = (mode: unknown, slowMs: unknown = defaultSlowMs): Fault => {
  const known = faultModes.find((each) => each === mode)
  if (!known) throw new RangeError(`mode must be one of ${faultModes.join(', ')}`)
  if (typeof slowMs !== 'number' || !Number.isInteger(slowMs) || slowMs < 0 || slowMs > longestSlowMs) {
    throw new RangeError(`slowMs must be a whole number from 0 to ${longestSlowMs}`)
  }
  return { mode: known, slowMs }
}

/** Reads SANDBOX_FAULTS, e.g. 'marriage:down,insurance:slow:3000'. @throws RangeError naming the part that is wrong */
export const parseFaults = (text: string): Faults => {
  const faults: Faults = {}
  for (const part of text.split(',').map((each) => each.trim()).filter(Boolean)) {
    const [registry = '', mode, slowMs] = part.split(':')
    if (!isRegistryName(registry)) throw new RangeError(`“${part}”: the registry must be one of ${registryNames.join(', ')}`)
    try {
      faults[registry] = readFault(mode, slowMs === undefined ? defaultSlowMs : Number(slowMs))
    } catch (error) {
      throw new RangeError(`“${part}”: ${error instanceof Error ? error.message : error}`)
    }
  }
  return faults
}

/** A name that passes every format check and is somebody else's; other kinds break their type or their check digit. */
const wrongValues: Record<FieldKind, (value: Value) => Value> = {
  name: (value) => (value === '张示例' ? '李示例' : '张示例'),
  date: () => '2026-02-30',
  time: () => '25:61',
  integer: () => '不详',
  decimal: () => '不详',
  boolean: () => '不详',
  creditCode: () => '000000000000000000',
  bankAccount: () => '不详',
  code: () => '9',
  region: () => '999999',
  idNumber: (value) => (typeof value === 'string' ? `${value.slice(0, 17)}${value.endsWith('0') ? '1' : '0'}` : value),
  licence: () => '已核验',
  text: (value) => value,
  births: (value) => value,
}

/** The same fields with plausible or type-broken content; null stays null. */
export const corrupted = (record: Values, registry: Registry): Values =>
  Object.fromEntries(
    Object.entries(record).map(([field, value]): [string, Value] => {
      if (value === null) return [field, value]
      if (Array.isArray(value)) return [field, value.map((entry) => corrupted(entry, registry))]
      return [field, wrongValues[registry.fields[field]?.kind ?? 'text'](value)]
    }),
  )
