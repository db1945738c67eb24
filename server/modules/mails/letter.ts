// A letter as it is understood: who writes, about which request, what is new in it, and whether a person wrote it at all. Pure.
// Standards: RFC 5322 (threads), RFC 3834 (automatic answers), RFC 2369 (lists).
import { isHumanNumber } from '../../kernel/ids.ts'

export type LetterFile = { name: string; type: string; content: Buffer }

/** `headers`: names in lower case. `size` in bytes. `text`: of the body, made from HTML when there is no other. */
export type Letter = {
  messageId: string
  from: { address: string; name: string } | undefined
  subject: string
  text: string
  references: string[]
  headers: ReadonlyMap<string, string>
  files: LetterFile[]
  size: number
}

const machines = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|notifications?|auto|robot)(?:[+._-].*)?@/i

/** Why nobody should be answered; undefined for a letter a person wrote. @param own the address of the mailbox itself */
export const automaticBecause = ({ from, headers, subject }: Pick<Letter, 'from' | 'headers' | 'subject'>, own: string): string | undefined => {
  const header = (name: string): string => headers.get(name)?.toLowerCase().trim() ?? ''
  if (!from) return 'nobody'
  if (from.address.toLowerCase() === own.toLowerCase()) return 'own'
  if (header('return-path') === '<>') return 'bounce'
  if (header('auto-submitted') !== '' && !header('auto-submitted').startsWith('no')) return 'auto-submitted'
  if (/\b(?:bulk|junk|list|auto_reply)\b/.test(header('precedence'))) return 'precedence'
  if (['x-autoreply', 'x-autorespond', 'x-auto-reply-from', 'x-failed-recipients'].some((name) => headers.has(name))) return 'autoreply'
  if (headers.has('list-id') || headers.has('list-unsubscribe')) return 'list'
  if (machines.test(from.address)) return 'machine'
  return /^(?:自动回复|自动答复|automatic reply|out of office|auto[- ]?reply)/i.test(subject.trim()) ? 'subject' : undefined
}

/** The number of a request in a subject such as “回复：[诉求 440305-20261119-00102-3] 路灯坏了”. */
export const numberIn = (subject: string): string | undefined => subject.match(/\d{6}-\d{8}-\d{5,}-\d/g)?.find(isHumanNumber)

const quoteBegins = [
  /^\s*-{2,}\s*(?:原始邮件|原邮件|转发的?邮件|Original Message|Forwarded message)\s*-{2,}/i,
  /^\s*(?:发件人|寄件者|From)\s*[:：].+/i,
  /^\s*在.{4,80}写道\s*[:：]?\s*$/,
  /^\s*于?\s*\d{4}[年/-].{2,80}(?:写道|寫道)\s*[:：]?\s*$/,
  /^\s*On .{4,120} wrote:\s*$/i,
  /^_{10,}\s*$/,
]

/** What is new in an answer: without the quoted letter below it and without a signature after two dashes. */
export const newTextIn = (text: string): string => {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const end = lines.findIndex((line, index) => quoteBegins.some((pattern) => pattern.test(line)) || (index > 0 && /^-- ?$/.test(line)))
  return (end === -1 ? lines : lines.slice(0, end)).filter((line) => !/^\s*>/.test(line)).join('\n').trim()
}

/** A subject without what mail programs put in front. */
export const bareSubject = (subject: string): string => subject.replace(/^(?:\s*(?:re|fw|fwd|aw|回复|答复|转发|回覆)\s*[:：])+/i, '').replaceAll(/\s*\[诉求 [^\]]*\]\s*/g, ' ').trim()

export const acceptedFiles = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
/** Bytes of a letter that is read at all. */
export const largestLetter = 25 * 1024 * 1024
