// Reads a thrown value the way the screens need it: HTTP status, error code, id of the log line, kind of failure.
// Works on any error that carries these fields, so it does not depend on the API client.

function field(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null && name in error ? (error as Record<string, unknown>)[name] : undefined
}

/** HTTP status of the answer, if there was one. */
export function statusOf(error: unknown): number | undefined {
  const status = field(error, 'status')
  return typeof status === 'number' ? status : undefined
}

/** The stable code of the error, if our own server refused. */
export function codeOf(error: unknown): string | undefined {
  const code = field(error, 'code')
  return typeof code === 'string' ? code : undefined
}

/** The id by which staff find the log line of this failure. */
export function logIdOf(error: unknown): string | undefined {
  const id = field(error, 'id')
  return typeof id === 'string' ? id : undefined
}

/** The message meant for people; only answers of our own server carry one (they have a code). */
export function messageOf(error: unknown): string | undefined {
  const message = field(error, 'message')
  return codeOf(error) !== undefined && typeof message === 'string' ? message : undefined
}

/** What the answer says of one field, such as the account that cannot be right; undefined when it says nothing of it. */
export function detailOf(error: unknown, name: string): unknown {
  return field(field(error, 'details'), name)
}

export type FailureKind = 'not-found' | 'forbidden' | 'signed-out' | 'new-version' | 'offline' | 'failed'

/** What kind of page to show for a thrown value. */
export function failureKind(error: unknown, online: boolean): FailureKind {
  const status = statusOf(error)
  if (status === 404) return 'not-found'
  if (status === 403) return 'forbidden'
  if (status === 401) return 'signed-out'
  if (!online) return 'offline'
  // The words of Chromium, Firefox and Safari for a page file that a newer version has replaced.
  if (error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)) return 'new-version'
  return 'failed'
}
