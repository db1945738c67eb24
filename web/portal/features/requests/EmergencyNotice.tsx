// Danger to life comes before any form: whom to call now, with one press, and that a person is looking at it.
// Stands above the form as soon as the words speak of it.
import { useT } from '../../../shared/i18n/store.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'

const numbers = ['110', '119', '120'] as const

export function EmergencyNotice({ selfHarm }: { selfHarm: boolean }) {
  const t = useT()
  return (
    <Notice
      tone="danger"
      live="assertive"
      title={t(selfHarm ? 'requests.emergency.careTitle' : 'requests.emergency.title')}
      actions={
        <>
          {selfHarm && <LinkButton href="tel:12356" icon="phone">{t('requests.emergency.call.12356')}</LinkButton>}
          {numbers.map((number) => <LinkButton key={number} href={`tel:${number}`} icon="phone" variant={selfHarm ? 'ghost' : 'danger'}>{t(`requests.emergency.call.${number}`)}</LinkButton>)}
        </>
      }
    >
      <p>{t(selfHarm ? 'requests.emergency.careText' : 'requests.emergency.text')}</p>
    </Notice>
  )
}
