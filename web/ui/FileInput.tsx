// Chooses files by button, camera or drop; shows each one's progress and problem, and lets it be removed.
// Sending them is the page's work: it gets the files that passed the first check and reports back through `files`.
import { useRef, useState, type DragEvent } from 'react'
import { useFormat } from '../shared/format.ts'
import { useT } from '../shared/i18n/store.ts'
import { FieldGroup, type FieldOptions } from './Field.tsx'
import { fileProblem } from './file.ts'
import { Icon } from './Icon.tsx'
import { Button } from './Button.tsx'
import { Progress } from './Progress.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import './FileInput.css'

export interface ChosenFile {
  id: string
  name: string
  bytes: number
  state: 'uploading' | 'done' | 'failed'
  /** 0 to 1 while uploading. */
  progress?: number
  /** What went wrong, in words. */
  error?: string
  /** Where the file can be looked at. */
  href?: string
}

export interface FileInputProps extends FieldOptions {
  files: readonly ChosenFile[]
  onAdd: (files: File[]) => void
  onRemove: (id: string) => void
  onRetry?: (id: string) => void
  /** Endings and types: ['.pdf', '.ofd', 'image/*']. */
  accept: readonly string[]
  maxBytes: number
  multiple?: boolean
  /** Offers the camera of a phone as a button of its own. */
  camera?: boolean
}

export function FileInput({ files, onAdd, onRemove, onRetry, accept, maxBytes, multiple, camera, hint, error, ...field }: FileInputProps) {
  const t = useT()
  const format = useFormat()
  const picker = useRef<HTMLInputElement>(null)
  const shutter = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string[]>([])
  const kinds = [...new Set(accept.map((kind) => (kind === 'image/*' ? t('ui.file.image') : kindName(kind))))].join(t('ui.file.separator'))

  const take = (list: FileList | null) => {
    const chosen = [...(list ?? [])].slice(0, multiple ? undefined : 1)
    const good = chosen.filter((file) => !fileProblem(file, accept, maxBytes))
    setRefused(
      chosen.flatMap((file) => {
        const problem = fileProblem(file, accept, maxBytes)
        return problem ? [t(`ui.file.${problem}`, { name: file.name, max: format.bytes(maxBytes), kinds })] : []
      }),
    )
    if (good.length > 0) onAdd(good)
    // The same file may be chosen again after it was removed.
    for (const input of [picker.current, shutter.current]) if (input) input.value = ''
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }

  const full = !multiple && files.length > 0
  return (
    <FieldGroup {...field} role="group" hint={hint ?? t('ui.file.hint', { kinds, max: format.bytes(maxBytes) })} error={refused.length > 0 ? refused.join(' ') : error}>
      {files.length > 0 && (
        <ul className="tb-files">
          {files.map((file) => (
            <FileRow key={file.id} file={file} onRemove={onRemove} onRetry={onRetry} />
          ))}
        </ul>
      )}
      {!full && (
        <div
          className="tb-drop"
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Button variant="ghost" icon="upload" onClick={() => picker.current?.click()}>
            {files.length > 0 ? t('ui.file.more') : t('ui.file.choose')}
          </Button>
          {camera && (
            <Button variant="ghost" className="tb-camera" onClick={() => shutter.current?.click()}>
              {t('ui.file.camera')}
            </Button>
          )}
          <span className="tb-drop-hint">{t('ui.file.drop')}</span>
          <input ref={picker} type="file" hidden multiple={multiple} accept={accept.join(',')} onChange={(event) => take(event.target.files)} />
          {camera && <input ref={shutter} type="file" hidden accept="image/*" capture="environment" onChange={(event) => take(event.target.files)} />}
        </div>
      )}
    </FieldGroup>
  )
}

/** What people call a kind of file: '.jpeg' and 'image/jpeg' are both JPG. */
const kindName = (kind: string): string => kind.replace(/^.*[./]/, '').toUpperCase().replace('JPEG', 'JPG')

function FileRow({ file, onRemove, onRetry }: { file: ChosenFile } & Pick<FileInputProps, 'onRemove' | 'onRetry'>) {
  const t = useT()
  const format = useFormat()
  return (
    <li data-state={file.state}>
      <Icon name={file.state === 'done' ? 'check' : file.state === 'failed' ? 'alert' : 'file'} />
      <span className="tb-file-name">
        {file.href ? <a href={file.href} target="_blank" rel="noreferrer">{file.name}</a> : file.name}
        <small role="status">
          {format.bytes(file.bytes)} · {file.state === 'failed' ? (file.error ?? t('ui.file.failed')) : t(`ui.file.${file.state}`)}
        </small>
        {file.state === 'uploading' && <Progress label={t('ui.file.uploading')} value={file.progress ?? 0} />}
      </span>
      {file.state === 'failed' && onRetry && (
        <Button variant="quiet" onClick={() => onRetry(file.id)}>
          {t('ui.retry')}
        </Button>
      )}
      <Button variant="plain" onClick={() => onRemove(file.id)}>
        {t('ui.file.remove')}
        <VisuallyHidden> {file.name}</VisuallyHidden>
      </Button>
    </li>
  )
}
