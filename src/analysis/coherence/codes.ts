/** What `atelier explain` says of the rules of coherence and of those set aside. */
import type { CodeInfo } from '../../study/codes/code-info.js';
import { REGLES_COHERENCE } from './regles/index.js';

const ECARTS: Readonly<Record<string, CodeInfo>> = {
  'regle-ecartee-inconnue': {
    gravite: 'attention',
    titre: 'L’étude écarte une règle qui n’existe pas, ou qui ne s’écarte pas.',
    explication:
      '« regles_ecartees » d’etude.yaml nomme des règles par le code que « atelier check » affiche. Seul un avertissement s’écarte : une erreur se corrige.',
    exemple: 'regles_ecartees:\n  - { regle: acteur-isole, chemin: acteurs/amap, motif: "Gardé pour la suite." }',
  },
  'regle-ecartee-inutile': {
    gravite: 'attention',
    titre: 'L’étude écarte une règle qui n’y trouve rien.',
    explication:
      'Ce qui avait motivé l’écart a sans doute été corrigé. Laissé en place, il tairait une faute à venir : retirez-le, ou corrigez son chemin.',
  },
};

export const CODES_COHERENCE: Readonly<Record<string, CodeInfo>> = {
  ...ECARTS,
  ...Object.fromEntries(
    REGLES_COHERENCE.map(({ code, gravite, titre, explication, exemple }): [string, CodeInfo] => [
      code,
      { gravite, titre, explication, ...(exemple === undefined ? {} : { exemple }) },
    ]),
  ),
};
