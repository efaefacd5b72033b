import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isLocalHost, isLocalOrigin } from '../isLocal.ts'
import { messagePage } from '../page/messagePage.ts'
import { CONTENT_SECURITY_POLICY } from '../page/style.ts'
import { UnreadableReportError } from '../readReport.ts'
import type { Lang } from '../text.ts'
import { badRequest, Refused } from './refused.ts'
import { policyHeader, sendHtml } from './sendHtml.ts'

interface MannersOptions {
  /** Language of a problem's page. */
  readonly lang: Lang
  /** Told of every request in one line; nobody by default. */
  readonly log?: ((line: string) => void) | undefined
}

/**
 * How the server behaves whatever is asked: to this machine's own browser only, with security headers, bodies of JSON alone, and every
 * problem as a page to a browser and as JSON to a program.
 *
 * A request that names another host, or comes from a page of another origin, is refused, so that no web site can read a bank's
 * figures through the browser. Since only JSON is taken, no form of another site can send anything either.
 */
export async function addManners(app: FastifyInstance, { lang, log }: MannersOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    // The server speaks plain HTTP on this machine: told to insist on HTTPS, a browser could not come back.
    strictTransportSecurity: false,
  })
  app.removeContentTypeParser('text/plain')

  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', policyHeader(CONTENT_SECURITY_POLICY))
    if (isLocalHost(request.headers.host) && isLocalOrigin(request.headers.origin)) return
    await reply.code(403).send({ error: { code: 'forbidden', message: 'this server answers its own machine only' } })
  })

  if (log)
    app.addHook('onResponse', async ({ method, url, ip }, reply) => {
      log(`${new Date().toISOString()} ${ip} ${method} ${url} ${reply.statusCode} ${reply.elapsedTime.toFixed(0)} ms`)
    })

  app.setNotFoundHandler(async (request, reply) => {
    const message = `nothing at ${request.url}`
    const page = messagePage((text) => text.notFound, message, lang)
    return sendProblem(request, reply, new Refused(404, 'notFound', message), page)
  })

  app.setErrorHandler<Error & { statusCode?: number }>(async (error, request, reply) => {
    const refused = toRefused(error)
    if (refused.statusCode >= 500) log?.(error.stack ?? error.message)
    const isRun = refused.code === 'unreadable'
    return sendProblem(
      request,
      reply,
      refused,
      isRun ? messagePage((text) => text.cannotShow, refused.message, lang) : null,
    )
  })
}

function toRefused(error: Error & { statusCode?: number }): Refused {
  if (error instanceof Refused) return error
  if (error instanceof UnreadableReportError) return new Refused(422, 'unreadable', error.message)
  const { statusCode = 500, message } = error
  if (statusCode >= 500) return new Refused(statusCode, 'internal', message)
  return statusCode === 400 ? badRequest(message) : new Refused(statusCode, CODES[statusCode] ?? 'badRequest', message)
}

const CODES: Readonly<Record<number, string>> = {
  404: 'notFound',
  405: 'methodNotAllowed',
  408: 'tooSlow',
  413: 'tooLarge',
  415: 'unsupportedMediaType',
}

/** A problem as a page to a browser, as JSON to a program. */
const sendProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refused,
  page: string | null,
): FastifyReply =>
  page !== null && request.headers.accept?.includes('text/html') === true
    ? sendHtml(reply.code(refused.statusCode), page)
    : reply
        .code(refused.statusCode)
        .send({ error: { code: refused.code, message: refused.message, ...refused.details } })
