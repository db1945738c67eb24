// What applicants read while a file that was taken in at one place goes to an authority at another.
import type { Texts } from '../../kernel/texts.ts'

export type TransferMessageKind = 'fileHandedOver' | 'fileReceived' | 'fileSentBack'

export const transferWords: Record<TransferMessageKind, { title: Texts; body: Texts }> = {
  fileHandedOver: {
    title: { 'zh-CN': '材料已移交：{matter}', en: 'File handed over: {matter}' },
    body: { 'zh-CN': '{hall}已把 {number} 的材料交给{authority}，正等对方签收。您不用跑过去，签收以后会告诉您。', en: '{hall} has sent the file of {number} to {authority}, which has still to receipt it. You need not travel; you will hear from us.' },
  },
  fileReceived: {
    title: { 'zh-CN': '材料已签收：{matter}', en: 'File received: {matter}' },
    body: { 'zh-CN': '{authority}已签收 {number} 的材料，从今天起由它办理，审批期限也从今天算起。', en: '{authority} has received the file of {number}. It handles it from today, and its time limit runs from today.' },
  },
  fileSentBack: {
    title: { 'zh-CN': '材料退回窗口：{matter}', en: 'File returned to the counter: {matter}' },
    body: { 'zh-CN': '{authority}把 {number} 的材料退回了{hall}：{reasons}。由{hall}补好再移交，要您配合的会联系您。', en: '{authority} returned the file of {number} to {hall}: {reasons}. {hall} puts it right and sends it again; you will be contacted if you are needed.' },
  },
}
