// Sends one file with its progress, which fetch cannot tell. Fails as api() does.
// The server looks at the content; name and type given here are only shown.
import { addressOf, failureOf, headersFor, learnCsrf, type Reply } from './client.ts'

export interface UploadOptions {
  /** Share sent so far, 0 to 1. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/** Uploads a document of an application; an abort rejects with an AbortError. */
export async function uploadEvidence(params: { id: string; evidence: string }, file: File, { onProgress, signal }: UploadOptions): Promise<Reply<'uploadEvidence'>> {
  await learnCsrf()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf('uploadEvidence', params))
    headersFor('uploadEvidence').forEach((value, name) => request.setRequestHeader(name, value))
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total)
    }
    request.onload = () => {
      const body: unknown = request.response
      // The reply of a 2xx is what the route declares.
      if (request.status >= 200 && request.status < 300) resolve(body as Reply<'uploadEvidence'>)
      else reject(failureOf(request.status, request.statusText, body))
    }
    request.onerror = () => reject(new TypeError('network'))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.set('file', file)
    request.send(form)
  })
}

