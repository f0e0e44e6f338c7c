/** Values that are worked out when they are first looked at. */

/** An object whose values are made by the functions of the same names, each at most once and only if somebody looks at it. */
export function lazily<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const made = {} as T;
  for (const name of Object.keys(makers) as (keyof T)[]) {
    Object.defineProperty(made, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = makers[name]();
        Object.defineProperty(made, name, { configurable: true, enumerable: true, value });
        return value;
      },
    });
  }
  return made;
}
