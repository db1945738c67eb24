// The registry of shortcuts: pages add theirs while they are shown, one listener in the frame runs them.
// Nothing runs while the person types, while a dialog is open, or in the middle of an input-method word.
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { isSingleKey, matchShortcut, sequenceTime, type Shortcut } from './shortcut.ts'
import { toast } from './toasts.ts'

const registered = new Map<symbol, readonly Shortcut[]>()
const listeners = new Set<() => void>()
let all: readonly Shortcut[] = []

function changed(): void {
  all = [...registered.values()].flat()
  for (const listener of listeners) listener()
}

/** Makes shortcuts work while the component is shown. The list may be new at each drawing. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  const shape = shortcuts.map(({ keys, label, group, disabledReason }) => [keys, label, group, disabledReason].join('\t')).join('\n')
  useEffect(() => {
    const key = Symbol('shortcuts')
    registered.set(key, latest.current.map((shortcut, index) => ({ ...shortcut, run: () => latest.current[index]?.run() })))
    changed()
    return () => {
      registered.delete(key)
      changed()
    }
  }, [shape])
}

/** Every shortcut that works now, for the list of shortcuts. */
export function useRegisteredShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => all,
    () => all,
  )
}

/** Listens to the keyboard; used once, by the frame of the app. */
export function useShortcutListener(singleKeys: boolean): void {
  useEffect(() => {
    let pending: string[] = []
    let since = 0
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.repeat || ['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return
      if (document.querySelector('dialog[open]')) return
      const typing = isTyping(event.target)
      const usable = all.filter(({ keys, whileTyping }) => (typing ? whileTyping : singleKeys || !isSingleKey(keys)))
      const match = matchShortcut(event.timeStamp - since < sequenceTime ? pending : [], event, usable)
      pending = match.pending
      since = event.timeStamp
      if (!match.shortcut) return
      event.preventDefault()
      if (match.shortcut.disabledReason) toast(match.shortcut.disabledReason, { tone: 'neutral' })
      else match.shortcut.run()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [singleKeys])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select, [role=menuitem]'))
}

/** j and k move through a list, and so do the arrow keys while the list has the focus (see PickList). */
export function useListNavigation({ count, index, onMove, labels }: { count: number; index: number; onMove: (index: number) => void; labels: { next: string; previous: string } }): void {
  const move = (to: number) => {
    const target = Math.min(count - 1, Math.max(0, to))
    if (count > 0 && target !== index) onMove(target)
  }
  useShortcuts([
    { keys: 'j', label: labels.next, run: () => move(index + 1) },
    { keys: 'k', label: labels.previous, run: () => move(index < 0 ? 0 : index - 1) },
  ])
}
