/** Figures out of their scale: a comma or thousands lost, told by what cannot be, or by what they would balance. */
import { greatest, median, quantile } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import type { Scenario } from '../../../../study/types.gen.js';
import { compte } from '../../../../texte/accords.js';
import { commeEcrit, euros, nombreFr } from '../../../../texte/nombres.js';
import { montantProbable } from '../../../montants.js';
import { chiffrageDe, chiffrer } from '../../../scenarios/chiffrage.js';
import { hypothesesDe } from '../../../scenarios/hypotheses.js';
import { estOutreMer } from '../../../territoire.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Commune = Study['territoire']['communes'][number];

/** Km² that no commune exceeds: Arles has 759 of them, Maripasoula 18 360 (IGN). */
const PLUS_VASTE = { metropole: 760, outreMer: 18_400 } as const;
/** Inhabitants by km² that no commune exceeds: the densest has about 27 000 of them (Insee). */
const PLUS_DENSE = 30_000;
/** A commune so many times larger than half of the others, and so many times less dense, has an area ten times too large. */
const DECUPLE = 10;
/** Fewer communes make no usual one. */
const ASSEZ = 5;

interface Demesure {
  message: string;
  contre: string;
}

/** Place of the largest of the others: what an area is put beside. */
function laPlusVaste(commune: Commune, all: readonly Commune[]): string {
  const largest = greatest(all, (one) => (one === commune ? undefined : one.superficie_km2));
  return largest && largest !== commune ? `territoire/communes/${largest.code}/superficie_km2` : 'territoire/communes';
}

/** Whether a commune is ten times larger than half of the others, and ten times less dense; `usual`: how large half of them are. */
function horsDesAutres(
  commune: Commune,
  all: readonly Commune[],
  km2: number,
  density: number,
): { usual: number } | null {
  const known = all.flatMap((one) => {
    const { population: people = 0, superficie_km2: own = 0 } = one;
    return one !== commune && people > 0 && own > 0 ? [{ own, density: people / own }] : [];
  });
  const [usual, crowd] = [median(known, ({ own }) => own), median(known, (one) => one.density)];
  if (known.length < ASSEZ || usual === undefined || crowd === undefined) return null;
  return km2 > DECUPLE * usual && density * DECUPLE < crowd ? { usual } : null;
}

/** Why the area of a commune cannot be, or null. `petite`: a quarter of the communes are smaller. */
function surfaceImpossible(commune: Commune, all: readonly Commune[], petite: number): Demesure | null {
  const { nom, population, superficie_km2: km2 } = commune;
  if (km2 === undefined || km2 <= 0) return null;
  const area = `« ${nom} » couvre ${nombreFr(km2)} km²`;
  const limit = estOutreMer(commune.code) ? PLUS_VASTE.outreMer : PLUS_VASTE.metropole;
  if (km2 > limit)
    return {
      message: `${area} ; aucune commune ${estOutreMer(commune.code) ? 'de France' : 'de métropole'} n’en a plus de ${nombreFr(limit)}.`,
      contre: laPlusVaste(commune, all),
    };
  if (population === undefined) return null;
  const density = population / km2;
  if (density > PLUS_DENSE)
    return {
      message: `${area} pour ${compte(population, 'habitant')} : aucune commune de France n’a plus de ${compte(PLUS_DENSE, 'habitant')} au km².`,
      contre: `territoire/communes/${commune.code}/population`,
    };
  // Half of the others are larger than a quarter of all: the others are not gone through again for each commune.
  const apart = km2 > DECUPLE * petite ? horsDesAutres(commune, all, km2, density) : null;
  return (
    apart && {
      message: `${area} pour ${compte(population, 'habitant')} ; la moitié des autres communes en ont ${nombreFr(Math.ceil(apart.usual))} au plus, et sont plus de dix fois plus peuplées au km².`,
      contre: laPlusVaste(commune, all),
    }
  );
}

export const communeDemesuree: RegleCoherence = {
  code: 'commune-demesuree',
  gravite: 'attention',
  titre: 'La surface d’une commune n’est celle d’aucune commune.',
  explication:
    'La surface d’une commune (« superficie_km2 ») est en km² : au-delà de 760 en métropole (18 400 outre-mer), de 30 000 habitants au km², ou de dix fois la surface de la moitié des autres pour une densité plus de dix fois moindre (à cinq communes au moins), une virgule a été perdue, ou la surface est en hectares.',
  livrables: ['diagnostic'],
  verifier: ({ study: { territoire } }) => {
    const petite = quantile(territoire.communes, 0.25, ({ superficie_km2: km2 }) => km2) ?? 0;
    return territoire.communes.flatMap((commune, _, all): Contradiction[] => {
      const found = surfaceImpossible(commune, all, petite);
      return found
        ? [
            {
              chemin: `territoire/communes/${commune.code}/superficie_km2`,
              contre: [found.contre],
              message: found.message,
              issue: 'Corrigez la surface, en km², ou la population.',
            },
          ]
        : [];
    });
  },
};

type Montant = Parameters<typeof montantProbable>[0];

/** An amount that a scenario writes, and the scenario were it in thousands of euros. */
interface Ecrit {
  chemin: string;
  libelle: string;
  montant: number;
  /** What it makes in a year: a price by unit, times its volume. */
  parAn: number;
  enMilliers: () => Scenario;
}

const MILLE = 1000;
/** An amount under this share of the money of a year is none of its lines. */
const INFIME = 1 / 200;
/** A budget is balanced within this share of its expenses. */
const EQUILIBRE = 0.05;

const milleFois = <T extends Montant>(value: T): T =>
  (typeof value === 'number'
    ? value * MILLE
    : value && Object.fromEntries(Object.entries(value).map(([key, one]) => [key, Number(one) * MILLE]))) as T;

function ecritsDe(scenario: Scenario): Ecrit[] {
  const { id, moyens, financements, modalites } = scenario;
  const { humains = [], materiels = [], fonctionnement = [] } = moyens;
  const put = <T>(list: readonly T[], i: number, one: T): T[] =>
    list.map((before, rank) => (rank === i ? one : before));
  const known = (chemin: string, libelle: string, value: Montant, enMilliers: () => Scenario, fois = 1): Ecrit[] => {
    const montant = montantProbable(value);
    return montant
      ? [{ chemin: `scenarios/${id}/${chemin}`, libelle, montant, parAn: montant * fois, enMilliers }]
      : [];
  };
  /** How many of a modality a year has; NaN, which weighs on nothing, where none is named. */
  const volume = (modalite: string | undefined): number =>
    montantProbable(modalites.find((one) => one.id === modalite)?.volume_annuel) || Number.NaN;
  return [
    ...financements.flatMap((one, i) =>
      one.taux === undefined
        ? known(`financements/${one.id}/montant`, one.libelle ?? one.id, one.montant, () => ({
            ...scenario,
            financements: put(financements, i, { ...one, montant: milleFois(one.montant) } as typeof one),
          }))
        : [],
    ),
    ...financements.flatMap((one, i) =>
      known(
        `financements/${one.id}/tarif`,
        one.libelle ?? one.id,
        one.tarif,
        () => ({
          ...scenario,
          financements: put(financements, i, { ...one, tarif: milleFois(one.tarif) } as typeof one),
        }),
        volume(one.modalite),
      ),
    ),
    ...humains.flatMap((one, i) =>
      known(`moyens/humains/${one.id}/cout_annuel`, one.profil, one.cout_annuel, () => ({
        ...scenario,
        moyens: { ...moyens, humains: put(humains, i, { ...one, cout_annuel: milleFois(one.cout_annuel) }) },
      })),
    ),
    ...materiels.flatMap((one, i) =>
      known(`moyens/materiels/${one.id}/cout`, one.libelle, one.cout, () => ({
        ...scenario,
        moyens: { ...moyens, materiels: put(materiels, i, { ...one, cout: milleFois(one.cout) }) },
      })),
    ),
    ...fonctionnement.flatMap((one, i) =>
      known(`moyens/fonctionnement/${one.id}/cout_annuel`, one.libelle, one.cout_annuel, () => ({
        ...scenario,
        moyens: {
          ...moyens,
          fonctionnement: put(fonctionnement, i, { ...one, cout_annuel: milleFois(one.cout_annuel) } as typeof one),
        },
      })),
    ),
    ...fonctionnement.flatMap((one, i) =>
      known(
        `moyens/fonctionnement/${one.id}/cout_unitaire`,
        one.libelle,
        one.cout_unitaire,
        () => ({
          ...scenario,
          moyens: {
            ...moyens,
            fonctionnement: put(fonctionnement, i, {
              ...one,
              cout_unitaire: milleFois(one.cout_unitaire),
            } as typeof one),
          },
        }),
        volume(one.modalite),
      ),
    ),
  ];
}

export const montantEnMilliers: RegleCoherence = {
  code: 'montant-en-milliers',
  gravite: 'attention',
  titre: 'Un montant semble écrit en milliers d’euros.',
  explication:
    'Un montant qu’un scénario écrit (recette, poste, matériel, fonctionnement), ou un prix par unité (« tarif », « cout_unitaire »), est en euros. Quand il pèse moins d’un deux-centième d’une année, que le budget n’est pas équilibré à 5 % près, et qu’il le serait si ce montant était mille fois plus grand, il est sans doute en milliers : « 118.8 » pour 118 800 €, « 0.032 » pour 32 € par nuit.',
  livrables: ['scenarios'],
  verifier: ({ study }) =>
    study.scenarios.flatMap((scenario): Contradiction[] => {
      const before = chiffrageDe(study, scenario);
      const most = Math.max(before.depensesTotales, before.recettesTotales);
      if (equilibre(before)) return [];
      return ecritsDe(scenario).flatMap(({ chemin, libelle, montant, parAn, enMilliers }): Contradiction[] =>
        !(parAn < (INFIME * most) / before.annees) || !equilibre(chiffrer(study, enMilliers(), hypothesesDe(study)))
          ? []
          : [
              {
                chemin,
                contre: [`scenarios/${scenario.id}/financements`],
                message: `« ${libelle} » est de ${commeEcrit(montant)}\u00a0€, et ${euros(before.recettesTotales)} de recettes font face à ${euros(before.depensesTotales)} de dépenses sur la durée de « ${scenario.titre} » ; à ${euros(montant * MILLE)}, le budget serait équilibré.`,
                issue: 'Corrigez le montant, en euros, ou ce qui manque au budget.',
              },
            ],
      );
    }),
};

/** Whether the receipts make the expenses, within a share of them. */
const equilibre = ({
  depensesTotales: spent,
  recettesTotales: had,
}: Record<'depensesTotales' | 'recettesTotales', number>): boolean => Math.abs(had - spent) <= EQUILIBRE * spent;

export const ORDRES_DE_GRANDEUR = [communeDemesuree, montantEnMilliers] as const;
