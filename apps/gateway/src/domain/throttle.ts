/** The bounds of ID4: tries in the last quarter of an hour. */
export const throttle = { windowMs: 15 * 60_000, perAccount: 10, perAddress: 60 } as const

/** Whether one more try is one too many, given those in the window before it. */
export const isThrottled = (tries: { readonly account: number; readonly address: number }): boolean =>
  tries.account >= throttle.perAccount || tries.address >= throttle.perAddress
