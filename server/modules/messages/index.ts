// Public face of the messages module.
import type { Module } from '../../module.ts'
import { messageRoutes } from './messages-routes.ts'

export type { Message, MessageDetail, MessageKind } from './message.ts'
export { wordsOf } from './message.ts'
export { insertMessages } from './messages-store.ts'

export const messagesModule: Module = { name: 'messages', routes: messageRoutes }
