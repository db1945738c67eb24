// The driver of the database, with its faults mended as its file is loaded. When PostgreSQL goes away in the middle of a transaction,
// postgres.js 3.4.9 writes to the connection that is gone, which ends the program, and when it connects again first sends what was left
// over and takes the old error for the answer to a new question (porsager/postgres#1154 and #1208, open). The mends go when a release has its own.
import { registerHooks } from 'node:module'

const connectionMends = [
  {
    // What is written is sent, as by PostgreSQL's own client library: without this the system keeps a second small write back until the
    // first was acknowledged, which the other side puts off for 40 ms where it has nothing to answer yet, as within a COPY.
    before: ': new net.Socket()\n',
    after: ': new net.Socket().setNoDelay(true)\n',
  },
  {
    // A statement on a connection that is gone is refused like those that were on their way.
    before: 'if (q.cancelled)\n      return\n',
    after: "if (q.cancelled)\n      return\n\n    if (socket === null) {\n      queryError(q, Errors.connection('CONNECTION_CLOSED', options, socket))\n      return true\n    }\n",
  },
  {
    // What was not yet sent went with the connection.
    before: 'incomings = null\n    clearImmediate(nextWriteTimer)\n',
    after: 'incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n',
  },
  {
    // So did the last statement and its error, which are no answer to the first statement of the next connection.
    before: '    closedTime = performance.now()\n    hadError',
    after: '    query = errorResponse = null\n    closedTime = performance.now()\n    hadError',
  },
  {
    // Statements sent in one turn leave in one write, as small ones always did: each write wakes PostgreSQL, which costs more than the bytes.
    before: 'if (fn || chunk.length >= 1024)',
    after: 'if (fn || chunk.length >= 262144)',
  },
]

const poolMends = [
  {
    // The first statement of a transaction leaves with its beginning and does not wait for the answer to it.
    before: "await sql.unsafe('begin ' + options.replace(/[^a-z ]/ig, ''), [], { onexecute }).execute()\n",
    after: "await new Promise((resolve, reject) => sql.unsafe('begin ' + options.replace(/[^a-z ]/ig, ''), [], { onexecute: (c) => { onexecute(c); resolve() } }).execute().catch(reject))\n      move(connection, reserved)\n",
  },
]

/** What is changed in which file of the driver. */
export const mends: Readonly<Record<string, readonly { before: string; after: string }[]>> = { '/postgres/src/connection.js': connectionMends, '/postgres/src/index.js': poolMends }

/** @throws when the driver no longer reads as the mends expect: then look whether they are still needed */
export const mended = (file: string, source: string): string =>
  (mends[file] ?? []).reduce((text, { before, after }) => {
    if (text.split(before).length !== 2) throw new Error(`postgres.js has changed where it is mended: ${JSON.stringify(before)}`)
    return text.replace(before, () => after)
  }, source)

registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context)
    const file = Object.keys(mends).find((each) => url.endsWith(each))
    if (!file) return loaded
    const { source } = loaded
    return { ...loaded, source: mended(file, typeof source === 'string' ? source : new TextDecoder().decode(source)) }
  },
})

// Only now, so that it is read with the mends.
export const { default: connect } = await import('postgres')
