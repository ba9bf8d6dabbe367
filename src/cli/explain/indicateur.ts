/** `atelier explain scenarios.ID.cout_total`: an indicator, its formula, and the inputs down to the file and the line. */

import { chiffrageDe } from '../../analysis/scenarios/chiffrage.js';
import { type Indicateur, valeurEnClair } from '../../analysis/scenarios/indicateurs/indicateurs.js';
import type { LoadedStudy } from '../../study/load.js';
import type { Study } from '../../study/study.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import type { Paint } from '../terminal/colour.js';

export interface IndicatorAnswer {
  found: boolean;
  text: string;
  value: object | null;
}

interface SourcedInput {
  chemin: string;
  libelle: string;
  valeur: string;
  fichier: string | null;
  ligne: number | null;
  fiabilite: string | null;
  sources: string[];
}

export function explainIndicator(
  { scenario, indicateur }: { scenario: string; indicateur: string },
  { study, origin }: Pick<LoadedStudy, 'origin'> & { study: Study },
  paint: Paint,
): IndicatorAnswer {
  const none = (text: string): IndicatorAnswer => ({ found: false, text, value: null });
  const ids = study.scenarios.map(({ id }) => id);
  const found = study.scenarios.find(({ id }) => id === scenario);
  if (!found)
    return none(
      `L'étude n'a pas de scénario « ${scenario} ». ${vouliezVousDire(scenario, ids) ?? `Scénarios : ${ids.join(', ')}.`}`,
    );
  const { indicateurs } = chiffrageDe(study, found);
  const known = [...indicateurs.keys()];
  const wanted = [...indicateurs.values()].find(({ id }) => id === indicateur);
  if (!wanted)
    return none(
      `Aucun indicateur ne s'appelle « ${indicateur} ». ${vouliezVousDire(indicateur, known) ?? ''} Indicateurs : ${known.join(', ')}.`,
    );
  const inputs = wanted.entrees.map((entree): SourcedInput => {
    const place = origin(entree.chemin);
    const [collection, id] = entree.chemin.split('/');
    const entry = collection === 'acteurs' ? study.acteurs.find((acteur) => acteur.id === id) : found;
    return {
      ...entree,
      fichier: place?.fichier ?? null,
      ligne: place?.ligne ?? null,
      fiabilite: entry?.fiabilite ?? null,
      sources: entry?.sources ?? [],
    };
  });
  return {
    found: true,
    text: textOf(found.titre, wanted, inputs, paint),
    value: { scenario, ...wanted, entrees: inputs },
  };
}

function textOf(titre: string, indicateur: Indicateur, inputs: readonly SourcedInput[], paint: Paint): string {
  const lines = inputs.flatMap(({ libelle, valeur, fichier, ligne, fiabilite, sources }) => {
    const origin = [fichier === null ? null : `${fichier}:${ligne}`, fiabilite, sources.join(', ') || null];
    return [`  ${libelle} : ${valeur}`, paint.faint(`      ${origin.filter(Boolean).join(' · ')}`)];
  });
  return [
    `${paint.strong(indicateur.libelle)} de « ${titre} » : ${valeurEnClair(indicateur)}`,
    `Calcul : ${indicateur.formule}.`,
    ...(lines.length > 0 ? ['', 'À partir de :', ...lines] : []),
    '',
  ].join('\n');
}
