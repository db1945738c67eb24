// Sending what was written: the words first, then the photos one after the other, so that a broken upload never loses the words.
// Without a network it waits on this device; sending twice is one request, because its key was chosen once.
import { api } from '../../../api/client.ts'
import { codeOf, messageOf, statusOf } from '../../../shared/failure.ts'
import { keepWaiting, listWaiting, type Waiting } from './kept-files.ts'
import { guessKind, type Written } from './written.ts'

export const accepted = ['.jpg', '.jpeg', '.png', '.pdf', '.webm', '.m4a', '.mp3', '.ogg', 'image/jpeg', 'image/png', 'application/pdf', 'audio/*']
export const largest = 10 * 1024 * 1024
export const mostFiles = 9

/** `id`: one's own, absent for a report without login. */
export interface Sent {
  id: string | undefined
  number: string
  token: string
  /** What of the photos did not arrive, in words. */
  failed: string[]
}

const toldIn = ({ key, kind, text, address, at, mayPublish }: Written) => ({
  key, kind: kind ?? guessKind(text), text: text.trim(), mayPublish, place: { ...(address.trim() ? { address: address.trim() } : {}), ...at },
})

/** Staying anonymous is a report without login, whoever is logged in. */
const submit = async (written: Written, loggedIn: boolean): Promise<Pick<Sent, 'id' | 'number' | 'token'>> => {
  const phone = written.phone.trim()
  if (loggedIn && !written.anonymous) return api('submitRequest', { body: { ...toldIn(written), phone, anonymous: false, openName: written.openName } })
  const { number, token } = await api('submitAnonymousRequest', { body: { ...toldIn(written), phone: written.anonymous ? '' : phone } })
  return { id: undefined, number, token }
}

export type Outgoing = Omit<Waiting, 'at'>

/** @throws ApiFailure, or TypeError without a network */
export async function sendWritten({ written, files, loggedIn }: Outgoing): Promise<Sent> {
  const { id, number, token } = await submit(written, loggedIn)
  const failed: string[] = []
  for (const { file } of files) {
    const form = new FormData()
    form.set('file', file)
    await api('addFileByLink', { params: { token } }, { form }).catch((error: unknown) => failed.push(messageOf(error) ? `${file.name}: ${messageOf(error)}` : file.name))
  }
  return { id, number, token, failed }
}

/** The network was away, or the server was: the same may succeed in a while. */
export const isPassing = (error: unknown): boolean => statusOf(error) === undefined || (statusOf(error) ?? 0) >= 500 || codeOf(error) === 'unavailable'

export async function wait(outgoing: Outgoing, at: string): Promise<void> {
  const others = (await listWaiting()).filter((each) => each.written.key !== outgoing.written.key)
  await keepWaiting([...others, { ...outgoing, at }])
}

/** Sends what waits, the oldest first, until the network fails again. Returns what went. */
export async function sendWaiting(): Promise<Sent[]> {
  const gone: Sent[] = []
  for (const { at: _at, ...outgoing } of await listWaiting()) {
    try {
      gone.push(await sendWritten(outgoing))
    } catch (error) {
      if (isPassing(error)) break
      // Refused for good, too long ago for example: it stays, and the page says so.
      continue
    }
    await keepWaiting((await listWaiting()).filter((each) => each.written.key !== outgoing.written.key))
  }
  return gone
}
