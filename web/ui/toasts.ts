// The queue behind ToastRegion: anything may say a short thing with toast(), without knowing where it is shown.
// Errors and toasts with an action stay until they are closed; the rest leave by themselves.
import type { Tone } from './tone.ts'

export interface Toast {
  id: number
  text: string
  tone: Tone
  action?: { label: string; run: () => void } | undefined
  /** Stays until closed. */
  stays: boolean
}

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says something short about what was just done; long or important messages belong on the page. */
export function toast(text: string, { tone = 'success', action }: { tone?: Tone; action?: Toast['action'] } = {}): void {
  lastId += 1
  const stays = tone === 'danger' || tone === 'warning' || action !== undefined
  // The same words twice are one toast; five at most are ever shown.
  change([...toasts.filter((other) => other.text !== text), { id: lastId, text, tone, action, stays }].slice(-5))
}

export function closeToast(id: number): void {
  change(toasts.filter((other) => other.id !== id))
}

export function currentToasts(): readonly Toast[] {
  return toasts
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
