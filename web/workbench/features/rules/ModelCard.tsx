// A whole DMN model of other software: handed in, shown as an outline of what it decides and what each decision needs, and tried.
// Nothing of it is kept.
import { useState } from 'react'
import { api, ApiFailure, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'

type Model = Reply<'tryDecisionModel'>

const largest = 900_000
const accepted = ['.dmn', '.xml', 'application/xml', 'text/xml']

function reasonOf(error: unknown): string | undefined {
  const details: unknown = error instanceof ApiFailure ? error.details : undefined
  return typeof details === 'object' && details !== null && 'model' in details ? String(details.model) : undefined
}

export function ModelCard() {
  const t = useT()
  const [file, setFile] = useState<{ name: string; bytes: number; xml: string }>()
  const looking = useChange(async (chosen: File) => {
    const xml = await chosen.text()
    setFile({ name: chosen.name, bytes: chosen.size, xml })
    return api('tryDecisionModel', { body: { xml } })
  })
  const failed = looking.error !== null && <Notice tone="danger" live="assertive" title={t('rules.model.refused')}>{reasonOf(looking.error) && <p lang="en">{reasonOf(looking.error)}</p>}</Notice>
  return (
    <Card title={t('rules.model.title')}>
      <div className="tb-stack">
        <p className="tb-muted">{t('rules.model.lead')}</p>
        <FileInput label={t('rules.model.file')} accept={accepted} maxBytes={largest} files={file ? [{ id: 'model', name: file.name, bytes: file.bytes, state: 'done' }] : []}
          onAdd={([chosen]) => { if (chosen) looking.mutate(chosen) }} onRemove={() => { setFile(undefined); looking.reset() }} />
        {failed}
        {file && looking.data && <Outline key={file.xml} model={looking.data} xml={file.xml} />}
      </div>
    </Card>
  )
}

function Outline({ model, xml }: { model: Model; xml: string }) {
  const t = useT()
  const format = useFormat()
  const [given, setGiven] = useState<Record<string, string>>({})
  const trying = useChange(() => api('tryDecisionModel', { body: { xml, inputs: given } }))
  const inputs = model.parts.filter(({ kind }) => kind === 'input')
  const valueOf = (name: string) => trying.data?.values?.find((each) => each.name === name)?.value
  return (
    <>
      <h3>{model.name}</h3>
      <ul className="tb-stack">
        {model.parts.filter(({ kind }) => kind !== 'input').map(({ id, name, kind, needs }) => (
          <li key={id}>
            <Chip tone={kind === 'decision' ? 'azure' : 'neutral'}>{t(`rules.model.kinds.${kind}`)}</Chip> <b>{name}</b>
            {needs.length > 0 && <span className="tb-muted"> {t('rules.model.needs', { names: format.list(needs) })}</span>}
            {valueOf(name) !== undefined && <> → <code>{valueOf(name)}</code></>}
          </li>
        ))}
      </ul>
      <form className="rules-try" onSubmit={(event) => { event.preventDefault(); trying.mutate() }}>
        {inputs.map(({ id, name, type }) => <TextInput key={id} label={name} optional hint={type} value={given[name] ?? ''} onChange={(text) => setGiven({ ...given, [name]: text })} />)}
        <Button type="submit" busy={trying.isPending}>{t('rules.model.ask')}</Button>
      </form>
      {trying.isError && <Notice tone="danger" live="assertive" title={t('rules.model.refused')}>{reasonOf(trying.error) && <p lang="en">{reasonOf(trying.error)}</p>}</Notice>}
    </>
  )
}
