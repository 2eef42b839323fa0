/** What each value of an enumeration is called, in the reader's language. */
export type Words<Value extends string> = Record<Value, () => string>;
