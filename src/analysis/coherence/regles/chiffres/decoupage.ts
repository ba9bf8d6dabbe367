/** How the territory is cut up, against the calendar and the map: a vintage of the future, a commune among those of another intercommunality. */

import { group } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { anneeDe, duJour } from '../../../../texte/dates.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** What a limit of the study is about, when it is of the vintage. */
const DU_DECOUPAGE = /population|découpage|millésime|communes?\b/i;

/** « projection 2030 », « horizon 2050 » are of no census. */
const PROJETE = /(?:projections?|horizons?|scénario|prospective)[^.;,]*/gi;

export const millesimePosterieur: RegleCoherence = {
  code: 'millesime-posterieur',
  gravite: 'attention',
  titre: 'Les populations sont d’une année qui suit l’étude, ou le diagnostic qui les imprime.',
  explication:
    'Le millésime du découpage et des populations (« millesime » de territoire.yaml) ne donne pas d’année après celle de l’étude (« date » de etude.yaml), ni après celle du diagnostic (« livrables » de etude.yaml), que l’on referait autrement avec ce que personne ne connaissait alors. L’année d’une projection (« projection 2030 ») n’est pas comparée ; une limite de l’étude (« limites ») qui nomme cette année et les populations le dit au lecteur, et suffit pour le diagnostic.',
  livrables: ['diagnostic'],
  verifier: ({ study }) => {
    const { etude, territoire } = study;
    const told = [
      ...String(territoire.millesime)
        .replace(PROJETE, '')
        .matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g),
    ].map(([one]) => Number(one));
    const after = (date: string): number | undefined => {
      const year = anneeDe(date);
      return told.find((one) => year !== null && one > year);
    };
    const chemin = 'territoire/millesime';
    const late = after(etude.date);
    if (late !== undefined)
      return [
        {
          chemin,
          contre: ['etude/date'],
          message: `le découpage et les populations sont de ${late} ; l’étude est de ${anneeDe(etude.date)}.`,
          issue: 'Corrigez le millésime, ou la date de l’étude.',
        },
      ];
    const printed = etude.livrables?.find(({ id }) => id === 'diagnostic');
    const soon = printed && after(printed.date);
    const admitted = etude.limites?.some((one) => one.includes(String(soon)) && DU_DECOUPAGE.test(one));
    return printed === undefined || soon === undefined || admitted
      ? []
      : [
          {
            chemin,
            contre: ['etude/livrables/diagnostic/date'],
            message: `le découpage et les populations sont de ${soon} ; le diagnostic, qui les imprime, est ${duJour(printed.date)}.`,
            issue: `Donnez ceux que l’on connaissait alors, ou dites dans « limites » (etude.yaml) que les populations sont de ${soon}.`,
          },
        ];
  },
};

type Commune = Study['territoire']['communes'][number];
interface Placee {
  commune: Commune;
  x: number;
  y: number;
}

/** Nearest neighbours that are looked at, and communes below which an intercommunality has no shape. */
const VOISINES = 8;
const ASSEZ = 4;
/** So much farther from the middle of its own than the farthest of the others. */
const HORS = 1.2;

const placee = (commune: Commune): Placee[] =>
  commune.lon === undefined || commune.lat === undefined
    ? []
    : [{ commune, x: commune.lon * Math.cos((commune.lat * Math.PI) / 180), y: commune.lat }];

const ecart = (a: Pick<Placee, 'x' | 'y'>, b: Pick<Placee, 'x' | 'y'>): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The middle of some communes. */
const milieu = (all: readonly Placee[]): Pick<Placee, 'x' | 'y'> => ({
  x: all.reduce((sum, { x }) => sum + x, 0) / all.length,
  y: all.reduce((sum, { y }) => sum + y, 0) / all.length,
});

/** The one of a group that may not be of it: much farther from the middle of the others than any of them. */
function aLEcart(all: readonly Placee[]): Placee | null {
  if (all.length < ASSEZ) return null;
  const centre = milieu(all);
  const [far, ...others] = [...all].sort((a, b) => ecart(b, centre) - ecart(a, centre));
  if (!far) return null;
  const middle = milieu(others);
  const reach = Math.max(...others.map((one) => ecart(one, middle)));
  return ecart(far, middle) > HORS * reach ? far : null;
}

export const communeDUnAutreEpci: RegleCoherence = {
  code: 'commune-d-un-autre-epci',
  gravite: 'attention',
  titre: 'Une commune est au milieu d’une autre intercommunalité que la sienne.',
  explication:
    'Une intercommunalité à fiscalité propre est d’un seul tenant (code général des collectivités territoriales, articles L5214-1, L5216-1, L5215-1). Une commune plus loin du milieu de la sienne (« epci ») qu’aucune autre, et dont les huit plus proches sont toutes d’une seule autre, a le numéro de celle-ci, ou d’autres coordonnées (« lon », « lat »).',
  livrables: ['diagnostic'],
  verifier: ({ study: { territoire } }) => {
    const all = territoire.communes.flatMap(placee);
    const known = all.filter(({ commune }) => commune.epci !== undefined);
    const parEpci = group(known, ({ commune }) => commune.epci);
    const nom = (siren: string | undefined): string =>
      (territoire.epci ?? []).find((one) => one.siren === siren)?.nom ?? siren ?? '';
    return [...parEpci.values()].flatMap((own): Contradiction[] => {
      const far = aLEcart(own);
      if (!far) return [];
      const near = all
        .filter((one) => one !== far)
        .sort((a, b) => ecart(a, far) - ecart(b, far))
        .slice(0, VOISINES);
      const [first] = near;
      const other = first?.commune.epci;
      if (!first || near.length < VOISINES || other === undefined || other === far.commune.epci) return [];
      if (near.some(({ commune }) => commune.epci !== other)) return [];
      return [
        {
          chemin: `territoire/communes/${far.commune.code}/epci`,
          contre: [`territoire/communes/${first.commune.code}/epci`],
          message: `« ${far.commune.nom} » est dite de « ${nom(far.commune.epci)} » ; les huit communes les plus proches sont de « ${nom(other)} ».`,
          issue: 'Corrigez l’intercommunalité de la commune, ou ses coordonnées.',
        },
      ];
    });
  },
};

export const DECOUPAGE = [millesimePosterieur, communeDUnAutreEpci] as const;
