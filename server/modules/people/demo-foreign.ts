// The people one can be at the second provider of a demonstration: residents of Hong Kong, all invented, with two levels of assurance.
import { hongKongCheckDigit } from '../../kernel/identity-documents.ts'
import type { foreignDemoLevels } from './demo-client.ts'
import type { DemoAccount, DemoGroup } from './demo-people.ts'

type Resident = { subject: string; name: string; front: string; acr: keyof typeof foreignDemoLevels; about: string }

/** The number's letter and six digits; the sequence 999 shows that it is nobody's. */
const account = ({ subject, name, front, acr, about }: Resident): DemoAccount => ({
  subject, name, about,
  claims: { sub: subject, name, hkid: `${front}(${hongKongCheckDigit(front)})`, phone: '15400009901', region: '440305', acr },
})

export const foreignGroups: readonly DemoGroup[] = [
  {
    kind: 'family', title: '香港身份证 Hong Kong identity card',
    accounts: [
      account({ subject: 'hk-leung-kayan', name: '梁嘉欣', front: 'Z999001', acr: 'urn:demo:hk:smart-plus', about: '在深圳工作 · 已当面核验身份' }),
      account({ subject: 'hk-wong-chikeung', name: '黄志强', front: 'Z999002', acr: 'urn:demo:hk:smart', about: '只在网上登记过' }),
    ],
  },
]
