/** Sentences close to those that the readers tell, and true, or of another thing: nothing is said of them. */
import { expect, it } from 'vitest';
import { comparaisonsEcrites } from '../../../src/analysis/coherence/ecrits/comparaisons.js';
import { comptesDeSorte } from '../../../src/analysis/coherence/ecrits/comptes.js';
import { delaisEcrits } from '../../../src/analysis/coherence/ecrits/dates/delais.js';
import { seancesEcrites } from '../../../src/analysis/coherence/ecrits/dates/seances.js';
import type { Lecteur } from '../../../src/analysis/coherence/ecrits/lecteur.js';
import { dureeRepetee } from '../../../src/analysis/coherence/regles/mode-operatoire/durees-repetees.js';
import {
  avisEtReproductibilite,
  constatContredit,
  temoinNomme,
} from '../../../src/analysis/coherence/regles/realisation/avis-contredits.js';
import { cibleEcrite, faitApresSonConstat } from '../../../src/analysis/coherence/regles/realisation/cibles-ecrites.js';
import type { Study } from '../../../src/study/study.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { etude } from '../small-study.js';
import { base, count, mode, poste, projet, reunion } from './told.js';

const relevees = (lire: Lecteur, ou: string, phrases: readonly string[]): string[] =>
  phrases.filter((phrase) => lire(phrase, ou).length > 0);
const held = {
  ...etude(),
  reunions: [
    reunion('a', '2018-02-22'),
    reunion('b', '2018-04-19'),
    reunion('c', '2018-06-21'),
    reunion('d', '2018-05-03', { etat: 'annulee' }),
  ],
} as unknown as Study;

it('a meeting to come has decided nothing yet, whatever its body', () => {
  const next = reunion('f', '2018-09-13', { etat: 'prevue' });
  const lire = seancesEcrites({ ...held, reunions: [...held.reunions, next] } as unknown as Study);
  const told = (phrase: string): string[] => lire(phrase, 'bilan').map(({ dit }) => dit.replace(/\s/g, ' '));
  const said = '« Réunion f », prévue le 13 septembre 2018, n’a encore rien décidé';
  for (const phrase of [
    'La réunion du 13 septembre 2018 a validé le bilan.',
    'Le comité de pilotage du 13 septembre a retenu le scénario.',
  ])
    expect(told(phrase), phrase).toEqual([said]);
  for (const phrase of [
    'La réunion du 13 septembre 2018 validera le bilan.',
    'La réunion du 13 septembre 2018 a pour objet de valider le bilan.',
    'La réunion du 22 février 2018 a validé le diagnostic.',
    'La réunion du 13 septembre 2017 a validé le cadrage.',
    'La réunion du 4 mai 2018 a choisi les ateliers.',
  ])
    expect(told(phrase), phrase).toEqual([]);
});

it('a meeting of the committee is dated as the journal dates it', () => {
  const lire = seancesEcrites(held);
  expect(
    relevees(lire, 'mode_operatoire', [
      'la décision du comité de pilotage du 19 avril 2018, qui a retenu le scénario',
      'Vu l’avis du COPIL du 22 février 2018.',
      'Le comité de pilotage du 12 mars 2016 l’avait demandé.',
      'Le comité de pilotage du 12 mars 2030 en jugera.',
      'Le comité technique du 12 mars 2018 les a répartis.',
      'Le comité de pilotage du 12 mars 2018 de la Région en a pris acte.',
      'Le report du comité de pilotage du 3 mai 2018 a coûté un mois.',
      'Aucun comité de pilotage du 12 mars 2018 n’en parle.',
      'Le comité de pilotage du programme se réunit le 12 mars 2018.',
      // Not held, moved, or in writing.
      'Le comité de pilotage du 15 mai 2018, finalement annulé faute de quorum, n’a pas été remplacé.',
      'Le comité de pilotage du 15 mai 2018 ne s’est pas tenu.',
      'Le comité de pilotage du 15 mai 2018 a dû être décalé au 21 juin.',
      'La date du comité de pilotage du 15 mai 2018 a été déplacée.',
      'Le calendrier initial plaçait le comité de pilotage du 15 mai 2018 avant l’été.',
      'Remplace le comité de pilotage du 15 mai 2018, que la neige a empêché.',
      'Le comité de pilotage du 15 mai 2018 a voté par voie électronique.',
      'À défaut de comité de pilotage du 15 mai 2018, le document a circulé.',
      'Le prochain comité de pilotage du 5 mars examinera la convention.',
      'Le comité de pilotage du 5 mars jugera le bilan.',
      // Of another study.
      'Selon le compte rendu du comité de pilotage du 8 mars 2018 (plan climat), la part est de 20 %.',
      'Le comité de pilotage du 8 mars 2018 « énergie » l’avait noté.',
      'Le COPIL du 8 mars 2018, celui du plan climat, l’a cité.',
      'Compte rendu du comité de pilotage du 8 mars 2018, charte du pays.',
    ]),
  ).toEqual([]);
  expect(
    relevees(lire, 'mode_operatoire', [
      'Le comité de pilotage du 12 mars 2018 l’a retenu.',
      'Vu le COPIL du 20 avril.',
      'Vu le COPIL du 20 avril, le scénario est retenu.',
      'Depuis le COPIL du 20 avril 2018, tout est prêt.',
      // Over two lines, and with the spaces of a word processor.
      'Le comité de\npilotage du 12\u00a0mars 2018 l’a retenu.',
    ]),
  ).toHaveLength(5);
});

it('scenarios are compared as their costs are', () => {
  const cher = (id: string, titre: string, cout: number) =>
    scenario(id, { titre, moyens: { ...base.moyens, humains: [{ ...poste, etp: 1, cout_annuel: cout }] } });
  const lire = comparaisonsEcrites(
    etudeAvecScenarios([
      cher('a', 'Réseau animé', 40_000),
      cher('b', 'Atelier intégré au syndicat', 100_000),
      cher('c', 'Relais de proximité', 60_000),
    ]) as unknown as Study,
  );
  expect(
    relevees(lire, 'scenarios', [
      'L’atelier intégré coûte plus du double du réseau animé.',
      'Le réseau animé est le moins cher, et l’atelier intégré est le plus cher.',
      'Le réseau animé coûte moins que le relais.',
      'Le relais est plus cher que le réseau animé ; l’atelier intégré coûte plus cher que le relais.',
      // Other costs than those of the whole, or nothing that is held for sure.
      'Le réseau animé est plus cher que le relais par habitant.',
      'Le réseau animé est le plus cher à ouvrir.',
      'Le réseau animé n’est pas le plus cher.',
      'Si le réseau animé est le plus cher, le comité le dira.',
      'Le réseau coûte ce qu’il coûte.',
      // Framed by what comes before, or after.
      'Parmi les scénarios sans local, le relais est le moins cher.',
      'Chez nos voisins, le réseau animé est le plus cher.',
      'Par projet accompagné, le réseau animé est plus cher que le relais.',
      'La première année, le réseau animé coûte plus que le relais.',
      'En investissement, le réseau animé est le plus cher.',
      'Reste à charge : le réseau animé est le plus cher.',
      'Le réseau animé est plus cher que le relais, rapporté au nombre de visites.',
      'L’atelier intégré est le moins cher, hors personnel.',
      'L’atelier intégré est le moins cher des scénarios avec un local.',
      'L’atelier intégré est le moins cher des deux.',
      'L’atelier intégré coûte moins que le relais et le réseau réunis.',
      'L’atelier intégré coûte moins que le relais, une fois les aides déduites.',
      // Another’s opinion, or a question.
      'Selon un élu, le réseau animé coûte plus que le relais.',
      'Les élus craignent que le réseau animé coûte plus que le relais.',
      'Une remarque : « le réseau animé est le plus cher ».',
      'Faut-il croire que le réseau animé coûte plus que le relais ?',
    ]),
  ).toEqual([]);
  expect(
    relevees(lire, 'scenarios', [
      'L’atelier intégré coûte plus du triple du réseau animé.',
      'Le réseau animé est le plus cher.',
      'Le relais coûte moins que le réseau animé.',
      'Le relais coûte le double du réseau animé.',
      'Le réseau animé est le plus cher des trois.',
    ]),
  ).toHaveLength(5);
  // Both are placed.
  expect(lire('Le relais coûte moins que le réseau animé.', 'scenarios').map(({ contre }) => contre)).toEqual([
    ['scenarios/c/moyens', 'scenarios/a/moyens'],
  ]);
});

it('a delay is that of what is promised', () => {
  const lire = delaisEcrits(
    mode({
      delais_promis: [
        { libelle: 'Avis du comité technique', jours: 45, etapes: [] },
        { libelle: 'Accusé de réception', jours: 2, etapes: [] },
      ],
      parcours: [
        { id: 'v', etape: 'Visiter', livrable: 'Fiche de suites', delai_jours: 20, responsable: 'x', description: 'd' },
      ],
    }) as unknown as Study,
  );
  expect(
    relevees(lire, 'mode_operatoire/missions', [
      'L’avis du comité technique est rendu en quarante-cinq jours ouvrés.',
      'Visite et fiche de suites dans les vingt jours ouvrés qui suivent l’avis du comité technique.',
      'La réponse part sous cinq jours ouvrés.',
      'Avis du comité technique : au plus tard sous dix jours ouvrés pour les urgences.',
      'Accusé de réception sous deux jours ouvrés, avis du comité technique en quarante-cinq jours ouvrés.',
      'L’avis du comité technique demande trois jours ouvrés de travail.',
      'Si le dossier est incomplet, l’accusé de réception part dans les cinq jours ouvrés.',
      'Un accusé de réception de la Région arrive sous quinze jours ouvrés.',
      'L’avis du comité technique est publié en dix jours ouvrés.',
      'Après l’avis du comité technique, la convention est signée sous vingt jours ouvrés.',
      'Le porteur répond à la fiche de suites dans les quinze jours ouvrés.',
      'En 2016, l’avis du comité technique était rendu en soixante jours ouvrés.',
      'L’objectif à terme est un avis du comité technique en trente jours ouvrés.',
    ]),
  ).toEqual([]);
  expect(relevees(lire, 'mode_operatoire/missions', ['Avis du comité technique en dix jours ouvrés.'])).toHaveLength(1);
  expect(relevees(lire, 'projets/p', ['Avis du comité technique en dix jours ouvrés.'])).toEqual([]);
});

it('what is counted whole is counted as the study does', () => {
  const study = {
    ...mode({
      instances: [1, 2, 3].map((n) => ({ nom: `I${n}`, role: 'r' })),
      conventions: [{ id: 'c1', signee_le: '2018-01-01' }, { id: 'c2' }],
      realise: { paiements: [{ convention: 'c1', montant: 10 }] },
    }),
    projets: [projet('a', { etat: 'en-cours' }), projet('b', { etat: 'en-cours' }), projet('c', { etat: 'termine' })],
  } as unknown as Study;
  const lire = comptesDeSorte(study);
  expect(
    relevees(lire, 'evaluation/limites', [
      'Finir les deux projets en cours.',
      'Trois instances, et un numéro.',
      'Trois projets en cours d’écriture ailleurs.',
      'L’un des cinq projets en cours de la Région.',
      'Une vingtaine de projets terminés en France.',
      'Sept projets en cours dans le département voisin.',
      'En mars 2018, les cinq projets en cours ont été visités.',
      'Les cinq projets en cours à l’automne ont été visités.',
      'Deux instances, le bureau et le comité, associent les habitants.',
      'Entre les deux instances, le partage est net.',
      'Les deux actions citées par le maire relèvent de l’État.',
      'Les huit actions du contrat de ruralité sont engagées.',
      'Les trois conventions signées avant septembre ont été suivies.',
      'Les deux conventions signées, celles du printemps, sont payées.',
    ]),
  ).toEqual([]);
  // In March, as many were under way as there were.
  expect(relevees(lire, 'reunions/a', ['Les cinq projets en cours avancent.'])).toEqual([]);
  expect(
    relevees(lire, 'evaluation/limites', [
      'Finir les quatre projets en cours.',
      'Les quatre projets en cours continueront.',
      'Sept instances, mais un seul numéro.',
    ]),
  ).toHaveLength(3);
});

it('targets and dates of a project are told as they are', () => {
  const indicateurs = [
    { libelle: 'Haies plantées', unite: 'mètres', cible: 2000, mesures: [{ date: '2019-03', valeur: 2150 }] },
    { libelle: 'Mares restaurées', unite: 'mares', cible: 3, mesures: [{ date: '2019-03', valeur: 2 }] },
  ];
  const avis = (texte: string) => ({ ...etude(), projets: [projet('a', { indicateurs, avis: texte })] });
  const suivi = (constats: string, date = '2019-03') => ({
    ...etude(),
    projets: [projet('a', { indicateurs, suivi: [{ date, avancement: 1, constats }] })],
  });
  const of = (make: (texte: string) => object, phrases: readonly string[]) =>
    phrases.filter((phrase) => count(cibleEcrite, make(phrase)) > 0);
  expect([
    ...of(avis, [
      'Haies plantées au-delà de la cible, une mare sur trois abandonnée.',
      'Mares en deçà de la cible.',
      'Les haies ne sont pas en deçà de la cible.',
      'Tout est au-delà de la cible.',
      'Deux mares restaurées sur trois.',
      'Deux arbres sur trois abandonnés.',
      'Trois mares restaurées sur cinq en France.',
      'Les haies sont restées longtemps en deçà de la cible, puis l’ont passée.',
      'En mars, les haies étaient en deçà de la cible.',
      'Mares restaurées au-delà de la cible du plan national.',
      'Une mare restaurée sur trois par les élèves.',
      'Deux mares refusées sur trois par la commission ont été accordées ensuite.',
    ]),
    ...of(suivi, ['Deux mares restaurées sur trois.', 'Trois mares visitées sur trois.']),
    ...of((texte) => suivi(texte, '2018-12'), ['Une mare restaurée sur trois.']),
  ]).toEqual([]);
  expect(
    of(avis, [
      'Haies plantées en deçà de la cible.',
      'Deux mares sur trois abandonnées.',
      'Mares restaurées au-delà de la cible.',
    ]),
  ).toHaveLength(3);
  const dit = (phrases: readonly string[]) => phrases.filter((phrase) => count(faitApresSonConstat, suivi(phrase)) > 0);
  expect(
    dit([
      'Les fermes ont été réunies le 12 février 2019.',
      'Les fermes seront réunies le 12 avril 2019.',
      'La visite du 12 avril 2019 est prévue.',
      'Les fermes ont été réunies en avril 2019.',
      'Le plan a été rendu, la visite se tiendra le 12 avril 2019.',
      'La visite a été fixée au 12 avril 2019.',
      'La réunion a été annoncée le 12 avril 2019.',
      'La salle a été réservée le 12 avril 2019.',
      'Les habitants ont été informés que la réunion se tiendra le 12 avril 2019.',
      'La convention a été signée jusqu’au 31 décembre 2020.',
      'Les travaux ont été confiés à l’entreprise à partir du 2 septembre 2019.',
      'La délibération a été inscrite à l’ordre du jour du 12 avril 2019.',
    ]),
  ).toEqual([]);
  expect(dit(['Les fermes ont été réunies le 12 avril 2019.'])).toHaveLength(1);
});

it('what a project says of itself, and durations that repeat, agree', () => {
  const un = (rest: object) => ({ ...etude(), projets: [projet('a', { objectifs: ['O'], ...rest })] });
  const constat = (atteint: string, texte: string) =>
    un({ constats_objectifs: [{ objectif: 1, atteint, constat: texte }] });
  expect(
    [
      constat('oui', 'Plan signé par les fermes.'),
      constat('non', 'Plan signé, mais sans entretien.'),
      constat('non', 'Deux conventions signées sur cinq.'),
      constat('non', 'Convention non signée.'),
      constat('non', 'La charte reste à signer.'),
      constat('partiel', 'Plan signé.'),
      constat('oui', 'Tous ont signé ; aucun retard.'),
      constat('oui', 'Aucun dépôt sauvage depuis la pose des panneaux.'),
      constat('oui', 'Rien ne s’allume plus de minuit à cinq heures.'),
      constat('oui', 'Aucun dépassement relevé.'),
      constat('non', 'Convention signée ; le chantier attend.'),
      constat('non', 'Contrat signé puis résilié.'),
      constat('non', 'Local ouvert un mois.'),
      constat('non', 'Objectif atteint chez les voisins.'),
      constat('oui', 'Rien n’est livré en plastique.'),
      constat('non', 'La moitié de l’objectif est atteinte.'),
    ].map((one) => count(constatContredit, one)),
  ).toEqual(Array(16).fill(0));
  expect(count(constatContredit, constat('oui', 'Aucune convention signée.'))).toBe(1);
  expect(
    [
      un({ avis: 'À refaire ailleurs.', reproductibilite: 4 }),
      un({ avis: 'À refaire ailleurs.' }),
      un({ avis: 'Tient à un lieu unique.', reproductibilite: 1 }),
      un({ avis: 'Rien à reprendre.', reproductibilite: 1 }),
      un({ avis: 'Le plan est à refaire.', reproductibilite: 1 }),
      un({ avis: 'À refaire entièrement.', reproductibilite: 1 }),
      un({ avis: 'À reprendre de zéro.', reproductibilite: 1 }),
      un({ avis: 'À étendre ? Non : trop lié au lieu.', reproductibilite: 1 }),
    ].map((one) => count(avisEtReproductibilite, one)),
  ).toEqual(Array(8).fill(0));
  expect(
    [
      'Agriculteur',
      'Élue de la commune',
      'Habitant souscripteur',
      'Maire Adjoint, délégué aux travaux',
      'Parc Naturel, technicien',
      'Madame la Maire',
      'Éleveuse Bio, membre du groupe',
      'Saint Denis, habitant',
      'Lycée Agricole, élève',
      'Secrétaire Générale, mairie',
    ].map((qualite) => count(temoinNomme, un({ temoignages: [{ qualite, texte: 'T' }] }))),
  ).toEqual(Array(10).fill(0));
  const durees = (alors: string, ...models: string[]) =>
    mode({
      modeles_conventions: models.map((texte) => ({
        nature: 'achat',
        titre: 'C',
        articles: [{ titre: 'Fin', texte }],
      })),
      repli: [{ si: 'S', alors, montant: 1 }],
    });
  expect(
    [
      durees('Résilier, dont les deux mois de préavis sont dus.', 'Résiliation avec deux mois de préavis.'),
      durees('Résilier avec trois mois de préavis.', 'Deux mois de préavis.', 'Trois mois de préavis.'),
      durees('Résilier avec trois mois de préavis.'),
      durees('Résilier sans préavis.', 'Deux mois de préavis.'),
      durees('Prévenir trois mois avant.', 'Deux mois de préavis.'),
      durees('Rendre le local : le bail a six mois de préavis.', 'Deux mois de préavis.'),
    ].map((one) => count(dureeRepetee, one)),
  ).toEqual([0, 0, 0, 0, 0, 0]);
});
