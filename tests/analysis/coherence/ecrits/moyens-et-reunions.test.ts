/** Partners, tools and meetings that a sentence counts; what it says of the trial, of what goes on and of what was measured: true sentences stay silent. */
import { expect, it } from 'vitest';
import { reunionsComptees } from '../../../../src/analysis/coherence/ecrits/dates/reunions.js';
import type { Lecteur } from '../../../../src/analysis/coherence/ecrits/lecteur.js';
import { moyensComptes } from '../../../../src/analysis/coherence/ecrits/moyens-comptes.js';
import { comptesEcrits } from '../../../../src/analysis/coherence/regles/chiffres/comptes-ecrits.js';
import {
  lancementEcrit,
  suiteDUnAutre,
} from '../../../../src/analysis/coherence/regles/decisions/textes-du-lancement.js';
import { deviseEcrite } from '../../../../src/analysis/coherence/regles/diagnostic/monnaies.js';
import { mesureDuJour } from '../../../../src/analysis/coherence/regles/realisation/mesures-ecrites.js';
import type { Study } from '../../../../src/study/study.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { etude, experience } from '../../small-study.js';
import { duMode, mare, projet, relevees, reunion } from '../told.js';

const tells = (lire: Lecteur, ou: string, phrases: readonly string[]): string[] =>
  phrases.filter((phrase) => lire(phrase, ou).length > 0);

it('partners and tools are no more than those of the scenario', () => {
  // The bearer and two partners, two tools.
  const study = duMode(
    {},
    {
      partenaires: [mare, { ...mare, acteur: 'b' }],
      outils: [{ outil: 'x' }, { outil: 'y' }],
    },
  ) as unknown as Study;
  const fausses = [
    'Un animateur réunit les neuf partenaires du scénario.',
    'Un réseau de quatorze partenaires, animé par le syndicat',
    'Réunir les quatre partenaires signataires chaque mois',
    'Tenir les trois outils du scénario',
  ];
  expect(tells(moyensComptes(study), 'mode_operatoire/resume', fausses)).toEqual(fausses);
  expect(tells(moyensComptes(study), 'scenarios/0', fausses)).toEqual(fausses);
  expect(
    tells(moyensComptes(study), 'mode_operatoire/resume', [
      'Réunir les deux partenaires',
      'Réunir les trois partenaires du réseau',
      'Écrire aux douze partenaires possibles',
      'Relire avec les neuf partenaires financiers',
      'Tenir les deux outils du scénario',
      'Choisir parmi les neuf outils recensés',
      'Deux des neuf partenaires ont répondu',
      'Un partenaire sur neuf partenaires',
      'Neuf partenaires ont été rencontrés',
      'Un réseau de communes et neuf partenaires',
    ]),
  ).toEqual([]);
  expect(tells(moyensComptes(study), 'evaluation/limites', fausses)).toEqual([]);
  expect(tells(moyensComptes(etude()), 'mode_operatoire/resume', fausses)).toEqual([]);
});

it('meetings of the committee are as many as the journal holds', () => {
  const held = (etat: string, type: string, i: number) => reunion(`r${i}`, `2018-0${i + 1}-05`, { etat, type });
  const study = {
    ...etude(),
    reunions: [
      held('tenue', 'copil', 0),
      held('tenue', 'copil', 1),
      held('tenue', 'bilan', 2),
      held('annulee', 'copil', 3),
      held('tenue', 'comite-technique', 4),
    ],
  } as unknown as Study;
  const fausses = [
    'Le comité de pilotage s’est réuni sept fois.',
    'Depuis le début, le comité de pilotage s’est réuni sept fois.',
    'Le COPIL a tenu cinq séances ; la suite reste à voir.',
  ];
  expect(tells(reunionsComptees(study), 'evaluation/limites', fausses)).toEqual(fausses);
  const vraies = [
    'Le comité de pilotage s’est réuni trois fois.',
    'Le comité de pilotage s’est réuni deux fois.',
    'En 2016, le comité de pilotage s’est réuni sept fois.',
    'Le comité de pilotage s’est réuni sept fois en 2016.',
    'Le comité de pilotage du programme s’est réuni sept fois.',
    'Le comité syndical s’est réuni sept fois.',
    'Le comité de pilotage s’est réuni sept fois, cadrage compris.',
    'Le comité de pilotage ne s’est pas réuni sept fois.',
    'Le comité de pilotage aura lieu quatre fois par an.',
  ];
  expect(tells(reunionsComptees(study), 'evaluation/limites', vraies)).toEqual([]);
  const [autre] = fausses;
  expect([
    tells(reunionsComptees(etude()), 'evaluation/limites', fausses),
    tells(reunionsComptees(study), 'scenarios/0', ['Le comité de pilotage s’est réuni une fois.', autre ?? '']),
  ]).toEqual([[], [autre]]);
  expect(
    tells(reunionsComptees({ ...study, reunions: study.reunions.slice(0, 4) } as Study), 'reunions/r1', [
      'Le comité de pilotage s’est réuni deux fois.',
    ]),
  ).toEqual([]);
});

it('a title says how many the deliverable holds', () => {
  const of = (titre: string) => {
    const study = etudeAvecScenarios([scenario('a'), scenario('b'), scenario('c')]);
    return { ...study, etude: { ...study.etude, livrables: [{ id: 'scenarios', titre, date: '2018-02' }] } };
  };
  expect(
    relevees(comptesEcrits, of, 'Deux scénarios pour l’eau', [
      'Trois scénarios pour l’eau',
      'Les trois scénarios',
      'Deux premiers scénarios',
      'Scénarios',
      'Priorités et trois scénarios',
      'Deux vallées, trois scénarios',
    ]),
  ).toEqual([]);
});

it('a decision launches the trial when it begins', () => {
  const of = (texte: string, rest: object = {}) => ({
    ...duMode({ experimentation: { debut: '2018-09', fin: '2019-08', appel_du: '2018-07-02' } }),
    reunions: [
      reunion('r', '2018-06-05', { decisions: [{ objet: 'Essai', texte, lance: 'P2', statut: 'valide', ...rest }] }),
    ],
  });
  expect(
    relevees(lancementEcrit, of, 'L’essai est lancé à partir de juin 2018.', [
      'L’essai est lancé à partir de septembre 2018.',
      'L’essai est lancé à compter du 3 septembre 2018.',
      'L’appel est ouvert dès juillet 2018.',
      'L’essai est lancé ; le bilan de juin 2019 dira la suite.',
      'L’essai est lancé pour un an.',
      'L’essai est lancé pour un an ; l’appel paraît à partir d’avril 2018.',
    ]),
  ).toEqual([]);
  expect(
    relevees(
      lancementEcrit,
      (texte) => of(texte, texte.startsWith('x') ? { lance: undefined } : {}),
      'L’essai est lancé à partir de juin 2018.',
      ['x à partir de juin 2018.'],
    ),
  ).toEqual([]);
});

it('what continues is what was tried', () => {
  const of = (resume: string, option = 'continuer') => ({
    ...etudeAvecScenarios([scenario('a', { titre: 'Réseau animé' }), scenario('b', { titre: 'Atelier intégré' })]),
    mode_operatoire: { scenario: 'a', parcours: [] },
    evaluation: { evaluateur: {}, echelle: [], suites: [{ option, resume }] },
  });
  expect(
    relevees(suiteDUnAutre, of, 'Garder l’atelier intégré un an.', [
      'Garder le réseau animé un an.',
      'Garder le réseau animé et préparer l’atelier intégré.',
      'Garder le réseau, plutôt que l’atelier intégré.',
      'Reconduire un an, aux mêmes volumes.',
    ]),
  ).toEqual([]);
  expect(
    relevees(
      suiteDUnAutre,
      (resume) => of(resume, resume.startsWith('Passer') ? 'etendre' : 'continuer'),
      'Garder l’atelier intégré.',
      ['Passer à l’atelier intégré.'],
    ),
  ).toEqual([]);
});

it('what was converted is what the sheet converts', () => {
  const of = (texte: string) => ({
    ...etude(),
    experiences: [
      experience('x', {
        budget_annuel: 98280,
        budget_devise: { montant: 84000, devise: 'GBP', cours: 1.17 },
        reperes_financiers: [texte],
      }),
    ],
  });
  expect(
    relevees(deviseEcrite, of, '84 000 livres sterling, converties à 1,71 euro la livre.', [
      '84 000 livres sterling en 2025, converties à 1,17 euro la livre : 98 280 €.',
      '84 000 livres converties en euros.',
      'Converti au cours moyen de l’année.',
      'Un tiers du budget vient d’une éolienne (12 000 livres).',
      'Les ventes font 30 000 €, à 1,9 euro la pelote.',
      'Budget converti : 98 280 €.',
    ]),
  ).toEqual([]);
});

it('a sentence gives what was measured that day, or beside the target', () => {
  const of = (texte: string) => ({
    ...etude(),
    projets: [
      projet('p', {
        indicateurs: [
          {
            libelle: 'Passages tenus',
            unite: 'passages',
            cible: 6,
            mesures: [
              { date: '2019-02-15', valeur: 2 },
              { date: '2019-07-28', valeur: 5 },
            ],
          },
          { libelle: 'Élèves reçus', unite: 'élèves', cible: 60, mesures: [{ date: '2019-07-28', valeur: 71 }] },
        ],
        suivi: [{ date: '2019-07-28', avancement: 1, constats: texte }],
        evaluation: { notee_par: 'X', efficacite: { note: 4, commentaire: texte } },
      }),
    ],
  });
  expect(
    relevees(mesureDuJour, of, 'Six passages tenus.', [
      'Cinq passages tenus.',
      'Cinq passages tenus, un perdu.',
      '71 élèves pour 60 attendus.',
      'Soixante et onze élèves pour soixante prévus.',
      'Un passage perdu sur six.',
      'Trois passages tenus par grand vent.',
      'Deux passages pour six prévus en février.',
      '12 adultes pour 60 attendus.',
      '40 élèves pour 30 attendus dans la première classe.',
      'Quatre journées tenues.',
      'Il a fallu six passages.',
    ]),
  ).toEqual([]);
  expect(relevees(mesureDuJour, of, '91 élèves pour 60 attendus.', [])).toEqual([]);
});
