/** An object whose values are each made when first asked for: of many expressions, a text needs few. */
export function lazily<Values extends object>(makers: { readonly [Key in keyof Values]: () => Values[Key] }): Values {
  const made: Partial<Values> = {}
  const lazy = {} as Values
  for (const key of Object.keys(makers) as (keyof Values)[]) {
    Object.defineProperty(lazy, key, {
      enumerable: true,
      get() {
        if (!(key in made)) made[key] = makers[key]()
        return made[key]
      },
    })
  }
  return lazy
}
