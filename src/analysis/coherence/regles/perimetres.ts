/** Perimeters against the totals that an official source gives of them. */
import { compte } from '../../../texte/accords.js';
import { nombreFr } from '../../../texte/nombres.js';
import { communesDe } from '../../territoire.js';
import { depasse } from '../quantites.js';
import type { Contradiction, RegleCoherence } from '../regle.js';

/** Part by which a population may differ from one census to the next: beyond it, communes lack or are too many. */
const TOLERANCE = 0.05;

export const totalOfficiel: RegleCoherence = {
  code: 'total-officiel',
  gravite: 'attention',
  titre: 'Un périmètre décrit par ses communes n’a pas le total qu’une source officielle lui donne.',
  explication:
    'Le même territoire aurait deux tailles selon la page : celle de ses communes, additionnées, et celle de la source. Le nombre de communes doit être le même, la population à 5 % près, d’un recensement à l’autre. Le diagnostic affiche le total officiel ; les calculs par commune portent sur les communes décrites.',
  livrables: ['diagnostic', 'scenarios'],
  verifier: ({ study: { territoire }, territoire: analyse }) => {
    const connus = new Map(analyse().perimetres.map((perimetre) => [perimetre.id, perimetre.officiel]));
    return (territoire.perimetres ?? []).flatMap((perimetre): Contradiction[] => {
      const officiel = connus.get(perimetre.id);
      const dedans = communesDe(territoire.communes, perimetre);
      const sommes = { communes: dedans.length, population: dedans.reduce((sum, c) => sum + (c.population ?? 0), 0) };
      const ecarts = (['communes', 'population'] as const).flatMap((mesure) => {
        const total = officiel?.[mesure] ?? null;
        if (total === null || total === 0) return [];
        const close =
          mesure === 'communes'
            ? sommes.communes === total
            : !depasse(Math.abs(sommes.population - total), TOLERANCE * total);
        const chiffre = (territoire.chiffres_cles ?? []).find(
          (one) => one.perimetre === perimetre.id && one.mesure === mesure && one.valeur === total,
        );
        return close || !chiffre ? [] : [{ mesure, total, chiffre: `territoire/chiffres_cles/${chiffre.id}` }];
      });
      const [first, ...others] = ecarts;
      if (!first) return [];
      const dit = ecarts.map(
        ({ mesure, total }) =>
          `${compte(sommes[mesure], mesure === 'communes' ? 'commune' : 'habitant')} au lieu de ${nombreFr(total)}`,
      );
      return [
        {
          chemin: `territoire/perimetres/${perimetre.id}`,
          contre: [first.chiffre, ...others.map(({ chiffre }) => chiffre)],
          message: `les communes décrites du périmètre « ${perimetre.libelle} » font ${dit.join(' et ')}.`,
          issue: 'Décrivez les communes qui manquent, ou dites dans le libellé du périmètre la part qu’il couvre.',
        },
      ];
    });
  },
};

export const REGLES_PERIMETRES = [totalOfficiel] as const;
