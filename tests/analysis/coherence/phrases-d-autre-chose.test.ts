/** True sentences in which a figure, a name or a verdict stands beside those that a rule compares, and speaks of another thing: none is told. */
import { expect, it } from 'vitest';
import { entiteEcrite } from '../../../src/analysis/coherence/regles/acteurs/entites.js';
import { frequenceContredite } from '../../../src/analysis/coherence/regles/decisions/instances.js';
import { texteDeLaDecision } from '../../../src/analysis/coherence/regles/decisions/textes-des-decisions.js';
import { tresorerieEcrite } from '../../../src/analysis/coherence/regles/financement/tresorerie-ecrite.js';
import { conservationContredite } from '../../../src/analysis/coherence/regles/mode-operatoire/donnees-personnelles.js';
import { dureeEcrite, periodeDeTache } from '../../../src/analysis/coherence/regles/mode-operatoire/durees-ecrites.js';
import { delaiEcrit, frequenceEcrite } from '../../../src/analysis/coherence/regles/mode-operatoire/ecrits-du-mode.js';
import { ecartEcrit } from '../../../src/analysis/coherence/regles/realisation/ecarts-des-projets.js';
import {
  mesureEcrite,
  objectifEtCible,
} from '../../../src/analysis/coherence/regles/realisation/ecrits-des-projets.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { etude } from '../small-study.js';
import { avec, base, duMode, mode, projet, relevees, reunion, tache } from './told.js';

const du = (rest: object) => ({ ...etude(), projets: [projet('p', rest)] });

it('a goal that asks for a part, by the unit, more than before, or of another measure', () => {
  const haies = (objectif: string) =>
    du({
      objectifs: [objectif],
      indicateurs: [{ libelle: 'Haies plantées', unite: 'mètres', cible: 2000, objectif: 1 }],
    });
  const ateliers = (objectif: string) =>
    du({
      objectifs: [objectif],
      indicateurs: [{ libelle: 'Ateliers tenus', unite: 'ateliers', cible: 20, objectif: 1 }],
    });
  expect([
    ...relevees(objectifEtCible, haies, 'Planter trois kilomètres de haies', [
      'Planter des haies à trois mètres des chemins',
      'Planter 1 500 mètres de haies la première année, puis le reste',
      'Planter deux fois plus de haies qu’en 2015 (900 mètres)',
      'Prolonger les 1 200 mètres de haies existants',
      'Planter une haie tous les 50 mètres',
      'Planter des haies à 900 mètres d’altitude',
    ]),
    ...relevees(objectifEtCible, ateliers, 'Tenir deux ateliers', [
      'Tenir deux ateliers par commune',
      'Deux ateliers par mois',
      'Tenir cinq ateliers de plus',
      'Donner suite aux trois ateliers de la ville',
    ]),
  ]).toEqual([]);
});

it('a finding that counts others, those who are asked, those who are left, or another year', () => {
  const dit = (constats: string) =>
    du({
      indicateurs: [
        { libelle: 'Foyers participants', unite: 'foyers', cible: 20, mesures: [{ date: '2019-05', valeur: 17 }] },
      ],
      suivi: [{ date: '2019-05', avancement: 0.5, constats }],
    });
  expect(
    relevees(mesureEcrite, dit, 'Quarante foyers participent.', [
      'La commune compte 320 foyers.',
      'Il reste 45 foyers à convaincre.',
      '150 foyers ont reçu le courrier, 17 participent.',
      '25 foyers contactés, dix-sept inscrits',
      'Dans la vallée voisine, 80 foyers participent.',
      'Trente-deux foyers n’ont pas participé.',
      'Il faudrait quarante foyers participants.',
      'Quarante foyers participaient en 2015.',
    ]),
  ).toEqual([]);
});

it('a gap that is supposed, denied, of another, or of a part', () => {
  const juge = (avis: string, realise = 900) =>
    du({
      avis,
      accompagnement: { jours_prevus: 10, jours_realises: 13 },
      calendrier: [{ etape: 'Planter', debut: '2018-01', fin: '2018-06', fin_reelle: '2018-08' }],
      budget: [{ poste: 'Plants', prevu: 1000, realise }],
    });
  expect([
    ...relevees(ecartEcrit, juge, 'Cinq jours d’agent de plus.', [
      'Deux jours d’agent de plus pour les relevés, un pour le bilan.',
      'Il aurait fallu cinq jours d’agent de plus.',
      'Cinq jours d’agent de moins que pour la mare voisine.',
      'Ni budget dépassé, ni retard.',
      'Budget dépassé de la commune voisine.',
      'Le fournisseur a livré avec trois mois de retard.',
      'Trois mois de retard au démarrage.',
      'Plus d’un mois de retard.',
    ]),
    ...relevees(ecartEcrit, (text) => juge(text, 1100), 'Budget tenu.', [
      'Budget respecté sauf le transport',
      'Budget tenu à 10 % près',
      'Le budget n’a pas été tenu.',
    ]),
  ]).toEqual([]);
});

it('a decision that refuses, counts, retains or launches another thing beside its own', () => {
  const un = (id: string, titre: string) => ({ ...base, id, titre }) as Scenario;
  const prise = (rest: object) => (texte: string) => ({
    ...etude({ scenarios: [un('reseau', 'Le réseau'), un('maison', 'La maison commune')] }),
    etude: { ...etude().etude, calendrier: [{ phase: 'Diagnostic' }, { phase: 'Scénarios' }] },
    projets: ['a', 'b', 'c'].map((id) => projet(id)),
    reunions: [reunion('r', '2018-02-01', { decisions: [{ objet: 'Choix', texte, statut: 'valide', ...rest }] })],
  });
  expect([
    ...relevees(texteDeLaDecision, prise({ scenario: 'reseau' }), 'La maison commune est retenue.', [
      'La maison commune n’est pas retenue ; l’autre scénario l’est.',
      'Le comité retient le premier scénario, préféré à la maison commune.',
      'Le réseau est retenu ; la maison commune est écartée.',
      'La maison commune est retenue pour ses salles.',
    ]),
    ...relevees(
      texteDeLaDecision,
      prise({ scenario: 'reseau' }),
      'La maison commune est retenue pour un an d’essai.',
      [],
    ),
    ...relevees(texteDeLaDecision, prise({ livrable: 'diagnostic' }), 'Le diagnostic est rejeté.', [
      'Le diagnostic est adopté. L’amendement du syndicat est rejeté.',
      'La demande d’ajournement est rejetée.',
      'Le diagnostic est validé ; un besoin n’est pas retenu.',
    ]),
    ...relevees(texteDeLaDecision, prise({ livrable: 'diagnostic', statut: 'ajourne' }), 'Le diagnostic est adopté.', [
      'Le diagnostic est ajourné ; l’ordre du jour est adopté.',
    ]),
    ...relevees(texteDeLaDecision, prise({ projets: ['a', 'b', 'c'] }), 'Les douze projets sont retenus.', [
      'Douze projets ont été examinés ; les mieux notés sont retenus.',
      'Parmi les douze projets, ceux-ci sont accompagnés.',
      'Deux projets publics et un privé sont retenus.',
    ]),
    ...relevees(texteDeLaDecision, prise({ lance: 'Scénarios' }), 'Le diagnostic est lancé.', [
      'Au vu du diagnostic, la phase 2 est lancée.',
      'La phase suivante est lancée ; le diagnostic est acquis.',
    ]),
  ]).toEqual([]);
});

it('a delay beside a duration, in working days, or as it is spoken', () => {
  const promis = (jours: number) => (libelle: string) => mode({ delais_promis: [{ libelle, jours, etapes: [] }] });
  expect([
    ...relevees(delaiEcrit, promis(7), 'Un vélo en cinq jours', [
      'Un vélo prêté quinze jours, livré en une semaine',
      'Une réponse dans les cinq jours ouvrés',
      'Une réponse en huit jours',
      'Une visite, cinq jours par semaine',
    ]),
  ]).toEqual([]);
});

it('meetings of another body, or another thing done so often', () => {
  const corps = { nom: 'Comité technique', frequence: 'mensuelle', reunions_an: 12 };
  const role = (text: string) => mode({ instances: [{ ...corps, role: text }] });
  const resume = (text: string) => duMode({ instances: [{ ...corps, role: 'Suit.' }], resume: text });
  const corpsDe = (frequence: string) => mode({ instances: [{ nom: 'A', role: 'r', frequence, reunions_an: 4 }] });
  expect([
    ...relevees(frequenceEcrite, role, 'Se réunit dix fois par an', [
      'Prépare les quatre réunions par an du comité de pilotage',
      'Rend compte deux fois par an au conseil',
      'Se réunit chaque mois ; le bureau tient trois séances par an',
      'Se réunit au moins dix fois par an',
    ]),
    ...relevees(frequenceEcrite, resume, 'Un comité technique trimestriel.', [
      'Pas de comité technique hebdomadaire.',
      'Le comité technique annuel du département en prend note.',
      'Un comité technique mensuel, puis un comité technique trimestriel.',
    ]),
    ...relevees(frequenceContredite, corpsDe, 'mensuelle', ['trimestrielle, hors juillet et août']),
  ]).toEqual([]);
});

it('a period or a length of another thing than the task, the trial or the convention', () => {
  const suite = (text: string) =>
    mode({ taches: [tache('t', '2018-10', '2019-06')], reserves: [{ reserve: 'r', suite: text, tache: 't' }] });
  const article = (text: string) =>
    mode({ experimentation: { debut: '2018-09', fin: '2019-08' }, deliberation: { articles: [text] } });
  const modele = (texte: string) =>
    mode({
      modeles_conventions: [{ nature: 'appui', articles: [{ titre: 'Durée', texte }] }],
      conventions: [{ partenaire: 'x', nature: 'appui', objet: 'o', duree_mois: 12 }],
    });
  expect([
    ...relevees(periodeDeTache, suite, 'Faite de janvier à mars 2019', [
      'Le budget de janvier 2018 à décembre 2018 le permet.',
      'La vallée voisine l’a fait de mars 2015 à mai 2016.',
      'Une première série de relevés d’octobre à décembre 2018, une seconde ensuite',
      'De novembre à mars, aucune visite : la neige.',
    ]),
    ...relevees(dureeEcrite, article, 'L’expérimentation est ouverte pour trois ans.', [
      'L’emploi, lié à l’expérimentation, est ouvert pour trois ans.',
      'La convention née de l’expérimentation est votée pour deux ans.',
    ]),
    ...relevees(dureeEcrite, modele, 'Deux ans.', [
      'Deux mois de préavis suffisent pour la dénoncer.',
      'Un mois après sa signature, elle prend effet, pour un an.',
      'Deux ans au plus.',
    ]),
  ]).toEqual([]);
});

it('data kept in two times, or erased on request', () => {
  const registre = (information: string) =>
    mode({
      donnees_personnelles: [
        { traitement: 'Demandes', finalite: 'Suivre', base: 'Mission', duree_mois: 36, information },
      ],
    });
  expect(
    relevees(conservationContredite, registre, 'Conservées dix-huit mois', [
      'Conservées dix-huit mois en base active, puis archivées dix-huit mois',
      'Effacées un an après la fin du suivi, soit 36 mois au plus',
      'Effacées sous un mois sur simple demande',
      'Gardées le temps de l’étude, un an au moins',
    ]),
  ).toEqual([]);
});

it('an advance or a line that is refused, paid back, of another body, or beside', () => {
  const article = (text: string) =>
    duMode(
      { deliberation: { articles: [text] } },
      { tresorerie_initiale: { montant: 20_000 } },
      { criteres: { viabilite: { seuil_tresorerie: -50_000 } } },
    );
  expect(
    relevees(tresorerieEcrite, article, 'Une ligne de trésorerie de 30 000 €', [
      'La ligne de trésorerie de 30 000 € du syndicat est fermée.',
      'Une seconde avance de trésorerie de 5 000 €',
      'Le remboursement de l’avance de trésorerie de 10 000 € consentie en 2015',
      'Une ligne de trésorerie de 60 000 € aurait été nécessaire.',
    ]),
  ).toEqual([]);
});

it('a legal person that exists, is another’s, or is supposed', () => {
  const dit = (nouvelle_entite: boolean) => (resume: string) => avec({ resume, nouvelle_entite });
  expect([
    ...relevees(entiteEcrite, dit(false), 'Crée une nouvelle entité.', [
      'Le réseau s’appuie sur la personne morale du syndicat.',
      'Une variante crée une nouvelle entité.',
      'Repose sur une personne morale qui existe déjà.',
    ]),
    ...relevees(entiteEcrite, dit(true), 'Sans nouvelle entité.', [
      'Crée une société, sans personne morale de plus pour les communes.',
      'La première année se passe sans nouvelle entité ; la société naît ensuite.',
      'Sans nouvelle entité pour les communes, il crée une société.',
    ]),
  ]).toEqual([]);
});
