/** Indicators of the service that a scenario renders: means, workload, coverage, risks, partners. */

import { compte } from '../../../texte/accords.js';
import {
  auMoins,
  divise,
  fois,
  min,
  nombre,
  nombreOu,
  SANS_VALEUR,
  si,
  somme,
  UN,
  vide,
  ZERO,
} from '../../formules/formule.js';
import { compteLesDemandes, tauxDeCharge } from '../depenses-et-charge/charge.js';
import { joursDesOutils } from '../depenses-et-charge/jours-des-outils.js';
import { cout } from './couts.js';
import { couplesAttendus } from './couverture.js';
import { type DefinitionIndicateur, type IdIndicateur, parmi } from './indicateurs.js';
import { coupleServi, rangEngagement } from './inventaires.js';

export const INDICATEURS_SERVICE = {
  etp_total: { libelle: 'Équivalents temps plein', unite: 'ETP', formule: ({ m, k }) => m.lire(k.total('etp')) },
  demandes_annuelles: {
    libelle: 'Demandes reçues par an',
    unite: 'demandes/an',
    // A scenario that counts none has no measure of them.
    formule: ({ m, k, scenario }) =>
      compteLesDemandes(scenario) ? m.lire(k.total('demandes_croisiere')) : SANS_VALEUR,
    precision: () => 'en rythme de croisière, volumes les plus probables',
  },
  charge_sur_capacite: {
    libelle: 'Charge sur capacité',
    unite: 'part',
    formule: ({ m, k, years }) => tauxDeCharge(m, k, years),
    precision: ({ study, scenario }) => {
      const apart = Math.round(joursDesOutils(scenario, study.outils).horsModalites);
      const left = apart > 0 ? ` ; sans ${compte(apart, 'jour')} par an d’outils, hors des modalités` : '';
      return `jours demandés ÷ jours disponibles, l’année et le côté où elle est la plus haute${left}`;
    },
  },
  demandes_servies: {
    libelle: 'Part des demandes attendues que les moyens permettent de servir',
    unite: 'part',
    // Beyond the capacity, requests are served in proportion of the days that there are; a scenario that counts none has no measure of it.
    formule: ({ m, k, years, scenario }) => {
      const load = nombreOu(m.lire(k.indicateur('charge_sur_capacite')), nombre(1e9));
      return years === 0 || !compteLesDemandes(scenario)
        ? SANS_VALEUR
        : divise(
            fois(
              min([m.lire(k.total('demandes_croisiere')), m.lire(k.total('demandes_attendues'))]),
              min([UN, divise(UN, load, UN)]),
            ),
            m.lire(k.total('demandes_attendues')),
            SANS_VALEUR,
          );
    },
  },
  service_rendu_annuel: {
    libelle: 'Services rendus par an',
    unite: 'services/an',
    // A study that flags no service has no measure of it.
    formule: ({ m, k, scenario: { modalites } }) =>
      modalites.some(({ service_rendu: served }) => served) ? m.lire(k.total('service_rendu')) : SANS_VALEUR,
    precision: () => 'en rythme de croisière, volumes les plus probables',
  },
  cout_par_service: {
    libelle: 'Coût par service rendu',
    unite: '€/service',
    formule: (x) => divise(cout(x), x.m.lire(x.k.total('services_periode')), SANS_VALEUR),
  },
  couverture_fonctions_domaines: {
    libelle: 'Fonctions couvertes dans les domaines servis d’abord',
    unite: 'part',
    formule: ({ m, k, scenario, study }) => {
      const pairs = couplesAttendus(study, scenario).length;
      return divise(
        somme(
          parmi(Array.from({ length: pairs }), (_, c) => coupleServi(m, k, c)),
          'couples fonction × domaine servi d’abord qu’un rôle assure',
        ),
        nombre(pairs),
        SANS_VALEUR,
      );
    },
  },
  couverture_besoins: {
    libelle: 'Besoins visés',
    unite: 'part',
    precision: () =>
      'importance des besoins dont le public et un domaine au moins sont servis d’abord ÷ celle de tous ; les moyens d’y répondre n’y entrent pas',
    formule: ({ m, k }) => divise(m.lire(k.total('besoins_servis')), m.lire(k.total('besoins')), SANS_VALEUR),
  },
  risque_moyen: {
    libelle: 'Risque moyen',
    unite: 'points sur 25',
    formule: ({ m, k, scenario: { risques = [] } }) =>
      risques.length === 0
        ? SANS_VALEUR
        : divise(
            somme(
              risques.map((_, r) => fois(m.lire(k.risque('probabilite', r)), m.lire(k.risque('gravite', r)))),
              'probabilité × gravité de chaque risque',
            ),
            nombre(risques.length, risques.length < 2 ? 'risque' : 'risques'),
            ZERO,
          ),
  },
  delai_mise_en_place: {
    libelle: 'Délai de mise en place',
    unite: 'mois',
    formule: ({ m, k }) => si(vide(m.lire(k.total('delai'))), SANS_VALEUR, m.lire(k.total('delai'))),
  },
  part_partenaires_engages: {
    libelle: 'Partenaires volontaires ou engagés',
    unite: 'part',
    formule: ({ m, k, scenario }) => {
      const partners = scenario.partenaires.flatMap(({ role }, p) => (role === 'financeur' ? [] : [p]));
      return partners.length === 0
        ? SANS_VALEUR
        : divise(
            somme(
              partners.map((p) => si(auMoins(rangEngagement(m.lire(k.engagement(p))), nombre(3)), UN, ZERO)),
              'partenaires volontaires ou engagés',
            ),
            nombre(partners.length),
            ZERO,
          );
    },
    precision: ({ scenario }) =>
      `${compte(scenario.partenaires.filter(({ role }) => role !== 'financeur').length, 'partenaire', 'partenaires', 'aucun partenaire')}, financeurs non comptés`,
  },
  population_couverte: {
    libelle: 'Population couverte',
    unite: 'hab.',
    formule: ({ m, k }) => m.lire(k.total('population')),
  },
} satisfies Partial<Record<IdIndicateur, DefinitionIndicateur>>;
