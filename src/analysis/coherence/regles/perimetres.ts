/** Perimeters against the totals that an official source gives of them. */
import { median } from 'd3-array';
import { compte } from '../../../texte/accords.js';
import { nombreFr } from '../../../texte/nombres.js';
import { communesDe, KM_PAR_DEGRE } from '../../territoire.js';
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

/** Beyond so many kilometres from the middle of the others, and ten times as far as half of them are, a seat is not of the same territory. */
const ECART_KM = 100;

export const communeALEcart: RegleCoherence = {
  code: 'commune-a-l-ecart',
  gravite: 'attention',
  titre: 'Une commune est loin de toutes les autres.',
  explication:
    'Les coordonnées d’une commune (« lon », « lat ») la placent à plus de cent kilomètres du milieu du territoire, et dix fois plus loin que la moitié des communes : deux chiffres ont été intervertis, ou la commune n’est pas du territoire. La carte la dessinerait hors de la page.',
  livrables: ['diagnostic'],
  verifier: ({ study: { territoire } }) => {
    const placed = (territoire.communes ?? []).flatMap(({ code, nom, lon, lat }) =>
      lon === undefined || lat === undefined ? [] : [{ code, nom, lon, lat }],
    );
    const [lon, lat] = [median(placed, (one) => one.lon), median(placed, (one) => one.lat)];
    if (lon === undefined || lat === undefined) return [];
    const far = placed.map((one) => ({
      ...one,
      km: KM_PAR_DEGRE * Math.hypot((one.lon - lon) * Math.cos((lat * Math.PI) / 180), one.lat - lat),
    }));
    const usual = median(far, ({ km }) => km) ?? 0;
    const near = far.find(({ km }) => km <= usual);
    return far.flatMap(({ code, nom, km }): Contradiction[] =>
      !near || km <= Math.max(ECART_KM, 10 * usual)
        ? []
        : [
            {
              chemin: `territoire/communes/${code}/lon`,
              contre: [`territoire/communes/${near.code}/lon`],
              message: `« ${nom} » est placée à ${nombreFr(Math.round(km))} kilomètres du milieu du territoire ; la moitié des communes en sont à ${nombreFr(Math.ceil(usual))} au plus.`,
              issue: 'Corrigez sa longitude ou sa latitude.',
            },
          ],
    );
  },
};

export const REGLES_PERIMETRES = [totalOfficiel, communeALEcart] as const;
