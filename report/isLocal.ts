const HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i

/** Whether a Host header names this machine; a web site that rebinds its own name to 127.0.0.1 does not pass. */
export const isLocalHost = (host: string | undefined): boolean => host !== undefined && HOST.test(host)

/** Whether a request comes from a page of this machine, or from no page at all. */
export const isLocalOrigin = (origin: string | undefined): boolean =>
  origin === undefined || (/^https?:\/\//.test(origin) && isLocalHost(origin.replace(/^https?:\/\//, '')))
