/** All that is to be told of a study that was loaded: what its loading and the rules found, and what it sets aside for nothing. */

import { CODES, printable } from '../../study/codes/codes.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { byPlace, type LoadedStudy } from '../../study/load.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import { CODES_COHERENCE } from './codes.js';
import { type Dits, lieuDe } from './dire.js';

function fauteDeLEcart(loaded: LoadedStudy, rank: number): Diagnostic[] {
  const regle = loaded.study?.etude.regles_ecartees?.[rank]?.regle;
  if (regle === undefined) return [];
  const at = lieuDe(loaded, `etude/regles_ecartees/${rank + 1}/regle`);
  const info = CODES[regle] ?? CODES_COHERENCE[regle];
  if (info?.gravite === 'attention')
    return [
      {
        code: 'regle-ecartee-inutile',
        gravite: 'attention',
        ...at,
        message: `la règle « ${regle} » est écartée, et ne trouve rien à cet endroit.`,
        aide: 'Retirez cet écart, ou corrigez son chemin.',
      },
    ];
  const near = info ? undefined : vouliezVousDire(regle, [...Object.keys(CODES), ...Object.keys(CODES_COHERENCE)]);
  return [
    {
      code: 'regle-ecartee-inconnue',
      gravite: 'attention',
      ...at,
      message: info ? `« ${regle} » est une erreur : elle ne s’écarte pas.` : `aucune règle ne s’appelle « ${regle} ».`,
      ...(near === undefined ? {} : { aide: near }),
    },
  ];
}

/** What was told of a study, and what it sets aside for nothing. Sorted by file, line and column. */
export function avecLesEcarts(loaded: LoadedStudy, { diagnostics, sansEffet }: Dits): Diagnostic[] {
  const faults = sansEffet.flatMap((rank) => fauteDeLEcart(loaded, rank)).map(printable);
  return [...diagnostics, ...faults].sort(byPlace);
}
