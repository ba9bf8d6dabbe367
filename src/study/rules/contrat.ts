/** What the contract asks for, counted: a deliverable that falls short must say so. Without such a requirement nothing is asked. */

import { auJour } from '../../texte/dates.js';
import { nombreA } from '../../texte/nombres.js';
import { plusProche } from '../../texte/ordre.js';
import {
  type Attendu,
  attenduDe,
  attenduEnMots,
  contratEnPhrase,
  dansAttendu,
  exigenceDe,
  moisDExperimentation,
  type RegleExigence,
  scenariosComptes,
} from '../contrat.js';
import type { Study } from '../study.js';
import type { Rule } from './rule.js';

/** « le cahier des charges (article 4) en demande 3 ». */
const demande = (study: Study, regle: RegleExigence, attendu: Attendu): string => {
  const ref = exigenceDe(study, regle)?.ref;
  return `${contratEnPhrase(study)}${ref ? ` (${ref})` : ''} en demande ${attenduEnMots(attendu)}`;
};

export const experiencesRetenues: Rule = (study, report) => {
  const { experiences } = study;
  const attendu = attenduDe(exigenceDe(study, 'experiences-comparees'));
  const retenues = experiences.filter(({ retenue, reference_interne }) => retenue && !reference_interne).length;
  if (experiences.length === 0 || !attendu || dansAttendu(retenues, attendu)) return;
  report(
    'experiences-retenues',
    'experiences',
    `${retenues} ${retenues > 1 ? 'expériences sont retenues' : 'expérience est retenue'} ; ${demande(study, 'experiences-comparees', attendu)}.`,
    'Écrivez « retenue: true » ou « retenue: false » dans les fiches voulues.',
  );
};

export const publicSansBesoin: Rule = ({ etude, besoins }, report) => {
  for (const { id, libelle } of besoins.length > 0 ? etude.publics : [])
    if (!besoins.some((besoin) => besoin.public === id))
      report(
        'public-sans-besoin',
        `etude/publics/${id}`,
        `aucun besoin n’est recensé pour le public « ${libelle} ».`,
        'Ajoutez ses besoins à besoins.yaml ; le diagnostic dira sinon qu’ils manquent.',
      );
};

export const domaineSansAction: Rule = ({ etude, actions }, report) => {
  for (const { id, libelle } of actions.length > 0 ? etude.domaines : [])
    if (!actions.some(({ domaines }) => domaines.includes(id)))
      report(
        'domaine-sans-action',
        `etude/domaines/${id}`,
        `aucune action conduite n’est recensée dans le domaine « ${libelle} ».`,
        'Ajoutez-en à actions.yaml ; le diagnostic dira sinon qu’il n’y en a pas.',
      );
};

export const nombreScenarios: Rule = (study, report) => {
  const exigence = exigenceDe(study, 'nombre-scenarios');
  const [n, attendu] = [scenariosComptes(study, exigence), attenduDe(exigence)];
  if (study.scenarios.length === 0 || !attendu || dansAttendu(n, attendu)) return;
  report(
    'nombre-scenarios',
    'scenarios',
    `${n} ${n > 1 ? 'scénarios sont décrits' : 'scénario est décrit'} ; ${demande(study, 'nombre-scenarios', attendu)}.`,
    dansAttendu(n + 1, attendu) && !exigence?.statu_quo
      ? 'Si le contrat compte « ne rien faire » parmi eux, décrivez-le dans « statu_quo » de criteres.yaml, et écrivez « statu_quo: true » à l’exigence.'
      : undefined,
  );
};

export const nombreProjets: Rule = (study, report) => {
  const n = study.projets.length;
  const exact = study.mode_operatoire?.experimentation?.nombre_projets;
  const attendu = exact === undefined ? attenduDe(exigenceDe(study, 'nombre-projets')) : { min: exact, max: exact };
  if (n === 0 || !attendu || dansAttendu(n, attendu)) return;
  report(
    'nombre-projets',
    'projets',
    `${n} ${n > 1 ? 'projets sont décrits' : 'projet est décrit'} ; ${exact === undefined ? demande(study, 'nombre-projets', attendu) : `l’expérimentation en prévoit ${exact}`}.`,
  );
};

export const dureeExperimentation: Rule = (study, report) => {
  const mois = moisDExperimentation(study.mode_operatoire);
  const attendu = attenduDe(exigenceDe(study, 'duree-experimentation'));
  if (mois === null || !attendu || dansAttendu(mois, attendu)) return;
  report(
    'duree-experimentation',
    'mode-operatoire/experimentation',
    `l’expérimentation dure ${mois} mois ; ${demande(study, 'duree-experimentation', attendu)}.`,
  );
};

const STATUTS = { public: 'public', prive: 'privé' } as const;

export const porteursProjets: Rule = (study, report) => {
  const { projets } = study;
  if (projets.length < 2) return;
  const present = new Set(projets.map(({ porteur }) => porteur.statut));
  for (const statut of exigenceDe(study, 'nombre-projets')?.porteurs ?? [])
    if (!present.has(statut))
      report(
        'porteurs-projets',
        'projets',
        `aucun projet n’a de porteur ${STATUTS[statut]} ; ${contratEnPhrase(study)} en demande.`,
      );
  if (new Set(projets.flatMap(({ domaines }) => domaines)).size === 1 && study.etude.domaines.length > 1)
    report('porteurs-projets', 'projets', 'tous les projets relèvent du même domaine : ils ne se complètent pas.');
};

/** Weights are shares of 100: another total is most often a criterion added or removed without a second look at the others. */
const TOTAL = 100;

export const poidsCriteres: Rule = ({ criteres }, report) => {
  if (!criteres || (criteres.methode_poids ?? 'direct') !== 'direct') return;
  const total = criteres.criteres.reduce((sum, { poids }) => sum + poids, 0);
  if (Math.abs(total - TOTAL) < 0.01 || Math.abs(total - 1) < 0.0001) return;
  report(
    'poids-criteres',
    'criteres/criteres',
    `les poids des critères font ${nombreA(total, 2)} ; ils devraient faire 100. Ils seront ramenés à 100 en proportion.`,
  );
};

/** Weights of which one at least is that of a share of 100: those of a scale of a few points (2, 1, 1) have no total of their own. */
const PART_DE_CENT = 10;

export const poidsPriorites: Rule = ({ priorites }, report) => {
  const poids = Object.values(priorites?.poids ?? {});
  const total = poids.reduce((sum, one) => sum + one, 0);
  if (Math.max(0, ...poids) < PART_DE_CENT || Math.abs(total - TOTAL) < 0.01) return;
  report(
    'poids-priorites',
    'priorites/poids',
    `les poids des priorités font ${nombreA(total, 2)} ; ils devraient faire 100. Ils seront ramenés à 100 en proportion.`,
  );
};

/** Deliverables that the program draws from the inventories, and what an inventory must hold for that. */
const TIRES: readonly { id: string; titre: string; du: string; ici(study: Study): boolean }[] = [
  { id: 'diagnostic', titre: 'Diagnostic', du: 'du diagnostic', ici: () => true },
  {
    id: 'scenarios',
    titre: 'Scénarios',
    du: 'du livrable des scénarios',
    ici: ({ scenarios }) => scenarios.length > 0,
  },
  {
    id: 'mode-operatoire',
    titre: 'Mode opératoire',
    du: 'du mode opératoire',
    ici: ({ mode_operatoire: mode }) => mode !== null,
  },
  {
    id: 'fiches-projets',
    titre: 'Fiches des projets',
    du: 'des fiches des projets',
    ici: ({ projets }) => projets.length > 0,
  },
  {
    id: 'bilan',
    titre: 'Bilan',
    du: 'du bilan',
    ici: ({ projets }) => projets.some(({ evaluation }) => evaluation !== undefined),
  },
];

/** A deliverable speaks at its date: one that the study gives without saying when, or under a name that the program does not know. */
export const livrableSansDate: Rule = (study, report) => {
  const listed = study.etude.livrables ?? [];
  const lacking = TIRES.filter(({ id }) => !listed.some((one) => one.id === id));
  const meant = new Set<string>();
  for (const { id, titre } of listed) {
    if (TIRES.some((one) => one.id === id)) continue;
    const near = plusProche(
      id,
      lacking.map((one) => one.id),
    );
    if (near === undefined) continue;
    meant.add(near);
    report(
      'livrable-sans-date',
      `etude/livrables/${id}/id`,
      `« ${titre} » porte l’identifiant « ${id} », que la commande ne construit pas.`,
      `Écrivez « ${near} » s’il s’agit de celui-là, ici et partout où l’étude nomme ce livrable.`,
    );
  }
  for (const { id, titre, du, ici } of lacking)
    if (!meant.has(id) && ici(study))
      report(
        'livrable-sans-date',
        'etude',
        `« livrables » ne donne pas la date ${du} : il parlera ${auJour(study.etude.date)}, date de l’étude.`,
        `Ajoutez à « livrables » : { id: ${id}, titre: ${titre}, date: … }.`,
      );
};
