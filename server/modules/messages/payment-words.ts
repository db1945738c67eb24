// What the inbox says about fees: due, paid with a receipt, waived, given back. Pure.
import type { Texts } from '../../kernel/texts.ts'

export const paymentWords = {
  feeDue: {
    title: { 'zh-CN': '请缴费：{service}', en: 'A fee is due: {service}' },
    body: { 'zh-CN': '{authority}按规定收费 {amount} 元。在“我的办件”里打开这件事就能缴，也可以到窗口缴。', en: '{authority} charges {amount} yuan. Open the application to pay online, or pay at a window.' },
  },
  feePaid: {
    title: { 'zh-CN': '已收到缴费：{service}', en: 'Paid: {service}' },
    body: { 'zh-CN': '{authority}已收到 {amount} 元，收据可以打开查看、下载保存。', en: '{authority} has received {amount} yuan. The receipt can be opened and kept.' },
  },
  feeWaived: {
    title: { 'zh-CN': '费用已免：{service}', en: 'Fee waived: {service}' },
    body: { 'zh-CN': '{authority}免收您 {amount} 元：{reasons}。不用再缴。', en: '{authority} has waived {amount} yuan: {reasons}. Nothing is to be paid.' },
  },
  feeRefunding: {
    title: { 'zh-CN': '正在退费：{service}', en: 'Being refunded: {service}' },
    body: { 'zh-CN': '{authority}退还您 {amount} 元，按原来的付款方式退回，到账后再告诉您。', en: '{authority} gives back {amount} yuan the way it was paid. You will hear when it is done.' },
  },
  feeRefunded: {
    title: { 'zh-CN': '已退费：{service}', en: 'Refunded: {service}' },
    body: { 'zh-CN': '{amount} 元已经按原路退回，银行入账可能还要一两天。', en: '{amount} yuan went back the way it came; your bank may take a day or two.' },
  },
} as const satisfies Record<string, { title: Texts; body: Texts }>

export type PaymentMessageKind = keyof typeof paymentWords
