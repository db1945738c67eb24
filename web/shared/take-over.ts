// From the first view the server drew to the living app: waits until the app can draw the same page, and keeps what was typed meanwhile.
// Without a first view the app starts at once.
import type { createBrowserRouter } from 'react-router'

type Router = ReturnType<typeof createBrowserRouter>

/** Resolves when the page of the current address can be drawn whole, and no word is being put together in an input method. */
export async function untilReady(root: HTMLElement, router: Router): Promise<void> {
  if (!root.firstElementChild) return
  const calm = watchComposing(root)
  if (!router.state.initialized) {
    await new Promise<void>((resolve) => {
      const stop = router.subscribe(({ initialized }) => {
        if (!initialized) return
        stop()
        resolve()
      })
    })
  }
  await calm()
}

/** An input method tells of each letter; one that began before this script is noticed at its next. */
function watchComposing(root: HTMLElement): () => Promise<void> {
  let composing = false
  const note = (event: Event) => (composing = event.type !== 'compositionend')
  for (const name of ['compositionstart', 'compositionupdate', 'compositionend']) root.addEventListener(name, note)
  return () => (composing ? new Promise((resolve) => root.addEventListener('compositionend', () => setTimeout(resolve), { once: true })) : Promise.resolve())
}

/** Draws over the first view; words typed into its search box and the focus come along. */
export function takeOver(root: HTMLElement, draw: () => void): void {
  const typed = searchIn(root)?.value
  const focused = placeOf(root, document.activeElement)
  draw()
  const input = searchIn(root)
  if (typed && input) {
    // React listens to the event and compares with the value it set itself.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  if (focused) root.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true })
}

const searchIn = (root: HTMLElement) => root.querySelector<HTMLInputElement>('input[type="search"]')

/** Where the focus is, as far as it can be found again: the search box or a link. */
function placeOf(root: HTMLElement, element: Element | null): string | undefined {
  if (!element || !root.contains(element)) return undefined
  if (element.matches('input[type="search"]')) return 'input[type="search"]'
  const href = element.getAttribute('href')
  return href === null ? undefined : `a[href="${CSS.escape(href)}"]`
}
