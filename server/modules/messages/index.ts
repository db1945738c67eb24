// Public face of the messages module.
import type { Module } from '../../module.ts'
import { messageChoiceRoutes } from './message-choices-routes.ts'
import { messageRoutes } from './messages-routes.ts'
import { staffMessageRoutes } from './staff-messages-routes.ts'

export type { Message, MessageDetail, MessageKind } from './message.ts'
export { wordsOf } from './message.ts'
export { countChoices, deleteChoices, listMutedKinds } from './message-choices-store.ts'
export { deleteMessages, insertMessages, listOldMessages } from './messages-store.ts'
export type { StaffMessageDetail, StaffMessageKind } from './staff-message.ts'
export { notifyStaff, type StaffNote } from './notifying.ts'

export const messagesModule: Module = { name: 'messages', routes: [...messageRoutes, ...staffMessageRoutes, ...messageChoiceRoutes] }
