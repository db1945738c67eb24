// The messages that reached the gateway, and the phones they are read on. Kept in a folder where there is one.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** `status` as QuerySendDetails numbers it: 1 no report yet, 2 failed, 3 delivered. `told`: whether the report was pushed. Instants ISO. */
export type Message = { bizId: string; outId: string; phone: string; template: string; content: string; status: 1 | 2 | 3; code: string; sentAt: string; reportedAt: string | null; told: boolean }

export type Phones = {
  take: (message: Pick<Message, 'outId' | 'phone' | 'template' | 'content'>, at: Date) => Message
  /** Newest first. */
  list: () => readonly Message[]
  /** Everything without a report gets one. @param code of the operator @returns those that got it */
  report: (delivered: boolean, code: string, at: Date) => Message[]
  markTold: (message: Message) => void
  reset: () => void
}

/** @param file where they are kept; memory only where absent */
export const openPhones = (file?: string): Phones => {
  const read = (): Message[] => {
    try {
      return file === undefined ? [] : (JSON.parse(readFileSync(file, 'utf8')) as Message[]) // written below
    } catch {
      return []
    }
  }
  let messages = read()
  const keep = (): void => {
    if (file === undefined) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(messages))
  }
  return {
    take: (given, at) => {
      const message: Message = { ...given, bizId: `${at.getTime()}${String(messages.length).padStart(4, '0')}^0`, status: 1, code: '', sentAt: at.toISOString(), reportedAt: null, told: false }
      messages = [...messages, message]
      keep()
      return message
    },
    list: () => messages.toReversed(),
    report: (delivered, code, at) => {
      const open = messages.filter(({ status }) => status === 1)
      for (const message of open) Object.assign(message, { status: delivered ? 3 : 2, code, reportedAt: at.toISOString() })
      if (open.length > 0) keep()
      return open
    },
    markTold: (message) => {
      message.told = true
      keep()
    },
    reset: () => {
      messages = []
      keep()
    },
  }
}
