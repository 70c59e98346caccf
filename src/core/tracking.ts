const TRACKING =
  /^(?:utm_\w+|yclid|gclid|fbclid|dclid|msclkid|ysclid|_openstat|from|ref|referrer|rss|mc_cid|mc_eid|igshid|share|erid|rnd|cn-reloaded)$/i

/**
 * Whether a parameter of an address only says where the reader came from, and nothing of what is read.
 *
 * @example isTracking('utm_source') // true
 */
export const isTracking = (parameter: string): boolean => TRACKING.test(parameter)
