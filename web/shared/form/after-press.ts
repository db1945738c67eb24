// Waits until the mouse button, or the finger, is up again. A field that is left because somebody presses a button must not show its
// message before: the page would grow, the button would move away, and the press would hit nothing.
// A finger's tap also arrives as mousedown, blur, mouseup, click.

export interface Press {
  /** Runs `work` now, or after the click when something is being pressed. */
  after: (work: () => void) => void
}

/** Listens to a window; made once. */
export function watchPress(target: EventTarget, later: (work: () => void) => void): Press {
  let isPressed = false
  let waiting: (() => void)[] = []
  const release = () => {
    isPressed = false
    const due = waiting
    waiting = []
    // The click follows the mouseup at once; what waits comes after it.
    if (due.length > 0) later(() => due.forEach((work) => work()))
  }
  target.addEventListener('mousedown', () => void (isPressed = true), true)
  target.addEventListener('mouseup', release, true)
  target.addEventListener('dragend', release, true)
  // Fields tell of their own blur here too; only the window's means that the mouseup may never come.
  target.addEventListener('blur', (event) => void (event.target === target && release()), true)
  return { after: (work) => void (isPressed ? waiting.push(work) : work()) }
}

// From the start: the press that makes a field lose the focus begins before the field knows.
const press = typeof window === 'undefined' ? undefined : watchPress(window, (work) => setTimeout(work))

export function afterPress(work: () => void): void {
  if (press) press.after(work)
  else work()
}
