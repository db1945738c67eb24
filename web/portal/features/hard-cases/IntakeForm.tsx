// The form: what is difficult, what would help, where, documents. While one writes, what may fit already is offered beside it.
// Documents follow the account, so that a broken upload never loses the words.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { isResident, useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { accepted, largest, sendFiles } from './files.ts'
import { keepWritten, type Written } from './kept.ts'
import { Fitting } from './Fitting.tsx'
import { hardCaseQuery, mineQuery, type HardCaseWindow } from './queries.ts'

const longest = { account: 10_000, wish: 2000 }
const shortest = 10

interface Props {
  window: HardCaseWindow
  phone: string
  written: Written
  onWrite: (part: Partial<Written>) => void
}

export function IntakeForm({ window: place, phone, written, onWrite }: Props) {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const session = useSession()
  const [files, setFiles] = useState<readonly File[]>([])
  const [attempt, setAttempt] = useState(0)
  const submitting = useChange(
    async () => {
      const one = await api('submitHardCase', { body: { ...written, account: written.account.trim(), wish: written.wish.trim(), phone: written.phone.trim() } })
      return { one, failed: await sendFiles(one.id, files) }
    },
    ({ one, failed }) => {
      keepWritten(localStorage, undefined)
      queryClient.setQueryData(hardCaseQuery(one.id).queryKey, one)
      void queryClient.invalidateQueries({ queryKey: mineQuery.queryKey })
      void queryClient.invalidateQueries({ queryKey: hardCaseQuery(one.id).queryKey })
      void navigate(paths.hardCase({ hardCase: one.id }), { state: { submitted: true, failed } })
    },
  )
  const problems = problemsOf(written, t)
  const shown = attempt > 0 ? problems : []
  const errorOf = (field: string) => shown.find((each) => each.field === field)?.message
  const submit = () => {
    setAttempt((before) => before + 1)
    if (problems.length > 0) return
    if (!isResident(session)) session.login(paths.hardCases())
    else submitting.mutate()
  }
  return (
    <form
      className="tb-stack-l"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {shown.length > 0 && <ErrorSummary errors={shown} attempt={attempt} />}
      <TextArea id="account" label={t('hard-cases.form.account')} required hint={t('hard-cases.form.accountHint')} rows={8} limit={longest.account} value={written.account} onChange={(account) => onWrite({ account })} error={errorOf('account')} />
      <Fitting account={written.account} />
      <TextArea id="wish" label={t('hard-cases.form.wish')} optional rows={3} value={written.wish} onChange={(wish) => onWrite({ wish })} error={errorOf('wish')} />
      <Select label={t('hard-cases.form.region')} required value={written.region} onChange={(region) => onWrite({ region })} options={place.regions.map(({ code, name }) => ({ value: code, label: textIn(name) }))} />
      <TextInput id="phone" label={t('hard-cases.form.phone')} optional type="tel" inputMode="tel" autoComplete="tel" width="medium" hint={phone && t('hard-cases.form.phoneHint', { phone })} value={written.phone} onChange={(value) => onWrite({ phone: value })} error={errorOf('phone')} />
      <FileInput
        label={t('hard-cases.form.files')}
        optional
        multiple
        camera
        hint={t('hard-cases.form.filesHint', { size: format.bytes(largest) })}
        accept={accepted}
        maxBytes={largest}
        files={files.map((file, index) => ({ id: String(index), name: file.name, bytes: file.size, state: 'done' }))}
        onAdd={(added) => setFiles([...files, ...added])}
        onRemove={(id) => setFiles(files.filter((_, index) => String(index) !== id))}
      />
      {submitting.error !== null && (
        <Notice tone="danger" live="assertive" title={t('hard-cases.form.failed')}>
          <p>{messageOf(submitting.error) ?? t('ui.error.text')}</p>
        </Notice>
      )}
      <div>
        <Button type="submit" busy={submitting.isPending || submitting.isSuccess}>{t(isResident(session) ? 'hard-cases.form.send' : 'hard-cases.form.signIn')}</Button>
        <p className="tb-muted">{t('hard-cases.form.kept')}</p>
      </div>
    </form>
  )
}

function problemsOf({ account, wish, phone }: Written, t: ReturnType<typeof useT>): { field: string; message: string }[] {
  const letters = [...account.trim()].length
  return [
    ...(letters < shortest ? [{ field: 'account', message: t('hard-cases.form.tooShort') }] : []),
    ...(letters > longest.account ? [{ field: 'account', message: t('hard-cases.form.tooLong', { n: longest.account }) }] : []),
    ...([...wish].length > longest.wish ? [{ field: 'wish', message: t('hard-cases.form.tooLong', { n: longest.wish }) }] : []),
    ...(/^$|^[0-9+\- ]{5,20}$/.test(phone.trim()) ? [] : [{ field: 'phone', message: t('hard-cases.form.phoneWrong') }]),
  ]
}
