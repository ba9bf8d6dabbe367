/** What the contract asks for, counted: a deliverable that falls short must say so. Without such a requirement nothing is asked. */
import {
  type Attendu,
  attenduDe,
  attenduEnMots,
  contratEnPhrase,
  dansAttendu,
  exigenceDe,
  type RegleExigence,
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
  const n = study.scenarios.length;
  const attendu = attenduDe(exigenceDe(study, 'nombre-scenarios'));
  if (n === 0 || !attendu || dansAttendu(n, attendu)) return;
  report(
    'nombre-scenarios',
    'scenarios',
    `${n} ${n > 1 ? 'scénarios sont décrits' : 'scénario est décrit'} ; ${demande(study, 'nombre-scenarios', attendu)}.`,
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
    `les poids des critères font ${Math.round(total * 100) / 100} ; ils devraient faire 100. Ils seront ramenés à 100 en proportion.`,
  );
};

export const livrableSansDate: Rule = ({ etude }, report) => {
  if (etude.livrables?.some(({ id }) => id === 'diagnostic')) return;
  report(
    'livrable-sans-date',
    'etude',
    `« livrables » ne donne pas la date du diagnostic : il parlera au ${etude.date}, date de l’étude.`,
    'Ajoutez à « livrables » : { id: diagnostic, titre: Diagnostic, date: … }.',
  );
};
