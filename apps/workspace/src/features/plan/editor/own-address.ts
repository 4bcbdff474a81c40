/** A link leads to a place of this house or nowhere. */
export const isOwnAddress = (href: unknown): href is string => typeof href === 'string' && /^\/(?![/\\])/.test(href)
