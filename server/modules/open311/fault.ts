// What Open311 answers when something is wrong: a status and sentences in the shape of the standard. Pure.
import { errorCatalogue, Refusal } from '../../kernel/errors.ts'
import type { WireError } from './wire.ts'

/** Thrown by whatever serves Open311; every error has the status as its code. */
export class Open311Fault extends Error {
  readonly status: number
  readonly errors: readonly WireError[]
  constructor(status: number, descriptions: readonly string[]) {
    super(descriptions.join('; '))
    this.name = 'Open311Fault'
    this.status = status
    this.errors = descriptions.map((description) => ({ code: status, description }))
  }
}

/** What the product refuses with, in the shape of the standard; undefined for what nobody foresaw. */
export const faultOf = (error: unknown): Open311Fault | undefined => {
  if (error instanceof Open311Fault) return error
  if (error instanceof Refusal) return new Open311Fault(errorCatalogue[error.code].status, [`${error.code}: ${errorCatalogue[error.code].message.en}`])
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0
  return status >= 400 && status < 500 ? new Open311Fault(status, [status === 413 ? 'the form is too large' : 'this cannot be read']) : undefined
}
