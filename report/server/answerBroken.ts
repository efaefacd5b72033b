import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

/** A connection on which no request can be made out, or none came in time: says why, in the words of every other problem, and ends it. */
export function answerBroken(error: Error & { code?: string }, socket: Socket): void {
  if (socket.writable && error.code !== 'ECONNRESET') {
    const { status, code, message } = problemOf(error.code)
    const body = JSON.stringify({ error: { code, message } })
    socket.write(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json; charset=utf-8\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    )
  }
  socket.destroySoon()
}

function problemOf(code: string | undefined): { status: number; code: string; message: string } {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return { status: 408, code: 'tooSlow', message: 'the request did not arrive in time' }
  if (code === 'HPE_HEADER_OVERFLOW') return { status: 431, code: 'tooLarge', message: 'the headers are too large' }
  return { status: 400, code: 'badRequest', message: 'this is not an HTTP request' }
}
