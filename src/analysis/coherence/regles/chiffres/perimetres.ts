/** Perimeters against the totals that an official source gives of them. */
import { median, sum } from 'd3-array';
import type { Territoire } from '../../../../study/types.gen.js';
import { compte, enumerer } from '../../../../texte/accords.js';
import { ordreDates, posterieur } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { communesDe, KM_PAR_DEGRE } from '../../../territoire.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { type SorteDUnite, sorteDUnite } from '../../unites.js';
import { enKm2 } from './chiffres-du-territoire.js';

type ChiffreCle = NonNullable<Territoire['chiffres_cles']>[number];
type Mesure = NonNullable<ChiffreCle['mesure']>;

/** Part by which a population may differ from one census to the next: beyond it, communes lack or are too many. */
const TOLERANCE = 0.05;
/** An area may leave out lakes and estuaries, or not. */
const TOLERANCE_DE_SUPERFICIE = 0.1;

/** What a perimeter described by its communes adds up to, and how a sentence writes it; null when one of them does not write its own. */
function sommeDe(communes: Territoire['communes'], mesure: TotalMesure): { valeur: number; dit: string } | null {
  if (mesure === 'communes') return { valeur: communes.length, dit: compte(communes.length, 'commune') };
  if (communes.some((one) => one[mesure] === undefined)) return null;
  const valeur = sum(communes, (one) => one[mesure]);
  return { valeur, dit: mesure === 'population' ? compte(valeur, 'habitant') : `${nombreFr(Math.round(valeur))} km²` };
}

type TotalMesure = Exclude<Mesure, 'densite'>;

/** The latest official area of a perimeter at a date, in km², and its figure. */
function superficieOfficielle({ chiffres_cles: all = [] }: Territoire, perimetre: string, au: string) {
  const found = all.filter(
    (one) => one.perimetre === perimetre && one.mesure === 'superficie_km2' && !posterieur(one.date, au),
  );
  const last = found.sort((a, b) => ordreDates(a.date ?? '', b.date ?? '')).at(-1);
  return typeof last?.valeur === 'number' ? { chiffre: last, total: enKm2({ ...last, valeur: last.valeur }) } : null;
}

export const totalOfficiel: RegleCoherence = {
  code: 'total-officiel',
  gravite: 'attention',
  titre: 'Un périmètre décrit par ses communes n’a pas le total qu’une source officielle lui donne.',
  explication:
    'Le même territoire aurait deux tailles selon la page : celle de ses communes, additionnées, et celle de la source. Le nombre de communes doit être le même ; la population, d’un recensement à l’autre, à 5 % près, et la superficie, lacs compris ou non, à 10 % près, si chaque commune écrit la sienne. Le diagnostic affiche le total officiel ; les calculs par commune portent sur les communes décrites.',
  livrables: ['diagnostic', 'scenarios'],
  verifier: ({ study: { territoire, etude }, territoire: analyse }) => {
    const connus = new Map(analyse().perimetres.map((perimetre) => [perimetre.id, perimetre.officiel]));
    return (territoire.perimetres ?? []).flatMap((perimetre): Contradiction[] => {
      const officiel = connus.get(perimetre.id);
      const dedans = communesDe(territoire.communes, perimetre);
      const chiffreDe = (mesure: Mesure, total: number | null | undefined) =>
        (territoire.chiffres_cles ?? []).find(
          (one) => one.perimetre === perimetre.id && one.mesure === mesure && one.valeur === total,
        );
      const area = superficieOfficielle(territoire, perimetre.id, etude.date);
      const totaux = [
        ...(['communes', 'population'] as const).map((mesure) => ({
          mesure,
          total: officiel?.[mesure],
          chiffre: chiffreDe(mesure, officiel?.[mesure]),
        })),
        { mesure: 'superficie_km2' as const, total: area?.total, chiffre: area?.chiffre },
      ];
      const ecarts = totaux.flatMap(({ mesure, total, chiffre }) => {
        const somme = sommeDe(dedans, mesure);
        if (!total || !chiffre || !somme) return [];
        const admis = { communes: 0, population: TOLERANCE, superficie_km2: TOLERANCE_DE_SUPERFICIE }[mesure];
        const close = !depasse(Math.abs(somme.valeur - total), admis * total);
        return close ? [] : [{ dit: `${somme.dit} au lieu de ${nombreFr(total)}`, chiffre: chiffre.id }];
      });
      const [first, ...others] = ecarts.map(({ chiffre }) => `territoire/chiffres_cles/${chiffre}`);
      if (first === undefined) return [];
      return [
        {
          chemin: `territoire/perimetres/${perimetre.id}`,
          contre: [first, ...others],
          message: `le périmètre « ${perimetre.libelle} » compte, par ses communes décrites, ${enumerer(ecarts.map(({ dit }) => dit))}.`,
          issue: 'Décrivez les communes qui manquent, ou dites dans le libellé du périmètre la part qu’il couvre.',
          saisie:
            'Les communes se décrivent dans « communes » de territoire.yaml ; le libellé du périmètre s’écrit dans « perimetres.libelle ».',
        },
      ];
    });
  },
};

/** What the unit of a key figure may count, by what the figure measures. */
const UNITES: Readonly<Record<Mesure, { sortes: readonly SorteDUnite[]; dit: string }>> = {
  communes: { sortes: ['communes'], dit: 'des communes' },
  population: { sortes: ['habitants'], dit: 'des habitants' },
  superficie_km2: { sortes: ['km2', 'hectares'], dit: 'une superficie, en km² ou en hectares' },
  densite: { sortes: ['densite'], dit: 'des habitants par kilomètre carré' },
};

export const mesureEtUnite: RegleCoherence = {
  code: 'mesure-et-unite',
  gravite: 'attention',
  titre: 'Un chiffre clé compte autre chose que ce que dit son unité.',
  explication:
    'Un chiffre clé qui donne le total d’un périmètre (« mesure ») a l’unité de ce qu’il compte : communes, habitants, km² ou hectares, habitants par km² pour une densité. Le total officiel d’un périmètre serait sinon celui d’autre chose. Une unité que le programme ne connaît pas n’est pas comparée.',
  livrables: ['diagnostic'],
  verifier: ({ study: { territoire } }) =>
    (territoire.chiffres_cles ?? []).flatMap(({ id, libelle, mesure, unite }): Contradiction[] => {
      const written = sorteDUnite(unite ?? '');
      if (mesure === undefined || written === null || UNITES[mesure].sortes.includes(written)) return [];
      return [
        {
          chemin: `territoire/chiffres_cles/${id}/mesure`,
          contre: [`territoire/chiffres_cles/${id}/unite`],
          message: `« ${libelle} » compte ${UNITES[mesure].dit}, et son unité est « ${unite} ».`,
          issue: 'Corrigez ce que le chiffre compte, ou son unité.',
        },
      ];
    }),
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
    const km = (one: { lon: number; lat: number }): number =>
      KM_PAR_DEGRE * Math.hypot((one.lon - lon) * Math.cos((lat * Math.PI) / 180), one.lat - lat);
    const far = placed.map((one) => ({ ...one, km: km(one) }));
    const usual = median(far, ({ km }) => km) ?? 0;
    const near = far.find(({ km }) => km <= usual);
    const limite = Math.max(ECART_KM, 10 * usual);
    return far.flatMap(({ code, nom, km: loin, ...one }): Contradiction[] =>
      !near || loin <= limite
        ? []
        : [
            {
              chemin: `territoire/communes/${code}/lon`,
              contre: [`territoire/communes/${near.code}/lon`],
              message: `« ${nom} » est placée à ${compte(Math.round(loin), 'kilomètre')} du milieu du territoire ; la moitié des communes en sont à ${nombreFr(Math.ceil(usual))} au plus.`,
              issue:
                km({ lon: one.lat, lat: one.lon }) <= limite
                  ? 'Sa longitude et sa latitude sont sans doute échangées : corrigez l’une et l’autre.'
                  : 'Corrigez sa longitude ou sa latitude.',
            },
          ],
    );
  },
};

export const REGLES_PERIMETRES = [totalOfficiel, mesureEtUnite, communeALEcart] as const;
