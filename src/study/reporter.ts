/**
 * How a rule tells what it found. `code` is one of `CODES`, which gives its gravity. `path` names the place by ids: `acteurs/maison-energie/engagement`,
 * `etude/date`, `mode-operatoire/taches/convention`; an element of a list that has no `id`, `code`, `siren` nor `ref` is named by its rank
 * from 1 (`acteurs/maison-energie/liens/2`); `acteurs` alone is the whole collection. Where a part of the path does not exist, the
 * nearest one above is shown. `onKey` points at the key rather than at its value; `contre` names the places of what the first one contradicts.
 */
export type Reporter = (
  code: string,
  path: string,
  message: string,
  aide?: string,
  options?: { onKey?: boolean; contre?: readonly string[] },
) => void;
