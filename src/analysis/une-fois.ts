/** A computation made when it is first read, and kept. */
export function once<T>(compute: () => T): () => T {
  let kept: { value: T } | null = null;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

/** A pure function whose result is kept for each object that it was given, as long as the object lives. */
export function parObjet<O extends object, T>(compute: (object: O) => T): (object: O) => T {
  const kept = new WeakMap<O, { value: T }>();
  return (object) => {
    const found = kept.get(object) ?? { value: compute(object) };
    kept.set(object, found);
    return found.value;
  };
}

/** The same, for each object and key: a study and a date. */
export function parObjetEtCle<O extends object, K, T>(compute: (object: O, key: K) => T): (object: O, key: K) => T {
  const known = parObjet((_: O) => new Map<K, { value: T }>());
  return (object, key) => {
    const own = known(object);
    const found = own.get(key) ?? { value: compute(object, key) };
    own.set(key, found);
    return found.value;
  };
}
