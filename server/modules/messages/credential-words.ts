// Words of messages about what an authority did with somebody's e-licence. Pure.
import type { Texts } from '../../kernel/texts.ts'

export const credentialWords = {
  credentialSuspended: {
    title: { 'zh-CN': '暂时不能用：{document}', en: 'Suspended: {document}' },
    body: { 'zh-CN': '{authority}暂停了您的{document}（{number}）。原因：{reasons}。恢复以后会告诉您；有不同意见，可以直接找这个部门。', en: '{authority} has suspended your {document} ({number}). Reason: {reasons}. You will hear when it can be used again; if you disagree, turn to that authority.' },
  },
  credentialResumed: {
    title: { 'zh-CN': '可以用了：{document}', en: 'In force again: {document}' },
    body: { 'zh-CN': '{authority}恢复了您的{document}（{number}），现在可以照常使用。', en: '{authority} has put your {document} ({number}) back into force.' },
  },
  credentialRevoked: {
    title: { 'zh-CN': '已经失效：{document}', en: 'Revoked: {document}' },
    body: { 'zh-CN': '{authority}撤销了您的{document}（{number}）。原因：{reasons}。不服的，可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。', en: '{authority} has revoked your {document} ({number}). Reason: {reasons}. You may ask for administrative reconsideration within 60 days or go to court within six months.' },
  },
} as const satisfies Record<string, { title: Texts; body: Texts }>

export type CredentialMessageKind = keyof typeof credentialWords
