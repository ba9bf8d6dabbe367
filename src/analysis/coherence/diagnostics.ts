/** Contradictions as diagnostics, both sides with their place in the files, and the rules set aside for nothing. */

import { CODES, printable } from '../../study/codes/codes.js';
import type { Diagnostic, Lieu } from '../../study/diagnostic.js';
import { byPlace, type LoadedStudy } from '../../study/load.js';
import type { Study } from '../../study/study.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import { CODES_COHERENCE } from './codes.js';
import { rangDeLEcart } from './ecarts.js';
import { type Constat, contradictionsDe } from './index.js';
import type { RegleCoherence } from './regle.js';

type Places = Pick<LoadedStudy, 'place'>;

/** A path of a rule always leads somewhere: at worst to the file of its collection, else to the sheet of the study. */
function lieuDe({ place }: Places, chemin: string): Lieu {
  const found = place(chemin) ?? place('etude');
  if (!found) throw new Error(`"${chemin}" is in no file`);
  return { ...found, chemin };
}

const diagnosticDe = (places: Places, { regle, chemin, contre, message, issue, saisie }: Constat): Diagnostic => ({
  code: regle.code,
  gravite: regle.gravite,
  ...lieuDe(places, chemin),
  message,
  aide: saisie === undefined ? issue : `${issue} ${saisie}`,
  lies: contre.map((path) => lieuDe(places, path)),
});

function faultsOfEcarts(places: Places, study: Study, used: ReadonlySet<number>): Diagnostic[] {
  return (study.etude.regles_ecartees ?? []).flatMap(({ regle }, index): Diagnostic[] => {
    if (used.has(index)) return [];
    const at = lieuDe(places, `etude/regles_ecartees/${index + 1}/regle`);
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
        message: info
          ? `« ${regle} » est une erreur : elle ne s’écarte pas.`
          : `aucune règle ne s’appelle « ${regle} ».`,
        ...(near === undefined ? {} : { aide: near }),
      },
    ];
  });
}

/**
 * All that is to be told of a study that was loaded: the diagnostics of its loading but those set aside, and its contradictions.
 * Sorted by file, line and column. A study that did not load has no contradictions told: they wait for its errors to be mended; what it sets aside stays silent.
 */
export function diagnosticsDe(loaded: LoadedStudy, regles?: readonly RegleCoherence[]): Diagnostic[] {
  const { study, diagnostics, ecartees } = loaded;
  const used = new Set<number>();
  const stands = (rank: number): boolean => {
    used.add(rank);
    return rank < 0;
  };
  const own = diagnostics.filter(
    ({ code, chemin, gravite }) => gravite === 'erreur' || stands(rangDeLEcart(ecartees, code, [chemin])),
  );
  if (!study) return own;
  const contradictions = contradictionsDe(study, regles)
    .filter(({ ecart }) => stands(ecart))
    .map((constat) => diagnosticDe(loaded, constat));
  return [...own, ...[...contradictions, ...faultsOfEcarts(loaded, study, used)].map(printable)].sort(byPlace);
}
