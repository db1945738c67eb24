// When a message may appear while somebody presses a button.
// A plain EventTarget stands in for the window.
import { describe, expect, it } from 'vitest'
import { watchPress } from './after-press.ts'

function start() {
  const page = new EventTarget()
  const done: string[] = []
  const later: (() => void)[] = []
  const press = watchPress(page, (work) => later.push(work))
  return { done, press, later, fire: (type: string) => page.dispatchEvent(new Event(type)) }
}

describe('what waits for a press', () => {
  it('is done at once when nothing is pressed', () => {
    const { done, press } = start()
    press.after(() => done.push('message'))
    expect(done).toEqual(['message'])
  })

  it('is done after the click, not while the button is down', () => {
    const { done, press, later, fire } = start()
    fire('mousedown')
    press.after(() => done.push('message'))
    expect(done).toEqual([])
    fire('mouseup')
    done.push('click')
    later.forEach((work) => work())
    expect(done).toEqual(['click', 'message'])
  })

  it('is done when the press ends outside the window', () => {
    const { done, press, later, fire } = start()
    fire('mousedown')
    press.after(() => done.push('message'))
    fire('blur')
    later.forEach((work) => work())
    expect(done).toEqual(['message'])
  })
})
