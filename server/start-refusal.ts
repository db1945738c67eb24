// Why the program declines to start: one sentence a person can act on, in Chinese and English, never a stack.
// Whatever the code, a refusal leaves files and database as they were.

export type StartRefusalCode =
  | 'configuration'
  | 'port_taken'
  | 'database_newer'
  | 'database_older'
  | 'database_unreachable'
  | 'database_mode'
  | 'migration_changed'
  | 'packs_invalid'
  | 'data_folder_read_only'
  | 'data_folder_unusable'
  | 'data_folder_foreign'
  | 'data_folder_unreachable'
  | 'data_folder_moved'
  | 'data_folder_in_use'
  | 'disk_full'
  | 'database_program_missing'
  | 'database_password_missing'
  | 'database_failed'
  | 'backup_unusable'
  | 'keystore_secret'

/** Thrown by anything that runs before the server listens; `main.ts` prints `message` and exits with 1. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal'
  readonly code: StartRefusalCode

  /** @param message one line, "Chinese / English", saying what is wrong and what to do about it */
  constructor(code: StartRefusalCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Turns a file system error at start into the refusal that names the folder; anything else is returned unchanged. */
export const refusalForFolder = (error: unknown, folder: string): unknown => {
  if (!(error instanceof Error && 'code' in error)) return error
  // Making a folder and its parents on a read-only disk is reported as if a parent were missing.
  const isMissingFolder = error.code === 'ENOENT' && 'syscall' in error && error.syscall === 'mkdir'
  switch (isMissingFolder ? 'EROFS' : error.code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartRefusal(
        'data_folder_read_only',
        `数据目录 ${folder} 不可写，请授予写权限，或用 DATA_DIR 指定别的目录；数据未改动。 / The data folder ${folder} cannot be written. Allow writing there, or name another folder in DATA_DIR; nothing was changed.`,
        { cause: error },
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return new StartRefusal(
        'disk_full',
        `磁盘空间不足，无法写入 ${folder}，请清理后再启动。 / There is no space left to write ${folder}. Free some and start again.`,
        { cause: error },
      )
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return new StartRefusal(
        'data_folder_unusable',
        `${folder} 不能用作数据目录：它或它的上级不是目录，请用 DATA_DIR 指定别的目录。 / ${folder} cannot be the data folder: it or a parent is not a folder. Name another one in DATA_DIR.`,
        { cause: error },
      )
    default:
      return error
  }
}
