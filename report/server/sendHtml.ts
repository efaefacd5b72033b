import type { FastifyReply } from 'fastify'
import { CONTENT_SECURITY_POLICY, servedPolicy } from '../page/style.ts'

type Policy = Readonly<Record<string, readonly string[]>>

/** A Content-Security-Policy header; a page of this server is never shown inside another. */
export const policyHeader = (policy: Policy): string =>
  Object.entries({ ...policy, 'frame-ancestors': ["'none'"] })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join(';')

/**
 * Sends a page.
 *
 * @param sheet  style sheet of a page with a script of its own; without, no script is allowed
 */
export const sendHtml = (reply: FastifyReply, page: string, sheet?: string): FastifyReply =>
  reply
    .header(
      'content-security-policy',
      policyHeader(sheet === undefined ? CONTENT_SECURITY_POLICY : servedPolicy(sheet)),
    )
    .type('text/html; charset=utf-8')
    .send(page)
