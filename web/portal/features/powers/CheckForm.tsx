// Has the register confirm that the reader is a guardian or represents a company: one number, nothing else is typed.
import { useState } from 'react'
import { checkCreditCode, checkResidentId } from '../../../../server/kernel/identifiers.ts'
import { api, ApiFailure } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { today } from '../../../shared/now.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { powersQuery } from './queries.ts'

type Kind = 'guardian' | 'company'

/** Only the server knows the reader's own number. */
const isOwnNumber = (error: unknown): boolean => error instanceof ApiFailure && typeof error.details === 'object' && error.details !== null && 'problem' in error.details && error.details.problem === 'self'

export function CheckForm() {
  const t = useT()
  const [kind, setKind] = useState<Kind>('guardian')
  const [number, setNumber] = useState('')
  const [tried, setTried] = useState(false)
  const isRight = kind === 'guardian' ? checkResidentId(number, today()).ok : checkCreditCode(number).ok
  const { mutate, isPending, error, reset } = useChange(() => api('establishPower', { body: { kind, number } }), async ({ name }) => {
    await queryClient.invalidateQueries({ queryKey: powersQuery.queryKey })
    setNumber('')
    setTried(false)
    toast(t('proxies.powers.checked', { name }))
  })
  return (
    <details className="power-check">
      <summary>{t('proxies.powers.add')}</summary>
      <form
        className="tb-stack"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (isRight) mutate()
        }}
      >
        <RadioGroup
          label={t('proxies.powers.kind')}
          value={kind}
          onChange={(value) => { setKind(value === 'company' ? 'company' : 'guardian'); setTried(false); reset() }}
          options={[{ value: 'guardian', label: t('proxies.powers.kinds.guardian') }, { value: 'company', label: t('proxies.powers.kinds.company') }]}
        />
        <TextInput
          label={t(kind === 'guardian' ? 'proxies.powers.wardNumber' : 'proxies.powers.uscc')} hint={t('proxies.powers.numberHint')} value={number} onChange={setNumber} width="medium" autoComplete="off"
          error={tried && !isRight ? t('proxies.powers.errors.number') : undefined}
        />
        {error !== null && <Notice tone="danger" live="assertive">{isOwnNumber(error) ? t('proxies.powers.errors.self') : (messageOf(error) ?? t('proxies.failed'))}</Notice>}
        <div><Button type="submit" variant="ghost" busy={isPending}>{t('proxies.powers.check')}</Button></div>
      </form>
    </details>
  )
}
