// What happened: the words, the kind they were taken for, what others reported nearby, photos and a voice note.
// Only the words are needed.
import { useState } from 'react'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import type { StepProps } from './queries.ts'
import { accepted, largest, mostFiles } from './sending.ts'
import { SimilarCard } from './SimilarCard.tsx'
import { VoiceNote } from './VoiceNote.tsx'
import { guessKind, kinds, longestText, type Written } from './written.ts'

export function WhatStep({ writing: { written, write, files, addFiles, removeFile }, understood, errorOf }: StepProps) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <TextArea id="text" label={t('requests.new.text')} required hint={t('requests.new.textHint')} rows={6} limit={longestText} value={written.text} onChange={(text) => write({ text })} error={errorOf('text')} />
      {written.text.trim() !== '' && <KindLine written={written} onChange={(kind) => write({ kind })} category={understood.category} />}
      <SimilarCard similar={understood.similar ?? []} />
      <FileInput
        label={t('requests.new.photos')}
        optional
        multiple
        camera
        hint={t('requests.new.photosHint', { size: format.bytes(largest), n: mostFiles })}
        accept={accepted}
        maxBytes={largest}
        files={files.map(({ id, file }) => ({ id, name: file.name, bytes: file.size, state: 'done' }))}
        onAdd={(added) => addFiles(added.slice(0, mostFiles - files.length))}
        onRemove={removeFile}
      />
      <div role="group" aria-label={t('requests.new.voice.label')}>
        {files.length < mostFiles && <VoiceNote onRecorded={(file) => addFiles([file])} />}
      </div>
    </>
  )
}

/** What it was taken for, in one line; the choice opens on demand. */
function KindLine({ written, onChange, category }: { written: Written; onChange: (kind: Written['kind']) => void; category: StepProps['understood']['category'] }) {
  const t = useT()
  const textIn = useTextIn()
  const [open, setOpen] = useState(false)
  const kind = written.kind ?? guessKind(written.text)
  if (open) {
    return (
      <RadioGroup
        label={t('requests.new.kind')}
        value={kind}
        onChange={(value) => onChange(kinds.find((each) => each === value))}
        options={kinds.map((each) => ({ value: each, label: t(`requests.kinds.${each}`), hint: t(`requests.kindHints.${each}`) }))}
      />
    )
  }
  return (
    <div className="tb-row" role="status">
      <span>{written.kind ? <>{t('requests.new.kind')} <Chip tone="azure">{t(`requests.kinds.${kind}`)}</Chip></> : t('requests.new.kindGuess', { kind: t(`requests.kinds.${kind}`) })}</span>
      {category && <span className="tb-muted">{t('requests.new.category', { category: textIn(category.name) })}</span>}
      <Button variant="plain" onClick={() => setOpen(true)}>{t('requests.new.kindChange')}</Button>
    </div>
  )
}
