// Is this letter genuine? The code on it says which policy it is about, from whom and of which day. Opened by the code beside it, it looks at once.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ApiFailure } from '../../../api/client.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'

export function LetterCheck({ scanned }: { scanned: string }) {
  const t = useT()
  const format = useFormat()
  const [typed, setTyped] = useState(scanned)
  const [asked, setAsked] = useState(scanned)
  const [attempt, setAttempt] = useState(0)
  const code = typed.replaceAll(/\D/g, '')
  const { data, error, isFetching } = useQuery({ queryKey: ['benefits', 'letter', asked], enabled: asked.length === 12, retry: false, queryFn: ({ signal }) => api('checkBenefitLetter', { params: { code: asked } }, { signal }) })
  const isUnknown = error instanceof ApiFailure && error.status === 404
  return (
    <section className="tb-stack" aria-labelledby="letter-check">
      <h2 id="letter-check">{t('benefits.letter.title')}</h2>
      <TextInput label={t('benefits.letter.code')} hint={t('benefits.letter.hint')} inputMode="numeric" value={typed} onChange={setTyped} width="medium" maxLength={20} error={attempt > 0 && code.length !== 12 ? t('benefits.letter.short') : undefined} />
      <div><Button variant="ghost" busy={isFetching} onClick={() => (code.length === 12 ? setAsked(code) : setAttempt(attempt + 1))}>{t('benefits.letter.check')}</Button></div>
      {data && (
        <Notice tone="success" live="polite" title={t('benefits.letter.genuine')}>
          <p>{t('benefits.letter.from', { authority: data.authorityName, day: format.date(data.madeOn) })} <Link href={paths.benefit({ benefit: data.benefit })}>{data.benefitName}</Link></p>
          {data.phone && <p>{t('benefits.letter.phone', { phone: data.phone })}</p>}
        </Notice>
      )}
      {error !== null && <Notice tone={isUnknown ? 'warning' : 'danger'} live="assertive">{isUnknown ? t('benefits.letter.unknown') : (messageOf(error) ?? t('benefits.own.failed'))}</Notice>}
    </section>
  )
}
