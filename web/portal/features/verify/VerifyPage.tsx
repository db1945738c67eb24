// Checking what somebody shows, open to everybody: by camera, by typing the code, by a file. Works without network for what phones show
// without network. The code of a scanned address stands behind the # and is checked at once.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState, type DragEvent, type FormEvent } from 'react'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { formatMoment } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { useSession } from '../../../shared/session.tsx'
import { useOnline } from '../../../shared/useOnline.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { CodeCamera, type CameraProblem } from '../../../ui/CodeCamera.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Loading } from '../../../ui/States.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { offerWithoutNetwork } from '../wallet/offline.ts'
import { check, renewTrust, textOfFile, type Outcome } from './checking.ts'
import { Result } from './Result.tsx'
import './verify.css'

const trustQuery = { queryKey: ['verification-trust'], queryFn: async () => (await renewTrust()) ?? null, networkMode: 'always' as const, staleTime: 30_000, refetchInterval: 60_000 }

export const title = () => t('verify.title')

const words = { malformed: 'verify.malformed', needsNetwork: 'verify.offlineCode', noTrust: 'verify.noTrust' } as const

export function Component() {
  const t = useT()
  const online = useOnline()
  const { person } = useSession()
  const { data: trust } = useQuery(trustQuery)
  const [outcome, setOutcome] = useState<Outcome>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const run = async (find: () => Promise<Outcome | undefined>) => {
    setBusy(true)
    setProblem(undefined)
    setOutcome(undefined)
    try {
      const found = await find()
      if (!found) setProblem(t('verify.fileUnread'))
      else if ('problem' in found) setProblem(t(words[found.problem]))
      else setOutcome(found)
    } catch (error) {
      setProblem(codeOf(error) === 'too_many' ? t('verify.tooMany') : (messageOf(error) ?? t('verify.failed')))
    } finally {
      setBusy(false)
    }
  }
  const checkText = (text: string) => void run(() => check(text))
  const checkFile = (file: File) => void run(async () => {
    const text = await textOfFile(file)
    return text === undefined ? undefined : check(text)
  })
  const begin = useEffectEvent(() => {
    const { hash, pathname } = location
    // A code counts once: coming back to the page must not try it again.
    if (hash.length > 1) {
      history.replaceState(history.state, '', pathname)
      checkText(hash)
    }
    void import('../../../ui/qr-picture.ts').then(({ loadDecoder }) => loadDecoder()).then(() => offerWithoutNetwork('/verify')).catch(() => {})
  })
  useEffect(() => begin(), [])
  return (
    <div className="tb-page tb-page-text tb-stack-l">
      <div>
        <h1>{t('verify.title')}</h1>
        <p>{t('verify.lead')}</p>
        {person?.roles && <p className="tb-muted">{t('verify.asStaff', { name: person.name })}</p>}
      </div>
      {busy && <Loading label={t('verify.checking')} />}
      {problem !== undefined && <Notice tone="warning" live="assertive">{problem}</Notice>}
      {outcome && 'checked' in outcome && <Result {...outcome} />}
      <Ways again={outcome !== undefined} onText={checkText} onFile={checkFile} />
      {(!online || trust) && <p className="tb-muted">{trust ? t('verify.trust', { time: formatMoment(trust.at, thisYear()) }) : t('verify.noTrust')}</p>}
    </div>
  )
}

function Ways({ again, onText, onFile }: { again: boolean; onText: (text: string) => void; onFile: (file: File) => void }) {
  const t = useT()
  const [scanning, setScanning] = useState(false)
  const [camera, setCamera] = useState<CameraProblem>()
  const [typed, setTyped] = useState('')
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() === '') return
    onText(typed)
    setTyped('')
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  return (
    <Card title={again ? t('verify.again') : undefined}>
      <div className="tb-stack verify-ways" data-over={over || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
        {scanning ? (
          <>
            <CodeCamera label={t('verify.scanning')} onText={(text) => { setScanning(false); onText(text) }} onProblem={(found) => { setScanning(false); setCamera(found) }} />
            <div><Button variant="ghost" onClick={() => setScanning(false)}>{t('verify.stop')}</Button></div>
          </>
        ) : <div><Button onClick={() => { setCamera(undefined); setScanning(true) }}>{t('verify.scan')}</Button></div>}
        {camera && <Notice tone="warning" live="polite">{camera === 'refused' ? t('verify.refused') : t('verify.noCamera')}</Notice>}
        <form className="tb-stack" onSubmit={send} noValidate>
          <TextInput label={t('verify.code')} hint={t('verify.codeHint')} value={typed} onChange={setTyped} autoComplete="off" />
          <div><Button type="submit" variant="ghost">{t('verify.check')}</Button></div>
        </form>
        <div className="verify-file">
          <input ref={picker} type="file" hidden accept="image/*,.sd-jwt,.jwt,.txt" onChange={(event) => { const [file] = event.target.files ?? []; if (file) onFile(file); event.target.value = '' }} />
          <div><Button variant="ghost" icon="upload" onClick={() => picker.current?.click()}>{t('verify.file')}</Button></div>
          <small className="tb-muted">{t('verify.fileHint')}</small>
        </div>
      </div>
    </Card>
  )
}
