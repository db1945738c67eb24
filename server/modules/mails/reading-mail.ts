// Reads a raw message (RFC 5322, MIME). HTML becomes text without scripts and styles; nothing it names is fetched.
import { simpleParser } from 'mailparser'
import { fileNameOf } from '../../kernel/file-name.ts'
import type { Letter } from './letter.ts'

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  if (value !== null && typeof value === 'object' && 'text' in value) return String(value.text)
  return value !== null && typeof value === 'object' && 'value' in value ? String(value.value) : String(value)
}

/** Ids between angle brackets, in the order they stand. */
const idsIn = (text: string): string[] => text.match(/<[^<>\s]{3,900}>/g) ?? []

/** What the parser writes in place of a picture somewhere else. */
const withoutPictures = (text: string): string => text.replaceAll(/\[(?:https?|cid|data):[^\]\s]*\]/g, '')

/** @param fallbackId stands for a Message-ID that is missing: the same for the same message */
export const readMail = async (raw: Buffer, fallbackId: string): Promise<Letter> => {
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true })
  const [from] = mail.from?.value ?? []
  const headers = new Map([...mail.headers].map(([name, value]) => [name.toLowerCase(), textOf(value)]))
  // The parser takes the brackets of an empty return path for an address without one.
  const returnPath = mail.headerLines.find(({ key }) => key === 'return-path')?.line
  if (returnPath !== undefined && /:\s*<>\s*$/.test(returnPath)) headers.set('return-path', '<>')
  return {
    messageId: mail.messageId ?? fallbackId, from: from?.address ? { address: from.address, name: from.name } : undefined, subject: mail.subject ?? '', text: mail.html === false ? (mail.text ?? '') : withoutPictures(mail.text ?? ''),
    references: [...idsIn(headers.get('in-reply-to') ?? ''), ...idsIn(headers.get('references') ?? '')], headers, size: raw.length,
    files: mail.attachments.filter(({ related }) => !related).map(({ filename, contentType, content }) => ({ name: fileNameOf(filename, '附件'), type: contentType, content })),
  }
}
