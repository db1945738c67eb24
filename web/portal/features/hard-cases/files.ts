// Sending documents of a hard case one after the other; what did not arrive is named, what did stays.
// The server looks at the content; the endings here only spare a wasted upload.
import { api } from '../../../api/client.ts'
import { messageOf } from '../../../shared/failure.ts'

export const accepted = ['.pdf', '.jpg', '.jpeg', '.png', 'application/pdf', 'image/jpeg', 'image/png']
export const largest = 10 * 1024 * 1024

export interface FailedFile {
  name: string
  /** Why, in words; empty when the connection broke. */
  because: string
}

export async function sendFiles(id: string, files: readonly File[]): Promise<FailedFile[]> {
  const failed: FailedFile[] = []
  for (const file of files) {
    const form = new FormData()
    form.set('file', file)
    await api('addMyHardCaseFile', { params: { id } }, { form }).catch((error: unknown) => failed.push({ name: file.name, because: messageOf(error) ?? '' }))
  }
  return failed
}
