/** Perimeters against the totals that an official source gives of them. */
import { median } from 'd3-array';
import type { Territoire } from '../../../study/types.gen.js';
import { compte } from '../../../texte/accords.js';
import { nombreFr } from '../../../texte/nombres.js';
import { communesDe, KM_PAR_DEGRE } from '../../territoire.js';
import { depasse } from '../quantites.js';
import type { Contradiction, RegleCoherence } from '../regle.js';

type ChiffreCle = NonNullable<Territoire['chiffres_cles']>[number];

/** Part by which a population may differ from one census to the next: beyond it, communes lack or are too many. */
const TOLERANCE = 0.05;

export const totalOfficiel: RegleCoherence = {
  code: 'total-officiel',
  gravite: 'attention',
  titre: 'Un périmètre décrit par ses communes n’a pas le total qu’une source officielle lui donne.',
  explication:
    'Le même territoire aurait deux tailles selon la page : celle de ses communes, additionnées, et celle de la source. Le nombre de communes doit être le même, la population à 5 % près, d’un recensement à l’autre, si chaque commune écrit la sienne. Le diagnostic affiche le total officiel ; les calculs par commune portent sur les communes décrites.',
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
        // A commune whose people are not written makes no sum.
        if (mesure === 'population' && dedans.some(({ population }) => population === undefined)) return [];
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

/** The word that the unit of a total must hold. */
const UNITES: Readonly<Record<NonNullable<ChiffreCle['mesure']>, { mot: RegExp; dit: string }>> = {
  communes: { mot: /commune/i, dit: 'des communes' },
  population: { mot: /habitant|personne/i, dit: 'des habitants' },
  superficie_km2: { mot: /km|kilom/i, dit: 'des kilomètres carrés' },
};

export const mesureEtUnite: RegleCoherence = {
  code: 'mesure-et-unite',
  gravite: 'attention',
  titre: 'Un chiffre clé compte autre chose que ce que dit son unité.',
  explication:
    'Un chiffre clé qui donne le total d’un périmètre (« mesure ») a l’unité de ce qu’il compte : communes, habitants ou km². Le total officiel d’un périmètre serait sinon celui d’autre chose.',
  livrables: ['diagnostic'],
  verifier: ({ study: { territoire } }) =>
    (territoire.chiffres_cles ?? []).flatMap(({ id, libelle, mesure, unite }): Contradiction[] =>
      mesure === undefined || unite === undefined || UNITES[mesure].mot.test(unite)
        ? []
        : [
            {
              chemin: `territoire/chiffres_cles/${id}/mesure`,
              contre: [`territoire/chiffres_cles/${id}/unite`],
              message: `« ${libelle} » compte ${UNITES[mesure].dit}, et son unité est « ${unite} ».`,
              issue: 'Corrigez ce que le chiffre compte, ou son unité.',
            },
          ],
    ),
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

export const REGLES_PERIMETRES = [totalOfficiel, mesureEtUnite, communeALEcart] as const;
