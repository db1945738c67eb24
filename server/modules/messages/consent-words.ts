// Words of messages about consents departments ask for. Pure.
import type { Texts } from '../../kernel/texts.ts'

export const consentWords = {
  consentAsked: {
    title: { 'zh-CN': '{authority}请您同意查询：{registry}', en: '{authority} asks for your consent to look you up in the {registry}' },
    body: { 'zh-CN': '用途：{title}。到“我的授权与同意”里看清楚要查哪几项、到哪天为止，再决定同意还是不同意。{day}前没有答复，就当您没有同意。', en: 'What for: {title}. See under What I have agreed to what exactly would be looked up and until when, then agree or decline. Without an answer by {day} it counts as declined.' },
  },
  guardianConsentAsked: {
    title: { 'zh-CN': '{authority}请您替{actor}答复：能否查询{registry}', en: '{authority} asks for consent to look up {actor}, whose guardian you are, in the {registry}' },
    body: { 'zh-CN': '用途：{title}。请到“授权与代办”里开始替{actor}办，再到“我的授权与同意”里看清楚要查哪几项、到哪天为止，然后答复。{day}前没有答复，就当没有同意。', en: 'What for: {title}. Begin acting for {actor} under Acting for others, then see under What I have agreed to what exactly would be looked up and until when, and answer. Without an answer by {day} it counts as declined.' },
  },
} as const satisfies Record<string, { title: Texts; body: Texts }>

export type ConsentMessageKind = keyof typeof consentWords
