// Checks a chosen file before it is sent: empty, too large, of a type that is not taken.
// The server looks at the content again; this only saves the person the wait.

export type FileProblem = 'empty' | 'too-large' | 'wrong-type'

/** What is wrong with a file, if anything. `accept` lists endings ('.pdf') and types ('image/*'), `maxBytes` is the limit per file. */
export function fileProblem(file: { name: string; type: string; size: number }, accept: readonly string[], maxBytes: number): FileProblem | undefined {
  if (!accept.some((pattern) => matches(file, pattern.toLowerCase()))) return 'wrong-type'
  if (file.size === 0) return 'empty'
  if (file.size > maxBytes) return 'too-large'
  return undefined
}

function matches(file: { name: string; type: string }, pattern: string): boolean {
  if (pattern.startsWith('.')) return file.name.toLowerCase().endsWith(pattern)
  if (pattern.endsWith('/*')) return file.type.startsWith(pattern.slice(0, -1))
  return file.type === pattern
}
