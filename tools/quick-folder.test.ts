// Memory is used only where it is a file system of its own, large enough, and lets programs run.
import { describe, expect, it } from 'vitest'
import { hasRoomInMemory } from './quick-folder.ts'

const gigabytes = (count: number) => count * 1024 ** 3
const roomy = { mounts: '/dev/vda / ext4 rw 0 0\ntmpfs /dev/shm tmpfs rw,nosuid,nodev 0 0\n', freeBytes: gigabytes(4), memoryBytes: gigabytes(8) }

describe('what tests throw away', () => {
  it('goes into memory where there is plenty', () => expect(hasRoomInMemory(roomy)).toBe(true))
  it('stays on the disk of a small machine or a container with the usual 64 megabytes', () => {
    expect(hasRoomInMemory({ ...roomy, memoryBytes: gigabytes(4) })).toBe(false)
    expect(hasRoomInMemory({ ...roomy, freeBytes: 64 * 1024 ** 2 })).toBe(false)
  })
  it('stays on the disk where nothing in memory’s folder may be run, or it is no memory at all', () => {
    expect(hasRoomInMemory({ ...roomy, mounts: 'tmpfs /dev/shm tmpfs rw,noexec 0 0' })).toBe(false)
    expect(hasRoomInMemory({ ...roomy, mounts: '/dev/vda / ext4 rw 0 0' })).toBe(false)
  })
})
