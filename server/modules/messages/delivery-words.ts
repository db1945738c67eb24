// What people read about results on their way to them: sent, waiting at a counter, come back, lost. Administrative Licensing Law Art. 44.
// Pure.
import type { Texts } from '../../kernel/texts.ts'

export const deliveryWords = {
  pickupReady: {
    title: { 'zh-CN': '可以领取了：{document}', en: 'Ready to collect: {document}' },
    body: { 'zh-CN': '已送到{hall}。去的时候打开这次办件，出示取件码，或者带上身份证。取件码{day}前有效，也可以请别人代领。', en: 'It is at {hall}. Open this application there and show the pick-up code, or bring your ID card. The code is good until {day}; somebody else may fetch it for you.' },
  },
  pickupReminder: {
    title: { 'zh-CN': '还没有领取：{document}', en: 'Still to be collected: {document}' },
    body: { 'zh-CN': '一直在{hall}等您。去不了的话，可以在办件里请别人代领，或者改成寄到家。', en: 'It waits for you at {hall}. If you cannot come, name somebody to fetch it, or have it sent, on the application page.' },
  },
  parcelSent: {
    title: { 'zh-CN': '已寄出：{document}', en: 'Sent: {document}' },
    body: { 'zh-CN': '快递已经揽收，单号 {number}。走到哪里了，可以在这次办件里看。', en: 'The courier has it, number {number}. See on the application page where it is.' },
  },
  parcelReturned: {
    title: { 'zh-CN': '没有寄到，已退回大厅：{document}', en: 'Could not be delivered: {document}' },
    body: { 'zh-CN': '快递没有送到您手上，已退回{hall}，您可以来领取。去的时候打开这次办件，出示取件码；{day}前有效。也可以改地址再寄。', en: 'It came back and waits at {hall}. Open the application there and show the pick-up code, good until {day}; or have it sent once more.' },
  },
  parcelLost: {
    title: { 'zh-CN': '快递丢失，正在补办：{document}', en: 'Lost by the courier: {document}' },
    body: { 'zh-CN': '快递公司报告单号 {number} 已丢失。{hall}会重新制作再给您，不用您跑，也不收费；电子结果不受影响。', en: 'The courier has lost number {number}. {hall} will make it again, free of charge; the result in your account is not affected.' },
  },
  handedToFetcher: {
    title: { 'zh-CN': '已由{actor}领取：{document}', en: 'Collected by {actor}: {document}' },
    body: { 'zh-CN': '{hall}已经交给对方，并请对方签了字。要是您没有请人代领，请马上拨打 12345。', en: '{hall} has handed it over against a signature. If you asked nobody to fetch it, call 12345 at once.' },
  },
} as const satisfies Record<string, { title: Texts; body: Texts }>

export type DeliveryMessageKind = keyof typeof deliveryWords
