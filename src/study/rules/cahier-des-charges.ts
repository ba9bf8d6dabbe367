/** What the contract's text (CCTP) asks for, counted: a deliverable that falls short must say so. */
import type { Rule } from './rule.js';

export const experiencesRetenues: Rule = ({ experiences }, report) => {
  const retenues = experiences.filter(({ retenue, reference_interne }) => retenue && !reference_interne).length;
  if (experiences.length === 0 || retenues === 2 || retenues === 3) return;
  report(
    'experiences-retenues',
    'experiences',
    `${retenues} ${retenues > 1 ? 'expériences sont retenues' : 'expérience est retenue'} ; le cahier des charges en demande deux ou trois.`,
    'Écrivez « retenue: true » ou « retenue: false » dans les fiches voulues.',
  );
};

export const publicSansBesoin: Rule = ({ etude, besoins }, report) => {
  for (const { id, libelle } of besoins.length > 0 ? etude.publics : [])
    if (!besoins.some((besoin) => besoin.public === id))
      report(
        'public-sans-besoin',
        `etude/publics/${id}`,
        `aucun besoin n’est recensé pour le public « ${libelle} » ; le cahier des charges demande ceux de chaque public.`,
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

/** CCTP, II, 2-b, phase 2. */
const SCENARIOS = 3;

export const troisScenarios: Rule = ({ scenarios }, report) => {
  if (scenarios.length === 0 || scenarios.length === SCENARIOS) return;
  report(
    'trois-scenarios',
    'scenarios',
    `${scenarios.length} ${scenarios.length > 1 ? 'scénarios sont décrits' : 'scénario est décrit'} ; le cahier des charges en demande ${SCENARIOS}.`,
  );
};

/** CCTP, II, 2-c: the number of projects, unless the mode opératoire sets another. */
const PROJETS = 5;

export const cinqProjets: Rule = ({ projets, mode_operatoire }, report) => {
  const attendus = mode_operatoire?.experimentation?.nombre_projets ?? PROJETS;
  if (projets.length === 0 || projets.length === attendus) return;
  report(
    'cinq-projets',
    'projets',
    `${projets.length} ${projets.length > 1 ? 'projets sont décrits' : 'projet est décrit'} ; l’expérimentation en prévoit ${attendus}.`,
  );
};

/** The projects must differ in their bearer (private, public) and in their domain (CCTP, II, 2-c). */
export const porteursProjets: Rule = ({ projets }, report) => {
  if (projets.length < 2) return;
  const statuts = new Set(projets.map(({ porteur }) => porteur.statut));
  const domaines = new Set(projets.flatMap((projet) => projet.domaines));
  if (statuts.size === 1)
    report(
      'porteurs-projets',
      'projets',
      `tous les projets ont un porteur ${statuts.has('prive') ? 'privé' : 'public'} ; le cahier des charges en demande des deux sortes.`,
    );
  if (domaines.size === 1)
    report(
      'porteurs-projets',
      'projets',
      'tous les projets relèvent du même domaine ; le cahier des charges les demande complémentaires.',
    );
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
