/** Documents made from data: typeset, accessible PDF. */
export {}
