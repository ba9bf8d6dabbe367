/** True sentences and lines beside those that a rule of names, counts, dates or statutes compares: none is told. */
import { expect, it } from 'vitest';
import { nomDUnAutre, presentDeuxFois } from '../../../src/analysis/coherence/regles/acteurs/noms-des-organismes.js';
import { auDelaDeCent } from '../../../src/analysis/coherence/regles/chiffres/au-dela-de-cent.js';
import { COMPTES_ECRITS } from '../../../src/analysis/coherence/regles/chiffres/comptes-ecrits.js';
import { regleEtReference } from '../../../src/analysis/coherence/regles/chiffres/regle-et-reference.js';
import { pourEtContre } from '../../../src/analysis/coherence/regles/choix-du-scenario/pour-et-contre.js';
import { titreEtDate } from '../../../src/analysis/coherence/regles/diagnostic/inventaires.js';
import { recueilEcrit } from '../../../src/analysis/coherence/regles/diagnostic/recueil-ecrit.js';
import { employeursEcrits, quotiteEcrite } from '../../../src/analysis/coherence/regles/moyens/postes.js';
import { eauSansRegle } from '../../../src/analysis/coherence/regles/realisation/milieux.js';
import {
  bilanEcrit,
  efficienceContredite,
  paroleHorsDuProjet,
} from '../../../src/analysis/coherence/regles/realisation/paroles-et-bilan.js';
import { statutDuPorteur } from '../../../src/analysis/coherence/regles/realisation/porteurs.js';
import type { Participation, Reference } from '../../../src/study/types.gen.js';
import { acteur, etude, rencontre } from '../small-study.js';
import { avec, base, duMode, poste, projet, relevees, reunion, tells, told } from './told.js';

const du = (rest: object) => ({ ...etude(), projets: [projet('p', rest)] });
const acteurs = [
  acteur('smb', { nom: 'Syndicat mixte du Bassin', sigle: 'SMB' }),
  acteur('dep', { nom: 'Département' }),
  acteur('acces', { nom: 'ACCES', sigle: 'ACCES' }),
];
const presents = (...organismes: string[]) => ({
  ...etude({ acteurs }),
  reunions: [reunion('r', '2018-02-01', { presents: organismes.map((organisme) => ({ organisme, acteur: 'smb' })) })],
});

it('who comes for a body may be of another, or be two services of it', () => {
  expect([
    ...relevees(nomDUnAutre, presents, 'Département', [
      'Vice-présidente, élue du Département',
      'Service du Département mis à disposition',
      'Département, pour le compte du syndicat mixte',
      'Point accès jeunes',
    ]),
    ...relevees(presentDeuxFois, (text) => presents('SMB', text), 'SMB', ['SMB, direction', 'Services du SMB']),
  ]).toEqual([]);
});

it('a journal speaks of some of the answers and of some of the interviews', () => {
  const dit = (rest: object) => (commentaire: string) => ({
    ...etude(),
    participation: [rencontre('r', { commentaire, ...rest } as Partial<Participation>)],
  });
  expect([
    ...relevees(recueilEcrit, dit({ type: 'enquete', envoyes: 60, reponses: 20 }), 'Les trois quarts ont répondu.', [
      'La moitié des répondants a répondu à la question ouverte.',
      'Les deux tiers des écoles ont répondu, un quart des familles.',
      'Les trois quarts ont répondu oui.',
      'En 2015, les trois quarts ont répondu.',
    ]),
    ...relevees(recueilEcrit, dit({ type: 'entretien', nombre: 9 }), 'Huit entretiens.', [
      'Deux entretiens ont été reportés.',
      'Trois entretiens par téléphone, six entretiens sur place.',
      'Le besoin revient dans sept entretiens.',
      'Cinq entretiens sur neuf citent l’eau.',
    ]),
  ]).toEqual([]);
});

it('a source may be drawn up before the year of its title', () => {
  const source = (titre: string) => ({ ...etude(), sources: [{ id: 's', type: 'document', titre, date: '2014' }] });
  expect(
    relevees(titreEtDate, source, 'Bilan 2015', [
      'Bilan à mi-parcours du plan 2015',
      'Enquête publique sur le projet 2020',
      'Comptes prévisionnels 2019',
      'Recensement des besoins 2020',
    ]),
  ).toEqual([]);
});

it('some employers are not all, and a post that was there is not created', () => {
  const resume = (text: string) =>
    avec({
      resume: text,
      moyens: { ...base.moyens, humains: ['x', 'y', 'z'].map((porteur) => ({ ...poste, id: porteur, porteur })) },
    });
  const article = (text: string) =>
    duMode(
      { deliberation: { articles: [text] } },
      { moyens: { ...base.moyens, humains: [{ ...poste, id: 'a', profil: 'Animateur', etp: 0.8 }] } },
    );
  expect([
    ...relevees(employeursEcrits, resume, 'Deux employeurs à accorder', [
      'Deux employeurs publics et une association',
      'Un agent partagé entre deux employeurs',
      'Au moins deux employeurs',
    ]),
    ...relevees(quotiteEcrite, article, 'L’emploi d’animateur est créé à 50 %.', [
      'Le poste d’animateur créé à 50 %, en 2015, est porté à 80 %.',
      'L’emploi d’animateur créé à 50 % (délibération de 2015) est supprimé.',
    ]),
  ]).toEqual([]);
});

it('an evaluation speaks of other projects, and of dates before and after the trial', () => {
  const dit = (texte: string) =>
    duMode(
      { experimentation: { debut: '2018-09', fin: '2019-08' } },
      {},
      {
        projets: ['termine', 'termine', 'en-cours'].map((etat, i) => projet(`p${i}`, { etat })),
        evaluation: { evaluateur: { designation: 'X' }, echelle: [], limites: [texte] },
      },
    );
  expect([
    ...relevees(bilanEcrit, dit, 'Quatre projets sur six ont abouti.', [
      'Dans la vallée voisine, quatre projets sur six ont abouti.',
      'Deux projets sur deux ont abouti dans le domaine de l’eau.',
      'Les deux projets en cours de la région ne sont pas évalués.',
      'Les rapports dus à la fin de l’expérimentation, le 30 septembre 2019',
      'Un an après la fin de l’expérimentation, en août 2020',
    ]),
    ...relevees(
      paroleHorsDuProjet,
      (recueil) => du({ retenu_le: '2017-10-25', temoignages: [{ qualite: 'Élue', texte: 'Bien.', recueil }] }),
      'Entretien, mai 2016',
      ['Bulletin municipal de juin 2015', 'Réunion publique de mai 2016, citée en novembre 2017'],
    ),
  ]).toEqual([]);
});

it('works beside the water, papers about it and streets of its name ask for no rule of water', () => {
  const vise = (objectif: string) => du({ objectifs: [objectif], analyse: {} });
  expect(
    relevees(eauSansRegle, vise, 'Restaurer et clôturer trois petites mares', [
      'Planter une haie le long de la rivière',
      'Créer un livret sur les mares',
      'Créer un inventaire des zones humides',
      'Former à la restauration des mares',
      'Aménager la rue de la Rivière',
    ]),
  ).toEqual([]);
  expect(told(eauSansRegle, vise('Création d’une zone humide'))).toHaveLength(1);
});

it('the amounts of a project are not those of the rule that it follows', () => {
  const references = [{ id: 'r', titre: 'Règlement', regle: '40 %, 20 000 € au plus' }] as Reference[];
  const dit = (regle: string) => ({
    ...etude({ references }),
    projets: [projet('p', { analyse: { reglementation: [{ regle, reference: 'r' }] } })],
  });
  expect(
    relevees(regleEtReference, dit, 'Plafond de 30 000 €', [
      'Aide de 40 %, soit 6 000 € pour 15 000 € de dépenses',
      'Plafond de 20 000 € : le projet, à 12 000 €, y est',
      'Le devis de 1 200 € est sous le seuil',
    ]),
  ).toEqual([]);
});

it('another service, or one agent, accompanies other projects', () => {
  const [counts] = COMPTES_ECRITS;
  const dit = (resume: string) =>
    duMode({ resume }, {}, { projets: ['a', 'b', 'c', 'd', 'e'].map((id) => projet(id)) });
  expect(
    relevees(counts, dit, 'Le conseiller accompagne douze projets.', [
      'Chaque référent suit trois projets.',
      'Le service voisin accompagne douze projets.',
      'Le conseiller suit deux projets d’eau.',
      'L’agent accompagne trois projets, la direction deux.',
    ]),
  ).toEqual([]);
});

it('a public association, a farm of a school, and measures beyond a hundred per cent', () => {
  const porteur = (statut: string) => (type: string) => du({ porteur: { designation: 'X', statut, type } });
  expect([
    ...relevees(statutDuPorteur, porteur('public'), 'association', [
      'association syndicale autorisée',
      'entreprise publique locale',
      'ferme du lycée agricole',
    ]),
    ...relevees(statutDuPorteur, porteur('prive'), 'commune', ['région viticole', 'commune libre (association)']),
    ...relevees(
      auDelaDeCent,
      (libelle) => du({ indicateurs: [{ libelle, unite: '%', cible: 150 }] }),
      'Part des foyers',
      [
        'Part de la cible atteinte',
        'Économies, rapportées à l’objectif',
        'Production par rapport à 2015',
        'Autonomie en électricité',
        'Jours faits sur jours prévus',
      ],
    ),
  ]).toEqual([]);
});

it('a day more than one planned is no excess, and a word weighed on both sides is no reason', () => {
  const jours = (jours_prevus: number, jours_realises: number) =>
    du({ evaluation: { efficience: { note: 5, commentaire: '' } }, accompagnement: { jours_prevus, jours_realises } });
  expect(tells(efficienceContredite, [jours(1, 2), jours(3, 4), jours(3, 5)])).toEqual([0, 0, 1]);
  const balance = (text: string) => avec({ avantages: [text], inconvenients: [text] });
  expect(tells(pourEtContre, [balance('Coût'), balance('Un coût modéré')])).toEqual([0, 1]);
});
