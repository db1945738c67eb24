// What went wrong with a command, as the one sentence a terminal shows: Chinese and English, never a stack.
// Only what somebody can act on; an error of ours stays an error.
import { errorCatalogue, Refusal } from '../kernel/errors.ts'
import { StartRefusal } from '../start-refusal.ts'

/** What a refusal was about, where that is a few plain values: "（region: 999999）". */
const about = (details: unknown): string => {
  if (details === null || typeof details !== 'object') return ''
  const plain = Object.entries(details).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  return plain.length === 0 ? '' : ` (${plain.map(([name, value]) => `${name}: ${value}`).join(', ')})`
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException & { path: string } =>
  error instanceof Error && 'syscall' in error && 'path' in error && typeof error.path === 'string'

/** @returns "Chinese / English" without a line break before the reason; undefined for what is no refusal and no file that cannot be used */
export const sentenceOf = (error: unknown): string | undefined => {
  if (error instanceof StartRefusal) return error.message
  if (error instanceof Refusal) {
    const { message } = errorCatalogue[error.code]
    return `${message['zh-CN']} / ${message.en}${about(error.details)}`
  }
  if (isFileError(error)) return `${error.path} 读写不了 / cannot be read or written (${error.code ?? error.syscall ?? ''})`
  return undefined
}
