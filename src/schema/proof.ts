/** A type without `readonly`, so that only the shape is compared. */
type Plain<T> = T extends readonly (infer Element)[]
  ? Plain<Element>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T
/** Whether two types are one, but for `readonly`. */
export type Same<One, Other> =
  (<T>() => T extends Plain<One> ? 1 : 2) extends <T>() => T extends Plain<Other> ? 1 : 2 ? true : false

/** Does not compile unless its condition holds. */
export type Assert<Condition extends true> = Condition
