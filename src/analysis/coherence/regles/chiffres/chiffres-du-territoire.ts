/** Figures of the territory against each other: the totals of one perimeter, the density that two of them make, a commune and its department. */
import { group, sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compte, enumerer } from '../../../../texte/accords.js';
import { anneeDe, dateEnLettres, ordreDates } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { communesDe } from '../../../territoire.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { sorteDUnite } from '../../unites.js';
import { entendusAuDela, recueilAupres } from './entendus.js';

type Chiffre = NonNullable<Study['territoire']['chiffres_cles']>[number];

/** Part by which two totals of one place may differ, a few censuses or some mergers of communes apart: beyond it, one is of another size. */
const ECART_DE_TOTAUX = 0.25;
/** Years beyond which the same place may well have lost or gained more: a figure of the past is told beside that of today. */
const ANNEES_PROCHES = 10;

const cheminDe = ({ id }: Pick<Chiffre, 'id'>): string => `territoire/chiffres_cles/${id}`;

/** The figures that are numbers, with it; what is foreseen is compared with nothing that was counted. */
const nombres = ({ territoire }: Study): (Chiffre & { valeur: number })[] =>
  (territoire.chiffres_cles ?? []).flatMap((one) =>
    typeof one.valeur === 'number' && !one.projection ? [{ ...one, valeur: one.valeur }] : [],
  );

/** Hectares in a square kilometre. */
const HECTARES = 100;

/** An area in km², where its unit says hectares; any other figure as it is. */
export const enKm2 = ({ valeur, unite }: { valeur: number; unite?: string | undefined }): number =>
  sorteDUnite(unite ?? '') === 'hectares' ? valeur / HECTARES : valeur;

/** « 103 171 habitants (2015) ». */
const dit = ({ valeur, unite, date }: Chiffre & { valeur: number }): string =>
  [nombreFr(valeur), unite, date && `(${dateEnLettres(date)})`].filter(Boolean).join(' ');

/** Whether two figures are of about the same time; one without a date may be of any. */
function proches(one: Chiffre, other: Chiffre): boolean {
  const [a, b] = [one, other].map(({ date, libelle }) => anneeDe(date ?? /\b(?:18|19|20)\d\d\b/.exec(libelle)?.[0]));
  return typeof a !== 'number' || typeof b !== 'number' || Math.abs(a - b) <= ANNEES_PROCHES;
}

/** The largest total of a perimeter against the smallest of about the same time. */
function totauxDuPerimetre(study: Study): Contradiction[] {
  const totals = nombres(study).filter(({ perimetre, mesure, valeur }) => perimetre && mesure && valeur > 0);
  return [...group(totals, ({ perimetre, mesure }) => `${perimetre}/${mesure}`).values()].flatMap(
    (same): Contradiction[] => {
      const sorted = [...same].sort((a, b) => a.valeur - b.valeur);
      const [low, high] =
        sorted
          .flatMap((low) => [...sorted].reverse().map((high) => [low, high] as const))
          .find(
            ([low, high]) => proches(low, high) && depasse(high.valeur - low.valeur, ECART_DE_TOTAUX * low.valeur),
          ) ?? [];
      if (!low || !high) return [];
      const [late, early] = ordreDates(low.date ?? '', high.date ?? '') > 0 ? [low, high] : [high, low];
      return [
        {
          chemin: `${cheminDe(late)}/valeur`,
          contre: [`${cheminDe(early)}/valeur`],
          message: `« ${late.libelle} » est de ${dit(late)}, et « ${early.libelle} » de ${dit(early)}, pour le même périmètre.`,
          issue: 'Corrigez un des deux chiffres, ou le périmètre dont l’un est le total.',
        },
      ];
    },
  );
}

/** An experience of the territory itself against the largest of its totals. */
function populationsInternes(study: Study): Contradiction[] {
  const { territoire, experiences } = study;
  const official = nombres(study).filter(({ mesure }) => mesure === 'population');
  const described = sum(territoire.communes, ({ population }) => population);
  const [first] = [...official].sort((a, b) => b.valeur - a.valeur);
  const most = Math.max(described, ...(first ? [first.valeur] : []));
  return experiences.flatMap(({ id, nom, reference_interne: own, territoire: place }): Contradiction[] =>
    !own || place.population === undefined || most === 0 || !depasse(place.population, (1 + ECART_DE_TOTAUX) * most)
      ? []
      : [
          {
            chemin: `experiences/${id}/territoire/population`,
            contre: [first && first.valeur === most ? `${cheminDe(first)}/valeur` : 'territoire/communes'],
            message: `« ${nom} », expérience du territoire même, y compte ${compte(place.population, 'habitant')} ; le territoire en a ${nombreFr(most)} au plus.`,
            issue: 'Corrigez un des deux nombres, ou dites que l’expérience vient d’ailleurs.',
            saisie: 'Une expérience d’ailleurs s’écrit sans « reference_interne ».',
          },
        ],
  );
}

export const totauxContraires: RegleCoherence = {
  code: 'totaux-contraires',
  gravite: 'attention',
  titre: 'Deux chiffres donnent au même territoire des tailles qui s’excluent.',
  explication:
    'Deux totaux officiels du même périmètre (« perimetre », « mesure » des chiffres clés), de dates ou de sources différentes, sont proches : au-delà d’un quart, à dix ans d’écart au plus, l’un est d’un autre territoire, ou mal recopié. L’expérience du territoire même (« reference_interne ») n’y compte pas plus d’habitants que le plus grand de ses totaux, à un quart près.',
  livrables: ['diagnostic'],
  verifier: ({ study }) => [...totauxDuPerimetre(study), ...populationsInternes(study)],
};

/** Part by which a density may differ from what its figures give: rounded, or of a neighbouring year. */
const ECART_DE_DENSITE = 0.1;

/** Something that a density is made of, with its place and how a sentence writes it. */
interface Terme {
  valeur: number;
  chemin: string;
  dit: string;
}

/** The official figures of a perimeter. */
const officiels = (study: Study, perimetre: string, mesure: 'population' | 'superficie_km2'): Terme[] =>
  nombres(study)
    .filter((one) => one.perimetre === perimetre && one.mesure === mesure && one.valeur > 0)
    .map((one) => ({
      valeur: enKm2(one),
      chemin: `${cheminDe(one)}/valeur`,
      dit: dit(one),
    }));

/** The sums of its communes, when each writes its own and no source says that they are but a part; null otherwise. */
function sommes(study: Study, id: string): { people: Terme; area: Terme } | null {
  const perimetre = study.territoire.perimetres?.find((one) => one.id === id);
  const inside = perimetre ? communesDe(study.territoire.communes, perimetre) : [];
  const [people, area] = [sum(inside, ({ population }) => population), sum(inside, (one) => one.superficie_km2)];
  const own: Readonly<Record<string, number>> = { communes: inside.length, population: people, superficie_km2: area };
  const partial = nombres(study).some((one) => {
    const described = own[one.mesure ?? ''];
    if (one.perimetre !== id || described === undefined) return false;
    const total = one.mesure === 'superficie_km2' ? enKm2(one) : one.valeur;
    return depasse(Math.abs(total - described), one.mesure === 'communes' ? 0 : ECART_DE_DENSITE * total);
  });
  const known = inside.every(({ population, superficie_km2: km2 }) => population !== undefined && km2 !== undefined);
  if (partial || !known || people === 0 || area === 0) return null;
  const chemin = `territoire/perimetres/${id}`;
  return {
    people: { valeur: people, chemin, dit: `${compte(people, 'habitant')} (communes)` },
    area: { valeur: area, chemin, dit: `${nombreFr(Math.round(area))} km²` },
  };
}

export const densiteContredite: RegleCoherence = {
  code: 'densite-contredite',
  gravite: 'attention',
  titre: 'Une densité n’est pas celle que la population et la surface donnent.',
  explication:
    'La densité d’un périmètre (« mesure: densite ») se recalcule de ses autres chiffres clés (« mesure: population », « mesure: superficie_km2 »), de toute date ; sans eux, de la somme de ses communes, si chacune écrit les siennes et qu’aucune source ne donne un autre total. Aucune paire ne la donne à 10 % près : l’un des trois est faux.',
  livrables: ['diagnostic'],
  verifier: ({ study }) =>
    nombres(study).flatMap((density): Contradiction[] => {
      const { perimetre, mesure, unite } = density;
      const perKm2 = unite === undefined || sorteDUnite(unite) === 'densite';
      if (perimetre === undefined || mesure !== 'densite' || !perKm2) return [];
      const areas = officiels(study, perimetre, 'superficie_km2');
      const given = officiels(study, perimetre, 'population').flatMap((people) =>
        areas.map((area) => ({ people, area })),
      );
      // The communes described may be a part of the whole that an official figure gives: one is not divided by the other.
      const known = given.length > 0 ? given : [sommes(study, perimetre) ?? []].flat();
      const pairs = known.map((one) => ({ ...one, valeur: one.people.valeur / one.area.valeur }));
      const [first] = pairs.sort((a, b) => Math.abs(a.valeur - density.valeur) - Math.abs(b.valeur - density.valeur));
      if (!first || !depasse(Math.abs(first.valeur - density.valeur), ECART_DE_DENSITE * first.valeur)) return [];
      return [
        {
          chemin: `${cheminDe(density)}/valeur`,
          contre: [...new Set([first.people.chemin, first.area.chemin])] as [string, ...string[]],
          message: `« ${density.libelle} » est de ${dit(density)} ; ${first.people.dit} sur ${first.area.dit} en font ${nombreFr(Math.round(10 * first.valeur) / 10)}.`,
          issue: 'Corrigez la densité, la population ou la surface.',
        },
      ];
    }),
};

/** What a code begins with in a department: Corsica is still « 20 » at times, and the Rhône is told in two parts, « 69D » and « 69M ». */
const prefixe = (departement: string, code: string): string =>
  departement === '20' ? (/^2[AB]/.exec(code)?.[0] ?? departement) : departement.replace(/^69[DM]$/, '69');

export const communeEtDepartement: RegleCoherence = {
  code: 'commune-et-departement',
  gravite: 'attention',
  titre: 'Une commune n’est pas du département que l’on dit.',
  explication:
    'Le code d’une commune commence par celui de son département (« departement »). Un périmètre qui dit ses départements (« departements ») y compte celui de chacune de ses communes.',
  livrables: ['diagnostic'],
  verifier: ({ study: { territoire } }) => [
    ...territoire.communes.flatMap(({ code, nom, departement }): Contradiction[] =>
      departement === undefined || code.startsWith(prefixe(departement, code))
        ? []
        : [
            {
              chemin: `territoire/communes/${code}/departement`,
              contre: [`territoire/communes/${code}/code`],
              message: `« ${nom} » est dite du département ${departement}, et son code (${code}) est d’un autre.`,
              issue: 'Corrigez le code ou le département.',
            },
          ],
    ),
    ...(territoire.perimetres ?? []).flatMap((perimetre): Contradiction[] => {
      const told = perimetre.departements?.map(({ code }) => code) ?? [];
      const outside = communesDe(territoire.communes, perimetre).filter(
        ({ code, departement }) =>
          departement !== undefined && !told.some((one) => one === departement || code.startsWith(prefixe(one, code))),
      );
      const [first, ...others] = outside;
      if (told.length === 0 || !first) return [];
      return [
        {
          chemin: `territoire/perimetres/${perimetre.id}/departements`,
          contre: [
            `territoire/communes/${first.code}/departement`,
            ...others.map(({ code }) => `territoire/communes/${code}/departement`),
          ],
          message: `le périmètre « ${perimetre.libelle} » ne s’étend pas au département ${enumerer([...new Set(outside.map(({ departement }) => departement ?? ''))])}, où est ${enumerer(outside.slice(0, 3).map(({ nom }) => `« ${nom} »`))}.`,
          issue: 'Ajoutez le département au périmètre, ou retirez-en la commune.',
          saisie: 'Il s’écrit dans « perimetres.departements » de territoire.yaml : « code » et « nom ».',
        },
      ];
    }),
  ],
};

export const effectifContredit: RegleCoherence = {
  code: 'effectif-contredit',
  gravite: 'attention',
  titre: 'Un public compte moins de monde que l’on n’en a entendu.',
  explication:
    'Un public qui dit son effectif (« effectif » de etude.yaml) et ce qu’il compte (« effectif_compte ») n’a pas, à un temps de participation, plus de participants, ni de questionnaires envoyés quand il y est seul ; des organismes (« organismes »), dont plusieurs personnes viennent, ne sont pas comparés. Ceux qui vivent sur le territoire (« habitants ») n’y sont pas plus nombreux que ses habitants : la somme des communes, ou le plus grand des totaux officiels ; ceux qui y passent (« passage ») le peuvent. Un temps de participation n’a pas entendu, en tout, plus de monde que le territoire n’a d’habitants.',
  livrables: ['diagnostic'],
  verifier: ({ study }) => {
    const { etude, territoire } = study;
    const people = Math.max(
      sum(territoire.communes, ({ population }) => population),
      ...nombres(study).flatMap(({ mesure, valeur }) => (mesure === 'population' ? [valeur] : [])),
    );
    const members = etude.publics.flatMap(
      ({ id, libelle, effectif: size, effectif_compte: counts }): Contradiction[] => {
        if (size === undefined || counts === undefined || counts === 'organismes') return [];
        const chemin = `etude/publics/${id}/effectif`;
        const issue = 'Corrigez l’effectif du public, ou l’autre nombre.';
        return [
          ...recueilAupres(study, id).flatMap((one): Contradiction[] =>
            one.nombre <= size
              ? []
              : [
                  {
                    chemin,
                    contre: [one.chemin],
                    message: `le public « ${libelle} » compte ${compte(size, 'membre')} en tout, et ${one.dit} ${nombreFr(one.nombre)}.`,
                    issue,
                  },
                ],
          ),
          ...(people > 0 && size > people && counts === 'habitants'
            ? [
                {
                  chemin,
                  contre: ['territoire/communes'] as const,
                  message: `le public « ${libelle} » compte ${compte(size, 'membre')} en tout ; le territoire n’a que ${compte(people, 'habitant')}.`,
                  issue,
                },
              ]
            : []),
        ];
      },
    );
    return [...members, ...entendusAuDela(study, people)];
  },
};

export const CHIFFRES_DU_TERRITOIRE = [
  effectifContredit,
  totauxContraires,
  densiteContredite,
  communeEtDepartement,
] as const;
