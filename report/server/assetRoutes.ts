import type { FastifyInstance } from 'fastify'
import { type ClientName, clientScript } from '../client/bundle.ts'

const SCRIPTS: readonly ClientName[] = ['desk', 'runs']

/** The scripts of the pages; a browser that has one asks whether it is still the same. */
export function assetRoutes(app: FastifyInstance): void {
  for (const name of SCRIPTS)
    app.get(`/assets/${name}.js`, async (request, reply) => {
      const { code, etag } = await clientScript(name)
      void reply.header('etag', etag).header('cache-control', 'no-cache')
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply.type('text/javascript; charset=utf-8').send(code)
    })
}
