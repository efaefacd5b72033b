import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Events sent to a page one after the other. */
export interface EventStream {
  /** Sends data as JSON; the name of an ordinary message is left out. */
  readonly send: (data: unknown, name?: string) => void
  readonly end: () => void
}

/** Silence after which a comment is sent, so that a dead connection is noticed and a live one not taken for dead, milliseconds. */
const HEARTBEAT = 25_000

/**
 * Answers a request with server-sent events until the stream is ended, by the page or by the server.
 *
 * @param onEnd  called once, whoever ended it
 */
export function eventStream(reply: FastifyReply, onEnd: () => void): EventStream {
  const stream = new PassThrough()
  const heartbeat = setInterval(() => stream.write(':\n\n'), HEARTBEAT).unref()
  stream.once('close', () => {
    clearInterval(heartbeat)
    onEnd()
  })
  void reply.type('text/event-stream; charset=utf-8').header('cache-control', 'no-store').send(stream)
  return {
    send: (data, name) => {
      if (stream.writableEnded) return
      stream.write(`${name === undefined ? '' : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`)
    },
    end: () => {
      if (!stream.writableEnded) stream.end()
    },
  }
}
