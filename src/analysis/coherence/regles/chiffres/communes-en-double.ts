/** Two communes of one name. */
import { nu } from '../../../../texte/identifiant.js';
import { departementDuCode } from '../../../territoire.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const communeEnDouble: RegleCoherence = {
  code: 'commune-en-double',
  gravite: 'attention',
  titre: 'Deux communes d’un même département ont le même nom.',
  explication:
    'Dans un département, deux communes ne portent pas le même nom : deux lignes de territoire.yaml qui ont le même (« nom », « departement ») et deux codes sont la même commune comptée deux fois, ou l’une a reçu le nom de l’autre.',
  livrables: ['diagnostic'],
  verifier: ({ study: { territoire } }) => {
    const first = new Map<string, string>();
    return territoire.communes.flatMap(({ code, nom, departement = departementDuCode(code) }): Contradiction[] => {
      const key = `${departement} ${nu(nom)}`;
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, code);
        return [];
      }
      return [
        {
          chemin: `territoire/communes/${code}/nom`,
          contre: [`territoire/communes/${before}/nom`],
          message: `« ${nom} » est le nom de deux communes du département ${departement} (${before} et ${code}).`,
          issue: 'Corrigez le nom de l’une, ou retirez celle qui est en trop.',
        },
      ];
    });
  },
};

export const COMMUNES_EN_DOUBLE = [communeEnDouble] as const;
