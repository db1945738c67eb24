// Words of messages about e-licences somebody asks to see. Pure.
import type { Texts } from '../../kernel/texts.ts'

export const walletWords = {
  credentialAsked: {
    title: { 'zh-CN': '{actor}请您出示：{document}', en: '{actor} asks to see your {document}' },
    body: { 'zh-CN': '用途：{title}。到“我的证照”里看清楚要看哪几项，再决定出示还是不出示；半小时内回复有效。', en: 'What for: {title}. See under My licences what exactly they ask for, then agree or decline within half an hour.' },
  },
} as const satisfies Record<string, { title: Texts; body: Texts }>

export type WalletMessageKind = keyof typeof walletWords
