/** Targets without measure with the plan, the territory or the point from which they start. */
import { max, sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compte, quantiteFr } from '../../../../texte/accords.js';
import { anterieur, leJour, moisAbsolu } from '../../../../texte/dates.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { motsDe } from '../../../../texte/quantites-ecrites.js';
import { fourchette } from '../../../montants.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { grandeurDe, sansRythme } from '../../grandeurs.js';
import { estUnCumul } from '../../mesures.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { sorteDUnite } from '../../unites.js';

/** An indicator of the dispositif or of a project. */
interface Vise {
  chemin: string;
  libelle: string;
  unite: string;
  initial?: number | undefined;
  cible: number;
  sens?: 'max' | 'min' | undefined;
  calcul?: string | undefined;
  mesures?: readonly { date: string; valeur: number }[] | undefined;
}

const duDispositif = ({ mode_operatoire: mode }: Study): Vise[] =>
  (mode?.indicateurs ?? []).map((one) => ({ ...one, chemin: `mode_operatoire/indicateurs/${one.id}` }));

const desProjets = ({ projets }: Study): Vise[] =>
  projets.flatMap(({ id, indicateurs = [] }) =>
    indicateurs.map((one, i) => ({ ...one, chemin: `projets/${id}/indicateurs/${i + 1}` })),
  );

/** What bounds a target, and where the study says so. */
interface Borne {
  most: number;
  chemin: string;
  /** « le plan n’en compte que … » */
  dit: string;
}

/** How many times the plan, or a key figure, a target may be before it is out of scale. */
const DEMESURE = 2;

/** What the scenario does in a year of the modality that is counted in the unit of the indicator, for an experimentation that lasts no longer. */
function duPlan(study: Study, { unite }: Vise): Borne | null {
  const scenario = scenarioDecrit(study);
  const { debut, fin } = study.mode_operatoire?.experimentation ?? {};
  if (!scenario || debut === undefined || fin === undefined || moisAbsolu(fin) - moisAbsolu(debut) > 12) return null;
  const [word, ...others] = motsDe(unite);
  const same = scenario.modalites.filter((one) => motsDe(one.unite).join(' ') === word);
  const [only] = same;
  if (!only || same.length > 1 || others.length > 0) return null;
  const volume = fourchette(only.volume_annuel).max;
  return {
    most: DEMESURE * volume,
    chemin: `scenarios/${scenario.id}/modalites/${only.id ?? scenario.modalites.indexOf(only) + 1}`,
    dit: `le scénario en fait ${nombreFr(volume)} par an`,
  };
}

/** What the projects aim at together, for an indicator that is their sum, once all those that the experimentation takes are described. */
function desQuiLAlimentent({ projets, mode_operatoire: mode }: Study, { chemin, unite, calcul }: Vise): Borne | null {
  const planned = mode?.experimentation?.nombre_projets;
  const fed = projets.flatMap(({ id, indicateurs = [] }) =>
    indicateurs.flatMap((one, i) =>
      chemin === `mode_operatoire/indicateurs/${one.alimente}` && one.unite === unite
        ? [{ cible: one.cible, chemin: `projets/${id}/indicateurs/${i + 1}` }]
        : [],
    ),
  );
  const [first] = fed;
  const total = sum(fed, ({ cible }) => cible);
  return calcul !== 'somme-projets' || !first || planned === undefined || projets.length < planned
    ? null
    : {
        most: DEMESURE * total,
        chemin: first.chemin,
        dit: `${fed.length > 1 ? 'les projets qui l’alimentent visent' : 'le projet qui l’alimente vise'} ${nombreFr(total)}`,
      };
}

/** The key figures of the same matter, in a unit that compares: « Laine triée » and « Laine de tonte par an ». */
function duTerritoire({ territoire }: Study, { libelle, unite }: Vise): Borne | null {
  const own = grandeurDe(unite);
  const [head] = motsDe(libelle);
  if (!own || head === undefined) return null;
  const figures = (territoire.chiffres_cles ?? []).flatMap((one) => {
    const theirs = grandeurDe(one.unite ?? '');
    return typeof one.valeur === 'number' && theirs?.dimension === own.dimension && motsDe(one.libelle)[0] === head
      ? [{ ...one, worth: (one.valeur * theirs.facteur) / own.facteur }]
      : [];
  });
  const most = max(figures, ({ worth }) => worth);
  const largest = figures.find(({ worth }) => worth === most);
  if (most === undefined || !largest) return null;
  return {
    most: DEMESURE * most,
    chemin: `territoire/chiffres_cles/${largest.id}`,
    dit: `« ${largest.libelle} » est de ${quantiteFr(Number(largest.valeur), largest.unite ?? '')}`,
  };
}

/** People and communes of the territory; those who come from elsewhere are not of it. */
const D_AILLEURS = /visit|touris|spectat|frequent|passage|entree|vue|connexion|abonne|voisin|exterieur|ailleurs/;

function desHabitants({ territoire }: Study, { libelle, unite }: Vise): Borne | null {
  const sort = sorteDUnite(unite);
  if ((sort !== 'habitants' && sort !== 'communes') || D_AILLEURS.test(phraseNue(`${libelle} ${unite}`))) return null;
  const official = (territoire.chiffres_cles ?? []).flatMap(({ mesure, valeur }) =>
    mesure === (sort === 'habitants' ? 'population' : 'communes') && typeof valeur === 'number' ? [valeur] : [],
  );
  const people = territoire.communes.some(({ population }) => !population)
    ? 0
    : sum(territoire.communes, ({ population }) => population);
  const most = Math.max(sort === 'habitants' ? people : territoire.communes.length, ...official);
  return most > 0
    ? {
        most,
        chemin: 'territoire/communes',
        dit: `le territoire n’a que ${compte(most, sort === 'habitants' ? 'habitant' : 'commune')}`,
      }
    : null;
}

export const cibleDemesuree: RegleCoherence = {
  code: 'cible-demesuree',
  gravite: 'attention',
  titre: 'La cible d’un indicateur est sans mesure avec le plan, ou avec le territoire.',
  explication:
    'La cible d’un indicateur (« cible ») dont l’unité est celle d’une modalité du scénario (« passages », « ateliers ») n’est pas plus du double de ce qu’elle fait en un an (« volume_annuel »), quand l’expérimentation ne dure pas plus, ni, pour une somme des projets (« calcul: somme-projets »), plus du double de ce qu’ils visent ensemble, s’ils sont tous décrits. Celle qui se pèse ou se mesure (« kg », « hectares ») n’est pas plus du double du plus grand chiffre clé de la même matière, celle qui ouvre les deux libellés (« Laine triée », « Laine de tonte »), les unités converties. Celle qui compte des habitants, des personnes ou des communes n’en compte pas plus que le territoire, sauf de ceux qui viennent d’ailleurs (visiteurs, communes voisines).',
  livrables: ['mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: ({ study }) =>
    [...duDispositif(study), ...desProjets(study)].flatMap((one): Contradiction[] => {
      const { chemin, libelle, unite, cible, sens } = one;
      if (sens === 'min') return [];
      const plan = chemin.startsWith('mode') ? duPlan(study, one) : null;
      const bound = [plan, desQuiLAlimentent(study, one), duTerritoire(study, one), desHabitants(study, one)].find(
        (borne) => borne !== null && borne.most > 0 && cible > borne.most,
      );
      return bound
        ? [
            {
              chemin: `${chemin}/cible`,
              contre: [bound.chemin],
              message: `« ${libelle} » vise ${quantiteFr(cible, unite)} ; ${bound.dit}.`,
              issue: 'Corrigez la cible, son unité, ou ce qui la borne.',
            },
          ]
        : [];
    }),
};

export const cibleDejaAtteinte: RegleCoherence = {
  code: 'cible-deja-atteinte',
  gravite: 'attention',
  titre: 'La cible d’un indicateur est atteinte avant que rien n’ait commencé.',
  explication:
    'Ce qu’un indicateur dit fait (« Haies plantées ») ne part pas de sa cible (« initial », « cible ») : il n’y aurait rien à faire. Un indicateur du dispositif, quel qu’il soit, n’a pas de mesure d’avant le premier jour de l’expérimentation (« experimentation.debut ») qui atteigne sa cible. Une cible en deçà du départ est relevée par « cible-en-recul ».',
  livrables: ['mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: ({ study }) => {
    const debut = study.mode_operatoire?.experimentation?.debut;
    const reached = ({ sens, cible, mesures = [], unite, libelle, chemin }: Vise): Contradiction[] =>
      mesures.flatMap(({ date, valeur }, i): Contradiction[] =>
        debut === undefined || !anterieur(date, debut) || (sens === 'min' ? valeur > cible : valeur < cible)
          ? []
          : [
              {
                chemin: `${chemin}/mesures/${i + 1}`,
                contre: ['mode_operatoire/experimentation/debut', `${chemin}/cible`],
                message: `« ${libelle} » vise ${quantiteFr(cible, unite)}, et en est à ${nombreFr(valeur)} ${leJour(date)}, avant l’expérimentation (${leJour(debut)}).`,
                issue: 'Corrigez la cible, ou la date de la mesure.',
              },
            ],
      );
    return [
      ...duDispositif(study).flatMap(reached),
      ...[...duDispositif(study), ...desProjets(study)].flatMap((one): Contradiction[] =>
        one.initial !== one.cible || one.cible === 0 || !estUnCumul(one)
          ? []
          : [
              {
                chemin: `${one.chemin}/cible`,
                contre: [`${one.chemin}/initial`],
                message: `« ${one.libelle} » part de ${quantiteFr(one.cible, one.unite)}, et c’est sa cible.`,
                issue: 'Corrigez la cible, ou le point de départ.',
              },
            ],
      ),
    ];
  },
};

/** « Laine triée (en tonnes) », « Surface isolée, en m² »: the unit that a label says. */
const UNITE_DITE = /(?:\((?:en )?|,? en )([a-z0-9²³]+(?: (?:carres?|cubes?|lineaires?))?)\)?$/;

export const uniteDuLibelle: RegleCoherence = {
  code: 'unite-du-libelle',
  gravite: 'attention',
  titre: 'Un libellé dit une autre unité que la sienne.',
  explication:
    'Un indicateur ou un chiffre clé dont le libellé finit par son unité (« Laine triée (en tonnes) », « Surface isolée, en m² ») a celle-là dans « unite ». La règle ne compare que ce qui se pèse ou se mesure : masses, longueurs, surfaces, volumes, énergies.',
  livrables: ['diagnostic', 'mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: ({ study }) =>
    [
      ...duDispositif(study),
      ...desProjets(study),
      ...(study.territoire.chiffres_cles ?? []).flatMap(({ id, libelle, unite }) =>
        unite === undefined ? [] : [{ chemin: `territoire/chiffres_cles/${id}`, libelle, unite }],
      ),
    ].flatMap(({ chemin, libelle, unite }): Contradiction[] => {
      const [, said] = UNITE_DITE.exec(sansRythme(libelle)) ?? [];
      const [told, own] = [said === undefined ? null : grandeurDe(said), grandeurDe(unite)];
      if (!told || !own || (told.dimension === own.dimension && told.facteur === own.facteur)) return [];
      return [
        {
          chemin: `${chemin}/unite`,
          contre: [`${chemin}/libelle`],
          message: `« ${libelle} » se compte en « ${unite} ».`,
          issue: 'Accordez le libellé et l’unité.',
        },
      ];
    }),
};

export const CIBLES_DEMESUREES = [cibleDemesuree, cibleDejaAtteinte, uniteDuLibelle] as const;
